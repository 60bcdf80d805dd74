import type { Block, Button } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { dateIn, showDate } from '../../src/lib/dates.ts';
import type { Locale } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { PaymentView } from '../../src/portal/payments/view.ts';
import type { Context } from '../define.ts';
import { actionsOf, LABELS } from './cards.ts';
import { numbersOf, STATE, thingsOf } from './words.ts';

type Table = Extract<Block<Action>, { type: 'table' }>;

/** The invoices' numbers alone, where the column says that they are invoices. */
const numbers = (locale: Locale, { items }: PaymentView): string =>
  numbersOf(
    locale,
    items.map(({ number }) => number),
  );

/** Payments in a list, newest first as they come; `actions` is what pressing one does. */
export function paymentTable(
  { locale, timeZone }: Context,
  rows: readonly PaymentView[],
  actions: (payment: PaymentView) => Button<Action>[],
): Table {
  const t = LABELS[locale];
  const invoices = rows.every(({ items }) => items.every(({ kind }) => kind === 'invoice'));
  const [column, what] = invoices ? [t.for, numbers] : [t.what, thingsOf];
  return {
    type: 'table',
    columns: [
      ...[t.payment, t.made, column, t.payer, t.state].map((label) => ({ label })),
      { label: t.amount, align: 'right' },
    ],
    rows: rows.map((payment) => ({
      cells: [
        payment.number,
        showDate(locale, dateIn(timeZone, new Date(payment.confirmedAt))),
        what(locale, payment),
        payment.payer.name,
        STATE[locale][payment.state],
        showMoney(locale, payment.amount),
      ],
      actions: actions(payment),
    })),
  };
}

/** Payments to choose from: pressing one answers the question it stands under. */
export const choiceTable = (ctx: Context, rows: readonly PaymentView[]): Table =>
  paymentTable(ctx, rows, ({ id }) => [
    { label: LABELS[ctx.locale].choose, action: { do: 'fill', slots: { ref: id } } },
  ]);

/** What can be done with a payment in a list; typed or chosen there, a decision is confirmed. */
export function rowActions(ctx: Context, payment: PaymentView): Button<Action>[] {
  return actionsOf(ctx, payment).map((button) => {
    if ('url' in button || button.action.do !== 'start') return button;
    const { digest: _shownElsewhere, ...action } = button.action;
    return { ...button, action };
  });
}
