import type { Block, Button } from '../../src/kit/card.ts';
import type { Action, Shown } from '../../src/kit/dialog.ts';
import type { InvoiceDetails } from '../../src/portal/invoices/details.ts';
import { type Context, defineDialog } from '../define.ts';
import { factsOf, linesOf, paidOf } from './show-card.ts';
import { type ShowTexts, showTexts } from './show-texts.ts';
import { invoiceSlot } from './slots.ts';
import { stateOf } from './words.ts';

/** One invoice: status, amounts, lines, payments and disputes. Also "is invoice 123 paid?". */
export const showInvoice = defineDialog({
  intent: 'invoices.show',
  permission: 'invoices.read',
  title: { en: 'Show one invoice', pl: 'Pokaż jedną fakturę' },
  reads: true,
  slots: {
    invoice: invoiceSlot({
      ask: { en: 'Which invoice would you like to see?', pl: 'Którą fakturę pokazać?' },
      status: 'all',
    }),
  },
  texts: showTexts,
  async run(ctx, { invoice: { id } }, { texts }) {
    const invoice = await ctx.portal.invoices.show({ id });
    const text = texts.summary(invoice, stateOf(ctx.locale, ctx.today, invoice));
    const blocks: Block<Action>[] = [
      { type: 'text', text: texts.title(invoice), style: 'heading' },
      { type: 'text', text },
      factsOf(ctx, invoice, texts),
      ...linesOf(ctx, invoice, texts),
      ...paidOf(ctx, invoice, texts),
      { type: 'actions', buttons: actions(invoice, texts) },
    ];
    return { replies: [{ text, card: { blocks } }], shown: lookedAt(ctx, id) };
  },
});

/** "The second one" still means the list's; "it" means this one. */
export function lookedAt({ shown }: Context, id: string): Shown {
  if (shown?.kind === 'invoice') return { ...shown, focus: id };
  return { kind: 'invoice', intent: 'invoices.show', slots: { ref: id }, refs: [id] };
}

function actions({ id, payable, disputed }: InvoiceDetails, texts: ShowTexts): Button<Action>[] {
  const slots = { ref: id };
  const pay = { label: texts.pay, style: 'primary', action: { do: 'start', intent: 'invoices.pay', slots } } as const;
  return [
    ...(payable ? [pay] : []),
    { label: texts.pdf, action: { do: 'start', intent: 'invoices.download', slots } },
    { label: texts.email, action: { do: 'start', intent: 'invoices.email', slots } },
    ...(disputed
      ? []
      : [{ label: texts.disputeIt, action: { do: 'start', intent: 'invoices.dispute', slots } } as const]),
  ];
}
