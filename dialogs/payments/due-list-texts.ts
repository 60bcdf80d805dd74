import { DUE_KINDS, type DueKind } from '../../src/lib/due-words.ts';
import { counted, type Locale, type Localized } from '../../src/lib/locale.ts';
import type { DuePage } from '../../src/portal/dues/list.ts';
import { charged, listed } from './words.ts';

export interface ListTexts {
  heading: string;
  summary(page: Pick<DuePage, 'counts' | 'overdue' | 'totals'>): string;
  goesOn: string;
  none: string;
  more: string;
  /** @param name what is paid for, after "for" or "za" */
  one(name: string, amount: string, dueOn: string, standing: string): string;
}

const KINDS = {
  en: {
    pending_order: { one: 'pending order', other: 'pending orders' },
    support_renewal: { one: 'support renewal', other: 'support renewals' },
    expired_card: { one: 'transaction with an expired card', other: 'transactions with an expired card' },
  },
  pl: {
    pending_order: {
      ...{ one: 'oczekujące zamówienie', few: 'oczekujące zamówienia' },
      ...{ many: 'oczekujących zamówień', other: 'oczekującego zamówienia' },
    },
    support_renewal: {
      ...{ one: 'odnowienie asysty technicznej', few: 'odnowienia asysty technicznej' },
      ...{ many: 'odnowień asysty technicznej', other: 'odnowienia asysty technicznej' },
    },
    expired_card: {
      ...{ one: 'transakcja z nieważną kartą', few: 'transakcje z nieważną kartą' },
      ...{ many: 'transakcji z nieważną kartą', other: 'transakcji z nieważną kartą' },
    },
  },
} as const satisfies Record<Locale, Record<DueKind, unknown>>;

const kindsIn = (locale: Locale, counts: DuePage['counts']): string =>
  listed(
    locale,
    DUE_KINDS.flatMap((kind) => (counts[kind] ? [counted(locale, counts[kind], pick(kind))] : [])),
  );

/** A kind's words in both languages, as `counted` takes them. */
const pick = (kind: DueKind) => ({ en: KINDS.en[kind], pl: KINDS.pl[kind] });

export const listTexts: Localized<ListTexts> = {
  en: {
    heading: 'Payments due',
    summary: ({ counts, overdue, totals }) =>
      `To be paid: ${kindsIn('en', counts)}; ${charged('en', totals)} in all${overdue > 0 ? `, ${overdue} overdue` : ''}.`,
    goesOn: 'Payments due, continued:',
    none: 'Nothing is due: every order and renewal is paid, and no transaction is waiting for another card.',
    more: 'Show more',
    one: (name, amount, dueOn, standing) => `${amount} for ${name}, due on ${dueOn} (${standing}).`,
  },
  pl: {
    heading: 'Płatności należne',
    summary: ({ counts, overdue, totals }) =>
      `Do zapłaty: ${kindsIn('pl', counts)}; razem ${charged('pl', totals)}${overdue > 0 ? `, po terminie: ${overdue}` : ''}.`,
    goesOn: 'Płatności należne, ciąg dalszy:',
    none: 'Nie ma płatności należnych: zamówienia i odnowienia są opłacone, a żadna transakcja nie czeka na inną kartę.',
    more: 'Pokaż więcej',
    one: (name, amount, dueOn, standing) => `${amount} za ${name}, termin ${dueOn} (${standing}).`,
  },
};
