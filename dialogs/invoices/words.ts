import { daysBetween, type IsoDate, showDate } from '../../src/lib/dates.ts';
import { INVOICE_STATUS } from '../../src/lib/invoice-words.ts';
import { counted, intlTag, type Locale } from '../../src/lib/locale.ts';
import { type Money, showMoney } from '../../src/lib/money.ts';
import type { InvoiceRow } from '../../src/portal/invoices/row.ts';

const DAYS = {
  en: { one: 'day', other: 'days' },
  pl: { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' },
} as const;

/** "12 days overdue", "due in 3 days", "closed", with what else is to be known: a payment under way, a dispute. */
export function stateOf(locale: Locale, today: IsoDate, row: InvoiceRow): string {
  const remarks = [
    row.underWay && (locale === 'pl' ? 'płatność w toku' : 'payment submitted'),
    row.disputed && (locale === 'pl' ? 'zakwestionowana' : 'in dispute'),
  ];
  return [dueIn(locale, today, row), ...remarks].filter((word) => word !== false).join(', ');
}

function dueIn(locale: Locale, today: IsoDate, { status, dueOn, left }: InvoiceRow): string {
  const pl = locale === 'pl';
  if (left.amount.startsWith('-')) return pl ? 'nadpłata' : 'credit balance';
  if (status === 'closed') return INVOICE_STATUS[locale].closed.toLocaleLowerCase(locale);
  const days = daysBetween(today, dueOn);
  if (status === 'overdue') return `${counted(locale, -days, DAYS)} ${pl ? 'po terminie' : 'overdue'}`;
  if (days === 0) return pl ? 'termin dziś' : 'due today';
  if (days === 1) return pl ? 'termin jutro' : 'due tomorrow';
  return `${pl ? 'termin za' : 'due in'} ${counted(locale, days, DAYS)}`;
}

/** "€240.00 and PLN 15,480.50"; currencies are never added together. */
export function amounts(locale: Locale, sums: readonly Money[]): string {
  return new Intl.ListFormat(intlTag[locale], { type: 'conjunction' }).format(
    sums.map((sum) => showMoney(locale, sum)),
  );
}

/** "1 Oct 2026 – 31 Oct 2026", or the one day. */
export const span = (locale: Locale, { from, to }: { from: IsoDate; to: IsoDate }): string =>
  from === to ? showDate(locale, from) : `${showDate(locale, from)} – ${showDate(locale, to)}`;
