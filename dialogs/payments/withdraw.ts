import type { Localized } from '../../src/lib/locale.ts';
import type { PaymentView } from '../../src/portal/payments/view.ts';
import { type Context, defineDialog } from '../define.ts';
import { decisionSummary, undecidable } from './decision.ts';
import { howItStands } from './sentences.ts';
import { paymentSlot } from './slots.ts';
import { whatFor } from './words.ts';

interface WithdrawTexts {
  ask(what: string, number: string): string;
  yes(number: string): string;
  noUndo: string;
}

const texts: Localized<WithdrawTexts> = {
  en: {
    ask: (what, number) => `Withdraw payment ${number} of ${what}? Nothing will be charged.`,
    yes: (number) => `Withdraw ${number}`,
    noUndo: 'It’s withdrawn, and nothing was charged. You can simply pay again.',
  },
  pl: {
    ask: (what, number) => `Wycofać płatność ${number} (${what})? Nic nie zostanie pobrane.`,
    yes: (number) => `Wycofaj ${number}`,
    noUndo: 'Płatność jest wycofana i nic nie zostało pobrane. Można po prostu zapłacić jeszcze raz.',
  },
};

/** Takes back one's own payment while it waits for approval or on the provider's page. */
export const withdrawPayment = defineDialog({
  intent: 'payments.withdraw',
  permission: 'own',
  title: { en: 'Withdraw my payment', pl: 'Wycofaj moją płatność' },
  slots: {
    payment: paymentSlot({
      ask: { en: 'Which payment would you like to withdraw?', pl: 'Którą płatność wycofać?' },
      none: {
        en: 'None of your payments is waiting, so there is nothing to withdraw.',
        pl: 'Żadna z Twoich płatności nie czeka, więc nie ma czego wycofać.',
      },
      candidates: async ({ portal }) => (await portal.payments.waiting({})).mine.filter(waits),
    }),
  },
  texts,
  confirm(ctx, { payment }, t) {
    // What can't be withdrawn the portal refuses, and says how it stands.
    if (!waits(payment) || payment.payer.id !== ctx.person.id) return undefined;
    const text = t.ask(whatFor(ctx.locale, payment), payment.number);
    return { ...decisionSummary(ctx, payment, text), yes: t.yes(payment.number) };
  },
  async run(ctx: Context, { payment: { id } }, { texts: t, key }) {
    const { outcome, payment } = await ctx.portal.payments.withdraw({ id, key });
    if (outcome !== 'withdrawn') return { replies: [undecidable(ctx, outcome, payment)] };
    return { replies: [{ text: howItStands(ctx, payment) }], undo: { impossible: t.noUndo } };
  },
});

const waits = ({ state }: PaymentView): boolean => state === 'awaiting_approval' || state === 'awaiting_payer';
