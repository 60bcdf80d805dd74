import type { Localized } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import { defineDialog } from '../define.ts';
import { mayDecide } from './cards.ts';
import { decisionSummary, undecidable } from './decision.ts';
import { howItStands } from './sentences.ts';
import { paymentSlot, toDecide } from './slots.ts';
import { paidWith, whatFor } from './words.ts';

interface ApproveTexts {
  ask(what: string, number: string, payer: string): string;
  yes(amount: string): string;
  approved: string;
  noUndo: string;
}

const texts: Localized<ApproveTexts> = {
  en: {
    ask: (what, number, payer) => `Approve payment ${number} of ${payer}: ${what}?`,
    yes: (amount) => `Approve ${amount}`,
    approved: 'Approved.',
    noUndo:
      'An approval can’t be taken back, since the payment goes ahead at once. If it was a mistake, a person in billing can help: say “talk to a person”.',
  },
  pl: {
    ask: (what, number, payer) => `Zatwierdzić płatność ${number} (${what}, zleca ${payer})?`,
    yes: (amount) => `Zatwierdź ${amount}`,
    approved: 'Zatwierdzono.',
    noUndo:
      'Zatwierdzenia nie da się cofnąć, bo płatność rusza od razu. Jeśli to pomyłka, pomoże konsultant: napisz „chcę porozmawiać z konsultantem”.',
  },
};

/** Approves a payment that waits: at once by its card, which shows all of it; typed, after a confirmation. */
export const approvePayment = defineDialog({
  intent: 'payments.approve',
  permission: 'payments.decide',
  title: { en: 'Approve a payment', pl: 'Zatwierdź płatność' },
  slots: {
    payment: paymentSlot({
      ask: { en: 'Which payment would you like to approve?', pl: 'Którą płatność zatwierdzić?' },
      none: { en: 'No payment is waiting for your approval.', pl: 'Żadna płatność nie czeka na Twoje zatwierdzenie.' },
      permission: 'payments.decide',
      candidates: toDecide,
    }),
  },
  texts,
  confirm(ctx, { payment }, t) {
    // What is not theirs to decide, or decided already, the portal refuses without a confirmation.
    if (!mayDecide(ctx, payment)) return undefined;
    const { locale } = ctx;
    const what = `${whatFor(locale, payment)} ${paidWith(locale, payment.method)}`;
    const text = t.ask(what, payment.number, payment.payer.name);
    return { ...decisionSummary(ctx, payment, text), yes: t.yes(showMoney(locale, payment.amount)) };
  },
  async run(ctx, { payment: { id } }, { texts: t, key }) {
    const { outcome, payment } = await ctx.portal.payments.approve({ id, key });
    if (outcome !== 'approved') return { replies: [undecidable(ctx, outcome, payment)] };
    return { replies: [{ text: `${t.approved} ${howItStands(ctx, payment)}` }], undo: { impossible: t.noUndo } };
  },
});
