import type { Block, Button, Rich } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { daysBetween, showDate } from '../../src/lib/dates.ts';
import { DUE_KIND, DUE_THING } from '../../src/lib/due-words.ts';
import { counted, type Locale, type Localized } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { DueRow, DueState } from '../../src/portal/dues/row.ts';
import type { Context } from '../define.ts';
import { start } from '../home.ts';
import { span } from '../invoices/words.ts';
import { methodName } from './words.ts';

type Label = 'what' | 'kind' | 'of' | 'due' | 'state' | 'amount' | 'renews' | 'card' | 'show' | 'pay' | 'choose';

const LABELS: Localized<Record<Label, string>> = {
  en: {
    ...{ what: 'For', kind: 'Kind', of: 'Details', due: 'Due', state: 'State', amount: 'Amount' },
    ...{ renews: 'Renews for', card: 'Charged to', show: 'Show', pay: 'Pay', choose: 'Choose' },
  },
  pl: {
    ...{ what: 'Za co', kind: 'Rodzaj', of: 'Opis', due: 'Termin', state: 'Stan', amount: 'Kwota' },
    ...{ renews: 'Odnowienie na okres', card: 'Karta', show: 'Pokaż', pay: 'Zapłać', choose: 'Wybierz' },
  },
};

const STATE: Localized<Record<DueState, string>> = {
  en: { due: 'to be paid', under_way: 'payment submitted', paid: 'paid', cancelled: 'order cancelled' },
  pl: { due: 'do zapłaty', under_way: 'płatność w toku', paid: 'opłacone', cancelled: 'zamówienie anulowane' },
};

const DAYS = {
  en: { one: 'day', other: 'days' },
  pl: { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' },
} as const;

type Ctx = Pick<Context, 'locale' | 'today'>;
type Table = Extract<Block<Action>, { type: 'table' }>;

/** The number that people know it by; a transaction has none, so it is what the data says of it. */
export const calledBy = ({ number, description }: DueRow): string => number ?? description;

/** "4 days overdue", "to be paid", "payment submitted". */
export function standing({ locale, today }: Ctx, { state, overdue, dueOn }: DueRow): string {
  if (state !== 'due' || !overdue) return STATE[locale][state];
  const days = counted(locale, daysBetween(dueOn, today), DAYS);
  return locale === 'pl' ? `po terminie: ${days}` : `${days} overdue`;
}

/** What is due, with what can be done with each by the person asking. */
export const dueTable = (ctx: Ctx, rows: readonly DueRow[], mayPay: boolean): Table =>
  table(ctx, rows, (row) => [
    start(LABELS[ctx.locale].show, 'payments.due.list', { ref: row.id }),
    ...payButton(ctx, row, mayPay),
  ]);

/** To choose from: pressing one answers the question it stands under. */
export const choiceTable = (ctx: Ctx, rows: readonly DueRow[]): Table =>
  table(ctx, rows, ({ id }) => [{ label: LABELS[ctx.locale].choose, action: { do: 'fill', slots: { ref: id } } }]);

export const payButton = ({ locale }: Ctx, { id, state }: DueRow, mayPay: boolean): Button<Action>[] =>
  mayPay && state === 'due' ? [start(LABELS[locale].pay, 'payments.due.pay', { ref: id })] : [];

/** All of one. */
export function fieldsOf(ctx: Ctx, row: DueRow): { label: string; value: Rich }[] {
  const { locale } = ctx;
  const t = LABELS[locale];
  return [
    { label: DUE_THING[locale][row.kind], value: calledBy(row) },
    { label: t.amount, value: [{ b: showMoney(locale, row.amount) }] },
    { label: t.due, value: showDate(locale, row.dueOn) },
    { label: t.state, value: standing(ctx, row) },
    ...besides(locale, row),
  ];
}

/** What else is worth knowing before it is paid: what the data says, the period it renews for, the card it failed on. */
export function besides(
  locale: Locale,
  { number, description, renews, card }: DueRow,
): { label: string; value: Rich }[] {
  const t = LABELS[locale];
  return [
    ...(number === null ? [] : [{ label: t.of, value: description }]),
    ...(renews ? [{ label: t.renews, value: span(locale, renews) }] : []),
    ...(card ? [{ label: t.card, value: methodName(locale, card) }] : []),
  ];
}

function table(ctx: Ctx, rows: readonly DueRow[], actions: (row: DueRow) => Button<Action>[]): Table {
  const { locale } = ctx;
  const t = LABELS[locale];
  const labels = [t.what, t.kind, t.due, t.state, t.amount];
  return {
    type: 'table',
    columns: labels.map((label, at) => ({ label, ...(at === labels.length - 1 && { align: 'right' as const }) })),
    rows: rows.map((row) => ({
      cells: [
        calledBy(row),
        DUE_KIND[locale][row.kind],
        showDate(locale, row.dueOn),
        standing(ctx, row),
        showMoney(locale, row.amount),
      ],
      actions: actions(row),
    })),
  };
}
