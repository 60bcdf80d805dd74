import { counted, type Localized } from '../../src/lib/locale.ts';

export interface DigestTexts {
  title: string;
  invoices(count: number, owed: string): string;
  contracts(count: number): string;
  dues(count: number, owed: string): string;
  cards(count: number, list: string): string;
  expires(month: string): string;
  expired(month: string): string;
  /** The last words of a list that goes on elsewhere. */
  more(count: number): string;
  labels: Record<'allInvoices' | 'allContracts' | 'allDues' | 'methods' | 'addCard' | 'later' | 'off', string>;
}

const INVOICES = {
  en: { one: 'invoice has become overdue', other: 'invoices have become overdue' },
  pl: {
    one: 'faktura jest po terminie',
    few: 'faktury są po terminie',
    many: 'faktur jest po terminie',
    other: 'faktury jest po terminie',
  },
} as const;

const CONTRACTS = {
  en: { one: 'contract expires within 90 days', other: 'contracts expire within 90 days' },
  pl: {
    one: 'umowa wygasa w ciągu 90 dni',
    few: 'umowy wygasają w ciągu 90 dni',
    many: 'umów wygasa w ciągu 90 dni',
    other: 'umowy wygasa w ciągu 90 dni',
  },
} as const;

const DUES = {
  en: { one: 'renewal is to be paid', other: 'renewals are to be paid' },
  pl: {
    one: 'odnowienie czeka na opłacenie',
    few: 'odnowienia czekają na opłacenie',
    many: 'odnowień czeka na opłacenie',
    other: 'odnowienia czeka na opłacenie',
  },
} as const;

const CARDS = {
  en: { one: 'card on file needs replacing', other: 'cards on file need replacing' },
  pl: {
    one: 'zapisana karta wymaga wymiany',
    few: 'zapisane karty wymagają wymiany',
    many: 'zapisanych kart wymaga wymiany',
    other: 'zapisanej karty wymaga wymiany',
  },
} as const;

/** What the day's summary says. */
export const DIGEST_TEXTS: Localized<DigestTexts> = {
  en: {
    title: 'What needs your attention',
    invoices: (count, owed) => `${counted('en', count, INVOICES)}: ${owed} left to pay.`,
    contracts: (count) => `${counted('en', count, CONTRACTS)}.`,
    dues: (count, owed) => `${counted('en', count, DUES)}: ${owed}.`,
    cards: (count, list) => `${counted('en', count, CARDS)}: ${list}.`,
    expires: (month) => `expires ${month}`,
    expired: (month) => `expired ${month}`,
    more: (count) => `and ${count} more`,
    labels: {
      ...{ allInvoices: 'Show all overdue invoices', allContracts: 'Show expiring contracts' },
      ...{ allDues: 'Show payments due', methods: 'Show payment methods', addCard: 'Add a card' },
      ...{ later: 'Remind me tomorrow', off: 'Turn this reminder off' },
    },
  },
  pl: {
    title: 'Co wymaga uwagi',
    invoices: (count, owed) => `${counted('pl', count, INVOICES)}, do zapłaty: ${owed}.`,
    contracts: (count) => `${counted('pl', count, CONTRACTS)}.`,
    dues: (count, owed) => `${counted('pl', count, DUES)}: ${owed}.`,
    cards: (count, list) => `${counted('pl', count, CARDS)}: ${list}.`,
    expires: (month) => `ważna do ${month}`,
    expired: (month) => `ważna była do ${month}`,
    more: (count) => `i jeszcze ${count}`,
    labels: {
      ...{ allInvoices: 'Pokaż wszystkie zaległe faktury', allContracts: 'Pokaż wygasające umowy' },
      ...{ allDues: 'Pokaż płatności należne', methods: 'Pokaż metody płatności', addCard: 'Dodaj kartę' },
      ...{ later: 'Przypomnij jutro', off: 'Wyłącz to przypomnienie' },
    },
  },
};
