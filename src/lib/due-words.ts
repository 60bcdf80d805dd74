import type { Locale, Localized } from './locale.ts';

/** What a payment due is for (PRODUCT.md section 4). */
export const DUE_KINDS = ['pending_order', 'support_renewal', 'expired_card'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** A kind in a list. */
export const DUE_KIND: Localized<Record<DueKind, string>> = {
  en: {
    pending_order: 'Pending order',
    support_renewal: 'Support renewal',
    expired_card: 'Transaction, expired card',
  },
  pl: {
    pending_order: 'Oczekujące zamówienie',
    support_renewal: 'Odnowienie asysty technicznej',
    expired_card: 'Transakcja, nieważna karta',
  },
};

/** What stands before its number, also once it is paid. */
export const DUE_THING: Localized<Record<DueKind, string>> = {
  en: { pending_order: 'Order', support_renewal: 'Renewal of contract', expired_card: 'Transaction' },
  pl: { pending_order: 'Zamówienie', support_renewal: 'Odnowienie umowy', expired_card: 'Transakcja' },
};

/**
 * What is paid for, after "for" and after "za": "order 88019", "the renewal of contract S-310", "“Mail archive”".
 * @param number the order's or the contract's; of a transaction, its description
 */
export function dueName(locale: Locale, { kind, number }: { kind: DueKind; number: string }): string {
  const pl = locale === 'pl';
  if (kind === 'pending_order') return `${pl ? 'zamówienie' : 'order'} ${number}`;
  if (kind === 'support_renewal') return `${pl ? 'odnowienie umowy' : 'the renewal of contract'} ${number}`;
  return pl ? `„${number}”` : `“${number}”`;
}
