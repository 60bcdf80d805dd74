import type { Block, Button } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { dateIn, showDate } from '../../src/lib/dates.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { PaymentView } from '../../src/portal/payments/view.ts';
import type { Context } from '../define.ts';
import { actionsOf, LABELS } from './cards.ts';
import { numbersOf, STATE } from './words.ts';

type Table = Extract<Block<Action>, { type: 'table' }>;

/** Payments in a list, newest first as they come; `actions` is what pressing one does. */
export function paymentTable(
  { locale, timeZone }: Context,
  rows: readonly PaymentView[],
  actions: (payment: PaymentView) => Button<Action>[],
): Table {
  const t = LABELS[locale];
  return {
    type: 'table',
    columns: [
      ...[t.payment, t.made, t.for, t.payer, t.state].map((label) => ({ label })),
      { label: t.amount, align: 'right' },
    ],
    rows: rows.map((payment) => ({
      cells: [
        payment.number,
        showDate(locale, dateIn(timeZone, new Date(payment.confirmedAt))),
        numbersOf(
          locale,
          payment.items.map(({ number }) => number),
        ),
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
