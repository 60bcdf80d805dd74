import { dueName } from '../../src/lib/due-words.ts';
import { counted, intlTag, type Locale, type Localized } from '../../src/lib/locale.ts';
import { type Money, money, showMoney, sum } from '../../src/lib/money.ts';
import type { MethodChoice, MethodView } from '../../src/portal/payments/method-view.ts';
import type { PaymentState } from '../../src/portal/payments/states.ts';
import type { PaidItem, PaymentView } from '../../src/portal/payments/view.ts';

/** More numbers than this are counted in a sentence instead of named. */
const NAMED = 5;

const BRANDS: Record<string, string> = { visa: 'Visa', mastercard: 'Mastercard', amex: 'American Express' };

const brandOf = ({ brand }: MethodView, locale: Locale): string => {
  if (!brand) return locale === 'pl' ? 'Karta' : 'Card';
  return BRANDS[brand] ?? brand[0]?.toLocaleUpperCase(locale) + brand.slice(1);
};

/** What a method is called on a button or in a field: "Visa •••• 4242", "Rachunek •••• 5521". */
export function methodName(locale: Locale, method: MethodChoice): string {
  const pl = locale === 'pl';
  if ('page' in method) return pl ? 'Strona operatora płatności' : 'Payment provider’s page';
  const name = method.kind === 'bank' ? (pl ? 'Rachunek bankowy' : 'Bank account') : brandOf(method, locale);
  return `${name} •••• ${method.last4}`;
}

/** What is paid with, in a sentence: "with Visa •••• 4242", "z rachunku bankowego •••• 5521". */
export function paidWith(locale: Locale, method: MethodChoice): string {
  const pl = locale === 'pl';
  if ('page' in method) return pl ? 'na stronie operatora płatności' : 'on the payment provider’s page';
  if (method.kind === 'bank') {
    return `${pl ? 'z rachunku bankowego' : 'from bank account'} •••• ${method.last4}`;
  }
  if (pl) return `kartą ${method.brand ? `${brandOf(method, locale)} ` : ''}•••• ${method.last4}`;
  return `with ${method.brand ? brandOf(method, locale) : 'the card'} •••• ${method.last4}`;
}

const INVOICES = {
  en: { one: 'invoice', other: 'invoices' },
  // After "za", in the accusative: "za 1 fakturę", "za 2 faktury", "za 5 faktur".
  pl: { one: 'fakturę', few: 'faktury', many: 'faktur', other: 'faktury' },
} as const;

/** "and" and "i" between things. */
export const listed = (locale: Locale, names: readonly string[]): string =>
  new Intl.ListFormat(intlTag[locale], { type: 'conjunction' }).format(names);

/** "or" and "lub" between people of whom one is enough. */
export const oneOf = (locale: Locale, names: readonly string[]): string =>
  new Intl.ListFormat(intlTag[locale], { type: 'disjunction' }).format(names);

/** "invoice 123", "invoices 123 and 124", "12 invoices"; "fakturę 123". */
function invoices(locale: Locale, numbers: readonly string[]): string {
  if (numbers.length > NAMED) return counted(locale, numbers.length, INVOICES);
  const { one } = INVOICES[locale];
  const several = locale === 'pl' ? 'faktury' : 'invoices';
  return `${numbers.length === 1 ? one : several} ${listed(locale, numbers)}`;
}

/** "123 and 124", "12 invoices": for a cell of a list. */
export const numbersOf = (locale: Locale, numbers: readonly string[]): string =>
  numbers.length > NAMED ? counted(locale, numbers.length, INVOICES) : listed(locale, numbers);

/** What a payment is for, as the portal tells it. */
export type Item = Pick<PaidItem, 'kind' | 'number'>;

/** "invoice 123", "order 88019", "the renewal of contract S-310": after "for" and after "za". */
export function thingsOf(locale: Locale, { items }: { items: readonly Item[] }): string {
  const due = items.flatMap(({ kind, number }) => (kind === 'invoice' ? [] : [dueName(locale, { kind, number })]));
  if (due.length > 0) return listed(locale, due);
  return invoices(
    locale,
    items.map(({ number }) => number),
  );
}

/** "for invoice 123", "for invoices 123 and 124", "for 12 invoices", "for order 88019"; "za fakturę 123". */
export const forItems = (locale: Locale, items: readonly Item[]): string =>
  `${locale === 'pl' ? 'za' : 'for'} ${thingsOf(locale, { items })}`;

/** "PLN 300.00 and €50.00": one charge a currency, never added together. */
export const charged = (locale: Locale, totals: readonly Money[]): string =>
  listed(
    locale,
    totals.map((total) => showMoney(locale, total)),
  );

type Parts = Pick<PaymentView, 'amount' | 'items'> & Partial<Pick<PaymentView, 'rewards'>>;

/** "PLN 100.00 for invoice 123", "PLN 60.00 plus PLN 40.00 from rewards for invoice 123". */
export function whatFor(locale: Locale, payment: Parts): string {
  const { amount, rewards } = payment;
  const from = locale === 'pl' ? 'z nagród' : 'from rewards';
  const first = rewards ? ` plus ${showMoney(locale, rewards.value)} ${from}` : '';
  return `${showMoney(locale, amount)}${first} ${forItems(locale, itemsInAll(payment))}`;
}

/** What a payment is for, with what rewards cover of each: the charge and the rewards together. */
export function itemsInAll({ items, rewards }: Pick<Parts, 'items' | 'rewards'>): PaidItem[] {
  const covered = rewards?.items ?? [];
  const whole = items.map((item): PaidItem => {
    const part = covered.find(({ id }) => id === item.id)?.value.amount ?? 0;
    return { ...item, amount: money(sum([item.amount.amount, part]), item.amount.currency) };
  });
  const others = covered.filter(({ id }) => items.every((item) => item.id !== id));
  const rest = others.map(({ id, number, value }): PaidItem => ({ kind: 'invoice', id, number, amount: value }));
  return [...whole, ...rest].sort((a, b) => (a.number < b.number ? -1 : 1));
}

/** A payment's state in a list. */
export const STATE: Localized<Record<PaymentState, string>> = {
  en: {
    awaiting_approval: 'Waiting for approval',
    awaiting_payer: 'Waiting on the payment page',
    processing: 'Being processed',
    needs_review: 'Being looked into',
    succeeded: 'Paid',
    failed: 'Failed',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    expired: 'Expired',
    refunded: 'Refunded',
  },
  pl: {
    awaiting_approval: 'Czeka na zatwierdzenie',
    awaiting_payer: 'Czeka na stronie płatności',
    processing: 'W toku',
    needs_review: 'Wyjaśniana',
    succeeded: 'Zapłacona',
    failed: 'Nieudana',
    declined: 'Odrzucona',
    withdrawn: 'Wycofana',
    expired: 'Wygasła',
    refunded: 'Zwrócona',
  },
};

const WHY: Localized<Record<string, string>> = {
  en: {
    declined: 'the bank declined it',
    insufficient_funds: 'there was not enough money for it',
    expired: 'the card has expired',
    unknown_method: 'the payment provider doesn’t know this method',
    unknown_outcome: 'the payment provider has not said whether the money was taken',
    paid_after_end: 'the money was taken after the payment had ended here',
    left_too_small: 'less is left to pay now than it would have paid',
    amount_changed: 'the amount to be paid has changed',
    method_gone: 'the payment method can’t be used any more',
    payer_changed: 'the person who asked for it may not pay any more',
    not_decided: 'nobody decided within seven days',
    page_ended: 'the time for paying on the page ran out',
  },
  pl: {
    declined: 'bank ją odrzucił',
    insufficient_funds: 'zabrakło środków',
    expired: 'karta straciła ważność',
    unknown_method: 'operator płatności nie zna tej metody',
    unknown_outcome: 'operator płatności nie potwierdził, czy pieniądze zostały pobrane',
    paid_after_end: 'pieniądze pobrano już po jej zakończeniu',
    left_too_small: 'zostało mniej do zapłaty, niż miała objąć',
    amount_changed: 'zmieniła się kwota do zapłaty',
    method_gone: 'metody płatności nie można już użyć',
    payer_changed: 'osoba, która ją zleciła, nie może już płacić',
    not_decided: 'nikt nie podjął decyzji w ciągu siedmiu dni',
    page_ended: 'minął czas na zapłatę na stronie operatora',
  },
};

/** Our own and the gateway's reasons in words; undefined for one that has none. */
export const why = (locale: Locale, reason: string | null): string | undefined => WHY[locale][reason ?? ''];
