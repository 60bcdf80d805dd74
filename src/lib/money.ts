import { Decimal } from 'decimal.js';
import { intlTag, type Locale } from './locale.ts';

/** An amount of one currency: a decimal string ("1250.50") and an ISO 4217 code. Never a floating-point number. */
export interface Money {
  amount: string;
  currency: string;
}

const digits = new Map<string, number>();

/** How many decimals the currency's minor unit has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  let known = digits.get(currency);
  if (known === undefined) {
    known = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    digits.set(currency, known);
  }
  return known;
}

/** Half-up to the currency's minor unit, as a plain decimal string (PRODUCT.md section 3). */
export function round(amount: Decimal.Value, currency: string): string {
  const places = minorDigits(currency);
  return new Decimal(amount).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toFixed(places);
}

export const money = (amount: Decimal.Value, currency: string): Money => ({
  amount: round(amount, currency),
  currency,
});

/** The sum of amounts as a Decimal; of nothing, zero. */
export const sum = (amounts: Iterable<Decimal.Value>): Decimal =>
  [...amounts].reduce<Decimal>((total, next) => total.plus(next), new Decimal(0));

/** Totals per currency, in order of the code; currencies are never added together. */
export function totals(items: Iterable<Money>): Money[] {
  const by = new Map<string, Decimal>();
  for (const { amount, currency } of items) by.set(currency, (by.get(currency) ?? new Decimal(0)).plus(amount));
  return [...by].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, total]) => money(total, currency));
}

const formats = new Map<string, Intl.NumberFormat>(); // Making one costs more than a hundred uses of it.

function format(locale: Locale, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const style = { style: 'currency', currency, useGrouping: 'always' } as const;
  const known = formats.get(key) ?? new Intl.NumberFormat(intlTag[locale], style);
  formats.set(key, known);
  return known;
}

/** For people: "€1,250.50" and "PLN 1,250.50" in English, "1250,50 zł" in Polish (grouped from 1 000 on). */
export function showMoney(locale: Locale, { amount, currency }: Money): string {
  return format(locale, currency).format(amount as Intl.StringNumericLiteral);
}

export { Decimal };
