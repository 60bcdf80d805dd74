import type { StatusFilter } from '../../src/lib/invoice-words.ts';
import { counted, intlTag, type Locale, type Localized } from '../../src/lib/locale.ts';

interface Count {
  count: number;
  more: boolean;
}

export interface ListTexts {
  /** @param owed amounts, where something is left to pay; @param issued the period, where one was said */
  summary(status: StatusFilter, count: Count, owed: string | undefined, issued: string | undefined): string;
  empty(status: StatusFilter, issued: string | undefined): string;
  goesOn(title: string): string;
  more: string;
  email: string;
  all: string;
  /** Of what can be paid together. */
  payAll: Partial<Record<StatusFilter, string>>;
}

/** "3 overdue invoices"; in Polish in the accusative, as after "masz". */
const INVOICES: Record<StatusFilter, Parameters<typeof counted>[2]> = {
  overdue: forms('overdue ', ['zaległą fakturę', 'zaległe faktury', 'zaległych faktur']),
  open: forms('open ', ['otwartą fakturę', 'otwarte faktury', 'otwartych faktur']),
  unpaid: forms('unpaid ', ['nieopłaconą fakturę', 'nieopłacone faktury', 'nieopłaconych faktur']),
  closed: forms('closed ', ['zamkniętą fakturę', 'zamknięte faktury', 'zamkniętych faktur']),
  all: forms('', ['fakturę', 'faktury', 'faktur']),
};

function forms(en: string, [one, few, many]: readonly [string, string, string]) {
  return {
    en: { one: `${en}invoice`, other: `${en}invoices` },
    pl: { one, few, many, other: few },
  };
}

function howMany(locale: Locale, status: StatusFilter, { count, more }: Count): string {
  if (!more) return counted(locale, count, INVOICES[status]);
  const { en, pl } = INVOICES[status];
  const number = new Intl.NumberFormat(intlTag[locale], { useGrouping: 'always' }).format(count);
  return locale === 'pl' ? `ponad ${number} ${pl.many}` : `more than ${number} ${en.other}`;
}

export const listTexts: Localized<ListTexts> = {
  en: {
    summary(status, count, owed, issued) {
      const when = issued ? ` (issued ${issued})` : '';
      return `You have ${howMany('en', status, count)}${when}${owed ? `, ${owed} left to pay` : ''}.`;
    },
    empty(status, issued) {
      if (issued) return `There are no ${INVOICES[status].en.other} issued ${issued}.`;
      if (status === 'overdue') return 'Nothing is overdue. There are no overdue invoices.';
      if (status === 'unpaid') return 'Everything is paid. There are no unpaid invoices.';
      return `There are no ${INVOICES[status].en.other} in your account.`;
    },
    goesOn: (title) => `${title}, continued:`,
    more: 'Show more',
    email: 'E-mail this list',
    all: 'Show all invoices',
    payAll: { overdue: 'Pay all overdue', open: 'Pay all open', unpaid: 'Pay all unpaid' },
  },
  pl: {
    summary(status, count, owed, issued) {
      const when = issued ? ` (data wystawienia: ${issued})` : '';
      return `Masz ${howMany('pl', status, count)}${when}${owed ? `, do zapłaty: ${owed}` : ''}.`;
    },
    empty(status, issued) {
      const none = INVOICES[status].pl.many;
      if (issued) return `Nie ma ${none} wystawionych w tym okresie: ${issued}.`;
      if (status === 'overdue') return 'Nic nie zalega, nie ma zaległych faktur.';
      if (status === 'unpaid') return 'Wszystko jest opłacone, nie ma nieopłaconych faktur.';
      return `Na Twoim koncie nie ma ${none}.`;
    },
    goesOn: (title) => `${title}, ciąg dalszy:`,
    more: 'Pokaż więcej',
    email: 'Wyślij listę e-mailem',
    all: 'Pokaż wszystkie faktury',
    payAll: {
      overdue: 'Zapłać wszystkie zaległe',
      open: 'Zapłać wszystkie otwarte',
      unpaid: 'Zapłać wszystkie nieopłacone',
    },
  },
};
