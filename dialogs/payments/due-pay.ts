import type { Outcome } from '../../src/kit/dialog.ts';
import { CodedError } from '../../src/lib/errors.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { DueRow } from '../../src/portal/dues/row.ts';
import type { Quote } from '../../src/portal/payments/quote.ts';
import { defineDialog, slot } from '../define.ts';
import { paymentMethod } from '../invoices/pay-method.ts';
import { paymentSummary } from '../invoices/pay-summary.ts';
import { paymentDraft } from './cards.ts';
import { besides } from './due-cards.ts';
import { askDue, dueSlot } from './due-slots.ts';
import { choosable, otherWays, undoOf } from './ways-on.ts';
import { charged } from './words.ts';

/** What paying it would be now. Throws `forbidden` `no_decider` where it would have to be approved and nobody could. */
const dueQuote = slot<Quote>({
  takes: [],
  async resolve(ctx, _said, { due }) {
    const quote = await ctx.portal.dues.quote({ id: (due as DueRow).id });
    const [stuck] = quote.charges.filter(({ approval }) => approval?.deciders.length === 0);
    if (stuck) throw new CodedError('forbidden', 'no_decider', { ...stuck.approval });
    return { value: quote };
  },
  ask: (ctx) => askDue(ctx),
});

const texts: Localized<{ yes(total: string): string }> = {
  en: { yes: (total) => `Pay ${total}` },
  pl: { yes: (total) => `Zapłać ${total}` },
};

/** Pays a pending order, a renewal, or with another method a transaction whose card has expired; always all of it. */
export const payDue = defineDialog({
  intent: 'payments.due.pay',
  permission: 'due.pay',
  title: { en: 'Pay what is due', pl: 'Zapłać płatność należną' },
  slots: { due: dueSlot, quote: dueQuote, method: paymentMethod },
  texts,
  async confirm(ctx, { due, quote, method }, t) {
    const { locale } = ctx;
    const totals = quote.charges.map(({ total }) => total);
    const methods = (await choosable(ctx, quote)).filter(({ id }) => id !== due.card?.id);
    const summary = paymentSummary(locale, quote, method, { fields: besides(locale, due) });
    return {
      ...summary,
      shows: { ...summary.shows, renews: due.renews },
      yes: t.yes(charged(locale, totals)),
      instead: otherWays(locale, methods, method),
    };
  },
  async run(ctx, { due, quote, method }, { key }): Promise<Outcome> {
    const [item] = quote.items;
    const payment = await ctx.portal.dues.pay({
      key,
      id: due.id,
      amount: item!.amount,
      method: 'page' in method ? method : { id: method.id },
    });
    return { replies: [await paymentDraft(ctx, payment)], ...undoOf(ctx.locale, [payment]) };
  },
});
