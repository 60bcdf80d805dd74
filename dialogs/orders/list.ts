import type { Block } from '../../src/kit/card.ts';
import type { Action, Draft, FrameSlots } from '../../src/kit/dialog.ts';
import type { OrderFilter } from '../../src/lib/order-words.ts';
import type { OrderPage } from '../../src/portal/orders/list.ts';
import { type Context, defineDialog, optional } from '../define.ts';
import { buttonsIn, start } from '../home.ts';
import { amounts, span } from '../invoices/words.ts';
import { cursorSlot, periodSlot } from '../list-slots.ts';
import { orderTable } from './cards.ts';
import { type ListTexts, listTexts } from './list-texts.ts';

interface Said extends FrameSlots {
  status: OrderFilter;
}

/** Orders by state and order date, newest first, with what they are worth per currency. */
export const listOrders = defineDialog({
  intent: 'orders.list',
  permission: 'orders.read',
  title: { en: 'Show orders', pl: 'Pokaż zamówienia' },
  reads: true,
  slots: {
    // Words that are no status of orders ("overdue") say nothing.
    status: optional<OrderFilter>({
      takes: ['status'],
      resolve: (_ctx, { status }) => (status && isFilter(status) ? { value: status } : { missing: true }),
    }),
    period: periodSlot,
    after: cursorSlot,
  },
  texts: listTexts,
  async run(ctx, { status = 'all', period, after }, { texts }) {
    const said: Said = { status, ...(period && { period }) };
    const page = await ctx.portal.orders.list({ ...said, ...(after && { after }) });
    if (page.rows.length === 0) return { replies: [empty(ctx, said, texts)] };
    const refs = page.rows.map(({ id }) => id);
    const next = page.next && { next: page.next };
    const shown = { kind: 'order' as const, intent: 'orders.list' as const, slots: said, refs, ...next };
    return { replies: [listed(ctx, said, page, texts, after !== undefined)], shown };
  },
});

const isFilter = (word: string): word is OrderFilter => Object.hasOwn(listTexts.en.title, word);

/** Show more goes on with this very list, whatever was shown since. */
function listed(ctx: Context, said: Said, page: OrderPage, texts: ListTexts, goesOn: boolean): Draft {
  const { locale } = ctx;
  const { status, period } = said;
  const title = texts.title[status];
  const worth = amounts(locale, page.totals);
  const text = goesOn ? texts.goesOn(title) : texts.summary(status, page.count, worth, period && span(locale, period));
  const more = page.next ? [start(texts.more, 'orders.list', { ...said, after: page.next })] : [];
  const blocks: Block<Action>[] = [
    { type: 'text', text: title, style: 'heading' },
    { type: 'text', text },
    orderTable(ctx, page.rows),
    ...buttonsIn(...more),
  ];
  return { text, card: { blocks } };
}

/** Says well that there is nothing, and offers to look at everything. */
function empty({ locale }: Context, { status, period }: Said, texts: ListTexts): Draft {
  const text = texts.empty(status, period && span(locale, period));
  if (status === 'all' && !period) return { text };
  const all = start(texts.all, 'orders.list', { status: 'all' });
  return { text, card: { blocks: [{ type: 'text', text }, ...buttonsIn(all)] } };
}
