import type { Block } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { defineDialog } from '../define.ts';
import { buttonsIn } from '../home.ts';
import { payButtonFor } from '../payments/due-for.ts';
import { watchButton } from './cards.ts';
import { lookedAt, orderSlot } from './slots.ts';
import { factsOf, linesOf, stateSince, timeLine } from './track-card.ts';
import { standingOf } from './words.ts';

const WHICH = {
  en: { ask: 'Which order would you like to track?', none: 'There are no orders in your account.' },
  pl: { ask: 'Które zamówienie śledzić?', none: 'Na Twoim koncie nie ma zamówień.' },
};

/** Where one order is and when it is to be there, with a time line of what has happened. */
export const trackOrder = defineDialog({
  intent: 'orders.track',
  permission: 'orders.read',
  title: { en: 'Track an order', pl: 'Śledź zamówienie' },
  reads: true,
  slots: {
    order: orderSlot(({ locale }) => ({
      intent: 'orders.track',
      implied: () => true,
      ...WHICH[locale],
      candidates: [{ status: 'open' }, { status: 'all' }],
    })),
  },
  texts: { en: { title: 'Order' }, pl: { title: 'Zamówienie' } },
  async run(ctx, { order: { id } }, { texts }) {
    const order = await ctx.portal.orders.show({ id });
    const pay = order.state === 'pending_payment' ? await payButtonFor(ctx, id) : [];
    const text = standingOf(ctx, order, stateSince(ctx, order));
    const blocks: Block<Action>[] = [
      { type: 'text', text: `${texts.title} ${order.number}`, style: 'heading' },
      { type: 'text', text },
      factsOf(ctx, order),
      ...timeLine(ctx, order),
      ...linesOf(ctx, order),
      ...buttonsIn(...pay, ...watchButton(ctx, order)),
    ];
    return { replies: [{ text, card: { blocks } }], shown: lookedAt(ctx, id) };
  },
});
