import type { Block, Button, Rich } from '../../src/kit/card.ts';
import type { Action, Draft, FrameSlots } from '../../src/kit/dialog.ts';
import { digestOf } from '../../src/kit/digest.ts';
import { showMoment } from '../../src/lib/dates.ts';
import { DUE_THING } from '../../src/lib/due-words.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { PaymentView } from '../../src/portal/payments/view.ts';
import type { Context } from '../define.ts';
import { methodKey, methodsOf, otherMethods } from './methods.ts';
import { approvalAsked, endOf, howItStands } from './sentences.ts';
import { itemsInAll, listed, methodName, STATE } from './words.ts';

export const LABELS = {
  en: {
    ...{
      payment: 'Payment',
      amount: 'Amount',
      invoice: 'Invoice',
      for: 'Invoices',
      what: 'For',
      rewards: 'Rewards',
      method: 'Method',
      payer: 'Payer',
      payee: 'Payee',
      state: 'State',
    },
    ...{
      made: 'Date',
      end: 'Ends',
      by: 'Decided by',
      reference: 'Reference',
      open: 'Open the payment page (leaves the chat)',
    },
    ...{
      approve: 'Approve',
      decline: 'Decline',
      withdraw: 'Withdraw',
      cancel: 'Cancel this payment',
      choose: 'Choose',
    },
  },
  pl: {
    ...{
      payment: 'Płatność',
      amount: 'Kwota',
      invoice: 'Faktura',
      for: 'Faktury',
      what: 'Za co',
      rewards: 'Nagrody',
      method: 'Metoda',
      payer: 'Zleca',
      payee: 'Odbiorca',
      state: 'Stan',
    },
    ...{
      made: 'Data',
      end: 'Wygasa',
      by: 'Decyzja',
      reference: 'Numer referencyjny',
      open: 'Otwórz stronę płatności (poza czatem)',
    },
    ...{
      approve: 'Zatwierdź',
      decline: 'Odrzuć',
      withdraw: 'Wycofaj',
      cancel: 'Anuluj tę płatność',
      choose: 'Wybierz',
    },
  },
} satisfies Localized<Record<string, string>>;

/** Everything of a payment that somebody deciding about it is shown; a decision is bound to it. */
export const shownOf = ({ id, state, amount, items, rewards, method, payer, payee }: PaymentView) => ({
  ...{ id, state, amount, payee, payer: payer.id, method: methodKey(method) },
  items: items.map((item) => ({ id: item.id, amount: item.amount })),
  ...(rewards && { rewards: rewards.items.map(({ id: of, value }) => ({ id: of, value })) }),
});

export const mayDecide = ({ person }: Pick<Context, 'person'>, { deciders }: PaymentView): boolean =>
  deciders.some(({ id }) => id === person.id);

/** A payment as the person looking at it sees it now, with what they can do with it. */
export async function paymentDraft(ctx: Context, payment: PaymentView): Promise<Draft> {
  const text = mayDecide(ctx, payment) ? approvalAsked(ctx, payment) : howItStands(ctx, payment);
  const buttons = [...actionsOf(ctx, payment), ...(await otherWays(ctx, payment))];
  const blocks: Block<Action>[] = [
    { type: 'text', text: `${LABELS[ctx.locale].payment} ${payment.number}`, style: 'heading' },
    { type: 'text', text },
    { type: 'fields', items: fieldsOf(ctx, payment) },
    ...(buttons.length > 0 ? [{ type: 'actions', buttons } as const] : []),
  ];
  return { text, card: { blocks }, about: { kind: 'payment', id: payment.id } };
}

/** What the person can do with a payment that waits. One press on a card that shows all of it is the decision. */
export function actionsOf(ctx: Context, payment: PaymentView): Button<Action>[] {
  const t = LABELS[ctx.locale];
  const { id, state, payer, pageUrl } = payment;
  const shows = shownOf(payment);
  const slots = { ref: id };
  if (mayDecide(ctx, payment)) {
    const digest = digestOf('payments.approve', { shows });
    return [
      { label: t.approve, style: 'primary', action: { do: 'start', intent: 'payments.approve', slots, digest } },
      { label: t.decline, style: 'danger', action: { do: 'start', intent: 'payments.decline', slots } },
    ];
  }
  const waits = state === 'awaiting_approval' || state === 'awaiting_payer';
  if (payer.id !== ctx.person.id || !waits) return [];
  const digest = digestOf('payments.withdraw', { shows });
  const label = state === 'awaiting_payer' ? t.cancel : t.withdraw;
  return [
    ...(pageUrl ? [{ label: t.open, url: pageUrl }] : []),
    { label, action: { do: 'start', intent: 'payments.withdraw', slots, digest } },
  ];
}

/** After a charge that failed: the other ways to pay the same, each a payment of its own. */
async function otherWays(ctx: Context, payment: PaymentView): Promise<Button<Action>[]> {
  const { state, payer, method, rewards } = payment;
  const items = itemsInAll(payment);
  const [only] = items;
  if (state !== 'failed' || payer.id !== ctx.person.id || !only) return [];
  const ref = items.map(({ id }) => id).join(',');
  const amount = { value: only.amount.amount, currency: only.amount.currency };
  const due = only.kind !== 'invoice';
  // What is due is paid as a whole.
  const part = items.length === 1 && !due ? { amount } : {};
  const slots: FrameSlots = { ref, ...part, ...(rewards && { enabled: 'true' }) };
  const intent = due ? 'payments.due.pay' : 'invoices.pay';
  return otherMethods(ctx.locale, await methodsOf(ctx), method).map(({ label, method: other }) => ({
    label,
    action: { do: 'start', intent, slots: { ...slots, method: other } },
  }));
}

/** More invoices than this are named without their amounts, so that the card stays within what Teams takes. */
const WITH_AMOUNTS = 20;

/** What the field or column is called that says what is paid. */
const labelFor = ({ locale }: Pick<Context, 'locale'>, items: PaymentView['items']): string => {
  const [first] = items;
  if (first && first.kind !== 'invoice') return DUE_THING[locale][first.kind];
  return items.length > 1 ? LABELS[locale].for : LABELS[locale].invoice;
};

/** A payment in detail. */
export function fieldsOf(ctx: Context, payment: PaymentView): { label: string; value: Rich }[] {
  const { locale, timeZone } = ctx;
  const t = LABELS[locale];
  const { amount, rewards, method, payer, payee, state, confirmedAt, decidedBy, reference } = payment;
  const items = itemsInAll(payment);
  const single = items.length === 1 || items.length > WITH_AMOUNTS;
  const parts = items.map((item) => (single ? item.number : `${item.number} (${showMoney(locale, item.amount)})`));
  const end = endOf(ctx, payment);
  return [
    { label: t.amount, value: [{ b: showMoney(locale, amount) }] },
    ...(rewards ? [{ label: t.rewards, value: `${showMoney(locale, rewards.value)} (${rewards.number})` }] : []),
    { label: labelFor(ctx, items), value: listed(locale, parts) },
    { label: t.method, value: methodName(locale, method) },
    { label: t.payee, value: payee },
    { label: t.payer, value: payer.name },
    { label: t.state, value: STATE[locale][state] },
    { label: t.made, value: showMoment(locale, timeZone, new Date(confirmedAt)) },
    ...(decidedBy ? [{ label: t.by, value: decidedBy.name }] : []),
    ...(end ? [{ label: t.end, value: end }] : []),
    ...(reference ? [{ label: t.reference, value: reference }] : []),
  ];
}
