import { counted, type Localized } from '../../lib/locale.ts';

type Details = Readonly<Record<string, unknown>>;

const INVOICES = {
  en: { one: 'invoice', other: 'invoices' },
  // "więcej niż 1 faktura, 2 faktury, 5 faktur"
  pl: { one: 'faktura', few: 'faktury', many: 'faktur', other: 'faktury' },
} as const;

/** Why invoices could not be sent, or not so many of them, or disputed. */
export const INVOICE_REASONS: Record<string, Localized<(details: Details) => string>> = {
  may_not_read_invoices: {
    en: ({ name }) =>
      `${name} may not see invoices, so I can’t send them there. Nothing was sent. Choose somebody with the finance or management role.`,
    pl: ({ name }) =>
      `${name} nie ma dostępu do faktur, więc nie mogę ich tam wysłać. Nic nie zostało wysłane. Proszę wybrać osobę z rolą finansową lub zarządczą.`,
  },
  already_disputed: {
    en: ({ number, caseNumber }) =>
      `Invoice ${number} is in dispute already, under case ${caseNumber}. I didn’t open another one.`,
    pl: ({ number, caseNumber }) =>
      `Faktura ${number} jest już reklamowana, sprawa ${caseNumber}. Druga nie została otwarta.`,
  },
  nothing_to_send: {
    en: () => 'There are no such invoices, so there was nothing to send.',
    pl: () => 'Nie ma takich faktur, więc nie było czego wysyłać.',
  },
  too_many_mails: {
    en: ({ most }) =>
      `You’ve sent ${most} lists in the last 24 hours, which is the most there can be. Nothing was sent; please try again tomorrow.`,
    pl: ({ most }) =>
      `W ciągu ostatnich 24 godzin wysłano w Twoim imieniu ${most} zestawień, a więcej się nie da. Nic nie zostało wysłane, proszę spróbować jutro.`,
  },
  too_many_invoices: {
    en: ({ most }) =>
      `That’s more than ${counted('en', Number(most), INVOICES)}. Nothing was done; please narrow it down by status or period.`,
    pl: ({ most }) =>
      `To więcej niż ${counted('pl', Number(most), INVOICES)}. Nic nie zostało zrobione; proszę zawęzić wybór statusem lub okresem.`,
  },
};
