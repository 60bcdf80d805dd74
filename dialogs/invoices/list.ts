import type { Block, Button } from '../../src/kit/card.ts';
import type { Action, Draft, FrameSlots } from '../../src/kit/dialog.ts';
import { LIST_TITLE, type StatusFilter } from '../../src/lib/invoice-words.ts';
import type { InvoicePage } from '../../src/portal/invoices/list.ts';
import { type Context, defineDialog } from '../define.ts';
import { cursorSlot, periodSlot } from '../list-slots.ts';
import { invoiceTable } from './cards.ts';
import { type ListTexts, listTexts } from './list-texts.ts';
import { statusSlot } from './slots.ts';
import { amounts, span } from './words.ts';

/** Invoices by status and period, overdue first, with totals per currency; also the answer to "how much do we owe". */
export const listInvoices = defineDialog({
  intent: 'invoices.list',
  permission: 'invoices.read',
  title: { en: 'Show invoices', pl: 'Pokaż faktury' },
  reads: true,
  slots: {
    status: statusSlot,
    period: periodSlot,
    after: cursorSlot,
  },
  texts: listTexts,
  async run(ctx, { status = 'all', period, after }, { texts }) {
    const said: Said = { status, ...(period && { period }) };
    const page = await ctx.portal.invoices.list({ ...said, ...(after && { after }) });
    if (page.rows.length === 0) return { replies: [empty(ctx, said, texts)] };
    const refs = page.rows.map(({ id }) => id);
    const next = page.next && { next: page.next };
    const shown = { kind: 'invoice' as const, intent: 'invoices.list' as const, slots: said, refs, ...next };
    return { replies: [listed(ctx, said, page, texts, after !== undefined)], shown };
  },
});

interface Said extends FrameSlots {
  status: StatusFilter;
}

function listed(ctx: Context, said: Said, page: InvoicePage, texts: ListTexts, goesOn: boolean): Draft {
  const { locale } = ctx;
  const { status, period } = said;
  const title = LIST_TITLE[locale][status];
  const issued = period && span(locale, period);
  const owed = page.left.length > 0 ? amounts(locale, page.left) : undefined;
  const text = goesOn ? texts.goesOn(title) : texts.summary(status, page, owed, issued);
  const buttons = actions(said, page, texts);
  const blocks: Block<Action>[] = [
    { type: 'text', text: title, style: 'heading' },
    { type: 'text', text },
    invoiceTable(ctx, page.rows, status === 'closed'),
    { type: 'actions', buttons },
  ];
  return { text, card: { blocks } };
}

/** Show more goes on with this very list, whatever was shown since. */
function actions(said: Said, { rows, next }: InvoicePage, texts: ListTexts): Button<Action>[] {
  const { status } = said;
  const payAll = texts.payAll[status];
  const several = rows.filter(({ payable, disputed, underWay }) => payable && !disputed && !underWay).length > 1;
  return [
    ...(next ? [start(texts.more, 'invoices.list', { ...said, after: next })] : []),
    ...(payAll && several && !said.period ? [start(payAll, 'invoices.pay', { status })] : []),
    start(texts.email, 'invoices.email', said),
  ];
}

const start = (label: string, intent: 'invoices.list' | 'invoices.pay' | 'invoices.email', slots: FrameSlots) => ({
  label,
  action: { do: 'start' as const, intent, slots },
});

/** Says well that there is nothing, and offers to look at everything. */
function empty({ locale }: Context, { status, period }: Said, texts: ListTexts): Draft {
  const text = texts.empty(status, period && span(locale, period));
  if (status === 'all' && !period) return { text };
  const all = start(texts.all, 'invoices.list', { status: 'all' });
  return {
    text,
    card: {
      blocks: [
        { type: 'text', text },
        { type: 'actions', buttons: [all] },
      ],
    },
  };
}
