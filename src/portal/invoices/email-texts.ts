import { showDate } from '../../lib/dates.ts';
import { LIST_TITLE, type StatusFilter } from '../../lib/invoice-words.ts';
import { counted, type Locale } from '../../lib/locale.ts';

interface Contents {
  account: string;
  sender: string;
  toOneself: boolean;
  count: number;
}

/** The mail a list or an invoice is attached to. */
export interface EmailTexts {
  subject(title: string, account: string): string;
  text(title: string, contents: Contents): string;
  list: string;
}

export const EMAIL_TEXTS: Record<Locale, EmailTexts> = {
  en: {
    subject: (title, account) => `${title} – ${account}`,
    text: (title, { account, sender, toOneself, count }) =>
      [
        toOneself ? `Here is what you asked for in chat.` : `${sender} asked us in chat to send you this.`,
        `${title}, account ${account}: ${counted('en', count, INVOICES)}, attached as PDF and as CSV (for a spreadsheet).`,
        'You get this mail because you may see the invoices of this account in the customer portal.',
      ].join('\n\n'),
    list: 'invoices',
  },
  pl: {
    subject: (title, account) => `${title} – ${account}`,
    text: (title, { account, sender, toOneself, count }) =>
      [
        toOneself
          ? 'Przesyłamy to, o co chodziło na czacie.'
          : `${sender} prosi na czacie o przesłanie tej wiadomości.`,
        `${title}, konto ${account}: ${counted('pl', count, INVOICES)}, w załącznikach PDF i CSV (do arkusza kalkulacyjnego).`,
        'Ta wiadomość trafia do Ciebie, ponieważ masz dostęp do faktur tego konta w portalu klienta.',
      ].join('\n\n'),
    list: 'faktury',
  },
};

const INVOICES = {
  en: { one: 'invoice', other: 'invoices' },
  pl: { one: 'faktura', few: 'faktury', many: 'faktur', other: 'faktury' },
} as const;

/** "Overdue invoices, 1 Oct 2026 – 31 Oct 2026". */
export function listTitle(locale: Locale, status: StatusFilter, period?: { from: string; to: string }): string {
  const when = period ? `, ${showDate(locale, period.from)} – ${showDate(locale, period.to)}` : '';
  return LIST_TITLE[locale][status] + when;
}

export const invoiceTitle = (locale: Locale, number: string): string =>
  `${locale === 'pl' ? 'Faktura' : 'Invoice'} ${number}`;
