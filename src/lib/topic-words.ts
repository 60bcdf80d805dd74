import { intlTag, type Locale, type Localized } from './locale.ts';

/** What people are told of without asking (INTENTS.md `topic`; PRODUCT.md section 11). */
export const TOPICS = ['overdue_invoices', 'renewals', 'expiring_cards', 'orders', 'approvals'] as const;
export type Topic = (typeof TOPICS)[number];

export const isTopic = (value: unknown): value is Topic => TOPICS.includes(value as Topic);

/** A topic by itself, as in a list. */
export const TOPIC_NAME: Localized<Record<Topic, string>> = {
  en: {
    overdue_invoices: 'overdue invoices',
    renewals: 'renewals',
    expiring_cards: 'expiring cards',
    orders: 'changes of orders you watch',
    approvals: 'approvals waiting for you',
  },
  pl: {
    overdue_invoices: 'zaległe faktury',
    renewals: 'odnowienia',
    expiring_cards: 'karty tracące ważność',
    orders: 'zmiany obserwowanych zamówień',
    approvals: 'sprawy czekające na Twoją decyzję',
  },
};

/** After "about" and "o". */
const ABOUT: Localized<Record<Topic, string>> = {
  en: TOPIC_NAME.en,
  pl: {
    overdue_invoices: 'zaległych fakturach',
    renewals: 'odnowieniach',
    expiring_cards: 'kartach tracących ważność',
    orders: 'zmianach obserwowanych zamówień',
    approvals: 'sprawach czekających na Twoją decyzję',
  },
};

/** "about renewals and expiring cards", "o odnowieniach i kartach tracących ważność". */
export function aboutTopics(locale: Locale, topics: readonly Topic[]): string {
  const names = topics.map((topic) => ABOUT[locale][topic]);
  const list = new Intl.ListFormat(intlTag[locale], { type: 'conjunction' }).format(names);
  return `${locale === 'pl' ? 'o' : 'about'} ${list}`;
}
