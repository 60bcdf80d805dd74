import { defineMatter, defineNotice } from '../define.ts';
import { reminderOfApproval } from '../people/approval-reminder.ts';
import { paymentDraft } from './cards.ts';

/** A payment as everybody concerned sees it now, wherever its card stands. */
export const paymentMatter = defineMatter({
  kind: 'payment',
  card: async (ctx, id) => paymentDraft(ctx, await ctx.portal.payments.show({ id })),
});

/** What somebody is told of a payment: its card as it is now, where it still is what the notice is about. */
const aboutPayment = (kind: string, lead: Lead) =>
  defineNotice({
    kind,
    topic: reminderOfApproval,
    async render(ctx, { about, details }) {
      if (!about) return undefined;
      const payment = await ctx.portal.payments.show({ id: about.id });
      const words = lead[ctx.locale](details, payment.state);
      if (words === undefined) return undefined;
      const draft = await paymentDraft(ctx, payment);
      if (!words) return draft;
      const first = { type: 'text' as const, text: words.replace(/:$/, '') };
      const blocks = [first, ...(draft.card?.blocks ?? [])];
      return { ...draft, text: `${words} ${draft.text}`, card: { blocks } };
    },
  });

type Lead = Record<'en' | 'pl', (details: Record<string, unknown>, state: string) => string | undefined>;

/** The first asks, the second reminds; decided meanwhile, neither is worth telling. */
const asked: Lead = {
  en: ({ reminder }, state) => (state !== 'awaiting_approval' ? undefined : reminder ? 'Reminder:' : ''),
  pl: ({ reminder }, state) => (state !== 'awaiting_approval' ? undefined : reminder ? 'Przypomnienie:' : ''),
};

/** An approval alone is told only while the charge goes on: how it ended, or its page, is told by what follows. */
const decided: Lead = {
  en: ({ decision, by }, state) =>
    decision !== 'approved' ? '' : state === 'processing' ? `${by} approved your payment.` : undefined,
  pl: ({ decision, by }, state) =>
    decision !== 'approved'
      ? ''
      : state === 'processing'
        ? `Twoja płatność jest zatwierdzona (decyzja: ${by}).`
        : undefined,
};

/** How it ended, while it is still so; a second charge changes no state, so it is told by words of its own. */
const settled: Lead = {
  en: ({ state, reason }, now) => {
    if (reason === 'second_charge')
      return 'The payment provider reports two charges for this payment; the billing team is looking into it.';
    return state === now ? '' : undefined;
  },
  pl: ({ state, reason }, now) => {
    if (reason === 'second_charge')
      return 'Operator płatności zgłosił dwa obciążenia za tę płatność; wyjaśnia to dział rozliczeń.';
    return state === now ? '' : undefined;
  },
};

/** Only while it can be paid there. */
const ready: Lead = {
  en: (_details, state) => (state === 'awaiting_payer' ? '' : undefined),
  pl: (_details, state) => (state === 'awaiting_payer' ? '' : undefined),
};

export const paymentNotices = [
  aboutPayment('payment.approval_asked', asked),
  aboutPayment('payment.decided', decided),
  aboutPayment('payment.settled', settled),
  aboutPayment('payment.page_ready', ready),
];
