import type { Block } from '../../src/kit/card.ts';
import type { Action, Question } from '../../src/kit/dialog.ts';
import { isCoded } from '../../src/lib/errors.ts';
import { type Money, showMoney } from '../../src/lib/money.ts';
import type { InvoiceRow } from '../../src/portal/invoices/row.ts';
import type { RewardQuote } from '../../src/portal/rewards/quote.ts';
import { type Context, slot } from '../define.ts';
import { amountField } from '../invoices/pay-quote.ts';
import { redeemTexts } from './redeem-texts.ts';

type Problem = keyof (typeof redeemTexts)['en']['problems'];
const isProblem = (reason: string): reason is Problem => Object.hasOwn(redeemTexts.en.problems, reason);

/** What the portal takes for an amount. */
const AMOUNT = /^-?\d{1,15}(\.\d{1,6})?$/;

/** What redeeming would be: as much as possible, or what was said, in money or points. A wrong amount is asked again. */
export const redemptionQuote = slot<RewardQuote>({
  takes: ['amount'],
  async resolve(ctx, { amount }, { invoice }) {
    const { id: invoiceId, number } = invoice as InvoiceRow;
    const { rewards } = ctx.portal;
    if (!amount) return { value: await rewards.quote({ invoiceId }) };
    if (!AMOUNT.test(amount.value)) {
      const { most } = await rewards.quote({ invoiceId });
      return { again: question(ctx, 'no_amount', number, most) };
    }
    try {
      const wanted = { amount: amount.value, ...(amount.currency && { currency: amount.currency }) };
      return { value: await rewards.quote({ invoiceId, amount: wanted }) };
    } catch (error) {
      if (!isCoded(error, 'invalid') || !isProblem(error.reason)) throw error;
      return { again: question(ctx, error.reason, number, error.details.most as Money) };
    }
  },
  ask: ({ locale }) => ({ text: redeemTexts[locale].howMuch, awaiting: 'amount' }),
});

function question({ locale }: Context, problem: Problem, number: string, most: Money): Question {
  const t = redeemTexts[locale];
  const atMost = showMoney(locale, most);
  const text = `${t.problems[problem](number, most.currency, atMost)} ${t.howMuch}`;
  const blocks: Block<Action>[] = [
    { type: 'text', text },
    { type: 'form', fields: [amountField(locale, most)], submit: { label: t.go, action: { do: 'fill' } } },
    { type: 'actions', buttons: [{ label: t.whole(atMost), action: { do: 'fill' } }] },
  ];
  return { text, awaiting: 'amount', card: { blocks } };
}
