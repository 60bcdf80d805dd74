import type { Block } from '../../src/kit/card.ts';
import type { Action, Draft } from '../../src/kit/dialog.ts';
import type { PaymentView } from '../../src/portal/payments/view.ts';
import type { Context } from '../define.ts';
import { fieldsOf, shownOf } from './cards.ts';
import { howItStands } from './sentences.ts';

/** The payment as it is shown before a decision about it; `shows` is what the card of the matter is bound to too. */
export function decisionSummary(ctx: Context, payment: PaymentView, text: string) {
  const blocks: Block<Action>[] = [
    { type: 'text', text },
    { type: 'fields', items: fieldsOf(ctx, payment) },
  ];
  return { text, card: { blocks }, shows: shownOf(payment) };
}

/** Says that nothing was done, since the payment just lapsed (`ended`) or had ended before, and how it stands. */
export function undecidable(ctx: Context, outcome: string, payment: PaymentView): Draft {
  const stands = howItStands(ctx, payment);
  if (outcome === 'ended') {
    return { text: `${ctx.locale === 'pl' ? 'Już za późno na decyzję.' : 'It’s too late to decide.'} ${stands}` };
  }
  const unchanged = ctx.locale === 'pl' ? 'Tym razem nic się nie zmieniło.' : 'I changed nothing.';
  return { text: `${unchanged} ${stands}` };
}
