import type { Outcome } from '../../src/kit/dialog.ts';
import { type Context, defineDialog } from '../define.ts';
import { paymentDraft } from '../payments/cards.ts';
import { choosable, otherWays, undoOf } from '../payments/ways-on.ts';
import { charged } from '../payments/words.ts';
import { redeemTexts } from '../rewards/redeem-texts.ts';
import { changeForm } from './pay-change.ts';
import { payableInvoices, type Wanted } from './pay-invoices.ts';
import { paymentMethod } from './pay-method.ts';
import { paymentQuote } from './pay-quote.ts';
import { coveredYes, noRewardsNote, redeemedDrafts, rewardWay, shownRewards, withRewards } from './pay-rewards.ts';
import { paymentSummary } from './pay-summary.ts';

interface PayTexts {
  yes(total: string): string;
  only: Record<'overdue' | 'open', string>;
}

/** Pays one invoice, several, all of a status or a part of one, with a method on file or on the provider's page. */
export const payInvoices = defineDialog({
  intent: 'invoices.pay',
  permission: 'invoices.pay',
  title: { en: 'Pay invoices', pl: 'Zapłać faktury' },
  slots: { invoices: payableInvoices, rewards: withRewards, quote: paymentQuote, method: paymentMethod },
  texts: {
    en: {
      yes: (total) => `Pay ${total}`,
      only: { overdue: 'Only the overdue ones', open: 'Only the open ones' },
    },
    pl: {
      yes: (total) => `Zapłać ${total}`,
      only: { overdue: 'Tylko zaległe', open: 'Tylko otwarte' },
    },
  } satisfies Record<'en' | 'pl', PayTexts>,
  async confirm(ctx, { invoices, rewards, quote, method }, texts: PayTexts) {
    const { locale } = ctx;
    const total = charged(
      locale,
      quote.charges.map((charge) => charge.total),
    );
    const charges = quote.charges.length > 0;
    const methods = charges ? await choosable(ctx, quote) : [];
    const form = changeForm(locale, quote, method, methods);
    return {
      ...paymentSummary(locale, quote, method, { notes: rewards && !quote.rewards ? [noRewardsNote(locale)] : [] }),
      yes: charges ? texts.yes(total) : coveredYes(locale, quote),
      instead: [...rewardWay(locale, quote), ...narrower(ctx, invoices, texts), ...otherWays(locale, methods, method)],
      ...(quote.warnings.includes('disputed') && { danger: true as const }),
      ...(form && { form }),
    };
  },
  async run(ctx, { quote, method }, { key }): Promise<Outcome> {
    const rewards = shownRewards(quote);
    const { payments, redeemed } = await ctx.portal.payments.pay({
      key,
      items: quote.items.map(({ id, amount }) => ({ invoiceId: id, amount })),
      method: 'page' in method ? method : { id: method.id },
      // The confirmation warned of every dispute it showed, and only what it showed is paid.
      mayBeDisputed: quote.warnings.includes('disputed'),
      ...(rewards && { rewards: rewards.map(({ invoiceId, uses }) => ({ invoiceId, uses })) }),
    });
    const replies = redeemedDrafts(ctx.locale, redeemed);
    for (const payment of payments) replies.push(await paymentDraft(ctx, payment));
    const { noUndo } = redeemTexts[ctx.locale];
    return { replies, ...(payments.length > 0 ? undoOf(ctx.locale, payments) : { undo: { impossible: noUndo } }) };
  },
});

/** After a list of the overdue ones, "pay them all" may mean no more than these. */
function narrower({ shown }: Context, wanted: Wanted, { only }: PayTexts) {
  const status = shown?.kind === 'invoice' ? shown.slots.status : undefined;
  if (!('status' in wanted) || wanted.status !== 'unpaid' || (status !== 'overdue' && status !== 'open')) return [];
  return [{ label: only[status], action: { do: 'fill' as const, slots: { status } } }];
}
