import type { Block } from '../../src/kit/card.ts';
import type { Action, Confirmation } from '../../src/kit/dialog.ts';
import { Decimal, type Money, showMoney } from '../../src/lib/money.ts';
import type { RewardQuote } from '../../src/portal/rewards/quote.ts';
import { type Context, defineDialog } from '../define.ts';
import { buttonsIn, start } from '../home.ts';
import { amountField } from '../invoices/pay-quote.ts';
import { lookedAt } from '../invoices/show.ts';
import { redeemableInvoice } from './redeem-invoice.ts';
import { redemptionQuote } from './redeem-quote.ts';
import { type RedeemTexts, redeemTexts } from './redeem-texts.ts';
import { usedInAll, usesTable } from './uses.ts';

/** Uses rewards on a support invoice's pre-tax part, after everything was shown; it can't be taken back. */
export const redeemRewards = defineDialog({
  intent: 'rewards.redeem',
  permission: 'rewards.redeem',
  title: { en: 'Use rewards on an invoice', pl: 'Wykorzystaj nagrody na poczet faktury' },
  slots: { invoice: redeemableInvoice, quote: redemptionQuote },
  texts: redeemTexts,
  confirm: ({ locale }, { quote }, texts) => confirmation(locale, quote, texts),
  async run(ctx, { invoice, quote }, { texts: t, key }) {
    const { amount, uses } = quote;
    const done = await ctx.portal.rewards.redeem({
      ...{ key, invoiceId: quote.invoice.id, amount },
      uses: uses.map(({ batchId, units }) => ({ batchId, units })),
      // The confirmation warned of the dispute it showed.
      mayBeDisputed: quote.invoice.disputed,
    });
    const { locale } = ctx;
    const left = some(locale, done.left);
    const text = [
      t.done(usedInAll(locale, uses, amount), done.invoiceNumber, done.number),
      t.now(left, some(locale, done.balance)),
    ].join(' ');
    const slots = { ref: done.invoiceId };
    const pay = invoice.payable && left ? [start(t.pay, 'invoices.pay', slots)] : [];
    const blocks: Block<Action>[] = [
      { type: 'text', text },
      ...buttonsIn(...pay, start(t.show, 'invoices.show', slots)),
    ];
    const shown = lookedAt(ctx, done.invoiceId);
    return { replies: [{ text, card: { blocks } }], shown, undo: { impossible: t.noUndo } };
  },
});

const some = (locale: Context['locale'], amount: Money): string | undefined =>
  new Decimal(amount.amount).isZero() ? undefined : showMoney(locale, amount);

function confirmation(locale: Context['locale'], quote: RewardQuote, t: RedeemTexts): Confirmation {
  const { invoice, amount, most, uses, leftAfter, balanceAfter } = quote;
  const what = usedInAll(locale, uses, amount);
  const text = t.ask(what, invoice.number, some(locale, leftAfter));
  const asMuchAsFits = amount.amount === most.amount && some(locale, leftAfter) && some(locale, balanceAfter);
  const notes = [
    ...(invoice.disputed ? [t.disputed(invoice.number)] : []),
    ...(asMuchAsFits ? [t.preTax] : []),
    t.final,
  ];
  return {
    text: [text, ...notes].join(' '),
    card: {
      blocks: [
        { type: 'text', text: t.heading, style: 'heading' },
        { type: 'text', text },
        usesTable(locale, uses),
        ...notes.map((note) => ({ type: 'text', text: note }) as const),
      ],
    },
    shows: { invoice, amount, leftAfter, uses: uses.map(({ batchId, units, used }) => ({ batchId, units, used })) },
    yes: t.yes(showMoney(locale, amount)),
    ...(invoice.disputed && { danger: true as const }),
    form: {
      type: 'form',
      fields: [amountField(locale, most, amount)],
      submit: { label: t.go, action: { do: 'fill', slots: { ref: invoice.id } } },
      open: t.change,
    },
  };
}
