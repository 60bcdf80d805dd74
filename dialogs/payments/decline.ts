import type { Question } from '../../src/kit/dialog.ts';
import { digestOf } from '../../src/kit/digest.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { PaymentView } from '../../src/portal/payments/view.ts';
import { type Context, defineDialog, slot } from '../define.ts';
import { mayDecide, shownOf } from './cards.ts';
import { decisionSummary, undecidable } from './decision.ts';
import { howItStands } from './sentences.ts';
import { paymentSlot, toDecide } from './slots.ts';
import { paidWith, whatFor } from './words.ts';

interface DeclineTexts {
  why(what: string, number: string, payer: string): string;
  field: string;
  hint: string;
  without: string;
  ask(what: string, number: string, payer: string, reason: string): string;
  yes(amount: string): string;
  told(payer: string): string;
  noUndo: string;
}

const texts: Localized<DeclineTexts> = {
  en: {
    why: (what, number, payer) =>
      `Why should payment ${number} of ${payer} be declined (${what})? The payer will read the reason.`,
    field: 'Reason',
    hint: 'The payer will read it.',
    without: 'Decline without a reason',
    ask: (what, number, payer, reason) =>
      `Decline payment ${number} of ${payer}: ${what}?${reason ? ` The reason ${payer} will read: “${reason}”.` : ''}`,
    yes: (amount) => `Decline ${amount}`,
    told: (payer) => `${payer} is told.`,
    noUndo: 'A decision can’t be taken back. The payment can be asked for again, and you can approve it then.',
  },
  pl: {
    why: (what, number, payer) =>
      `Dlaczego odrzucić płatność ${number} (${what}, zleca ${payer})? Powód przeczyta osoba, która ją zleciła.`,
    field: 'Powód',
    hint: 'Przeczyta go osoba, która zleciła płatność.',
    without: 'Odrzuć bez powodu',
    ask: (what, number, payer, reason) =>
      `Odrzucić płatność ${number} (${what}, zleca ${payer})?${reason ? ` Podany powód: „${reason}”.` : ''}`,
    yes: (amount) => `Odrzuć ${amount}`,
    told: (payer) => `Wiadomość o tym dostanie ${payer}.`,
    noUndo: 'Decyzji nie da się cofnąć. Płatność można zlecić ponownie, a wtedy ją zatwierdzić.',
  },
};

/** What the payer is told; '' for none. Where nothing can be decided it is not asked for. */
const reasonSlot = slot<string>({
  takes: ['reason'],
  resolve(ctx, { reason }, { payment }) {
    if (reason !== undefined) return { value: reason };
    return mayDecide(ctx, payment as PaymentView) ? { missing: true } : { value: '' };
  },
  ask: (ctx, { payment }) => askWhy(ctx, payment as PaymentView),
});

/** The question shows all of the payment, so answering it by its form is the decision; typed, it is confirmed. */
function askWhy(ctx: Context, payment: PaymentView): Question {
  const t = texts[ctx.locale];
  const text = t.why(whatOf(ctx, payment), payment.number, payment.payer.name);
  const { card, shows } = decisionSummary(ctx, payment, text);
  const decide = {
    do: 'start' as const,
    intent: 'payments.decline' as const,
    digest: digestOf('payments.decline', { shows }),
  };
  const slots = { ref: payment.id };
  const yes = t.yes(showMoney(ctx.locale, payment.amount));
  return {
    text,
    awaiting: 'reason',
    card: {
      blocks: [
        ...card.blocks,
        {
          type: 'form',
          fields: [{ name: 'reason', label: t.field, kind: 'multiline', required: true, hint: t.hint }],
          submit: { label: yes, action: { ...decide, slots } },
        },
        { type: 'actions', buttons: [{ label: t.without, action: { ...decide, slots: { ...slots, reason: '' } } }] },
      ],
    },
  };
}

const whatOf = ({ locale }: Context, payment: PaymentView): string =>
  `${whatFor(locale, payment)} ${paidWith(locale, payment.method)}`;

/** Turns down a payment that waits, with a reason for whoever asked for it. */
export const declinePayment = defineDialog({
  intent: 'payments.decline',
  permission: 'payments.decide',
  title: { en: 'Decline a payment', pl: 'Odrzuć płatność' },
  slots: {
    payment: paymentSlot({
      ask: { en: 'Which payment would you like to decline?', pl: 'Którą płatność odrzucić?' },
      none: { en: 'No payment is waiting for your decision.', pl: 'Żadna płatność nie czeka na Twoją decyzję.' },
      permission: 'payments.decide',
      candidates: toDecide,
    }),
    reason: reasonSlot,
  },
  texts,
  confirm(ctx, { payment, reason }, t) {
    if (!mayDecide(ctx, payment)) return undefined;
    const text = t.ask(whatOf(ctx, payment), payment.number, payment.payer.name, reason);
    // The reason is the decider's own words: what a yes is bound to is the payment.
    const summary = { ...decisionSummary(ctx, payment, text), shows: shownOf(payment) };
    return { ...summary, yes: t.yes(showMoney(ctx.locale, payment.amount)), danger: true };
  },
  async run(ctx, { payment: { id }, reason }, { texts: t, key }) {
    const { outcome, payment } = await ctx.portal.payments.decline({ id, key, ...(reason && { reason }) });
    if (outcome !== 'declined') return { replies: [undecidable(ctx, outcome, payment)] };
    const text = `${howItStands(ctx, payment)} ${t.told(payment.payer.name)}`;
    return { replies: [{ text }], undo: { impossible: t.noUndo } };
  },
});
