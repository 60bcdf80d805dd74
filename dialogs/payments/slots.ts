import type { FrameSlots, Question, Resolution } from '../../src/kit/dialog.ts';
import { lastDigits } from '../../src/lib/document-number.ts';
import { isCoded } from '../../src/lib/errors.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { PaymentView } from '../../src/portal/payments/view.ts';
import type { Permission } from '../../src/portal/policy.ts';
import { type Context, slot } from '../define.ts';
import { requireHeld } from '../require-held.ts';
import { duesFor } from './due-for.ts';
import { choiceTable } from './tables.ts';

interface SlotTexts {
  unknown(number: string): string;
  noSuchRow: string;
  more(n: number): string;
}

const TEXTS: Localized<SlotTexts> = {
  en: {
    unknown: (number) => `I can’t find a payment for ${number}.`,
    noSuchRow: 'The list I showed last has no such payment.',
    more: (n) => `${n} more: name one by its number, or by the number of what it pays.`,
  },
  pl: {
    unknown: (number) => `Nie ma płatności za ${number}.`,
    noSuchRow: 'Na ostatnio pokazanej liście nie ma takiej płatności.',
    more: (n) => `Pozostałe (jeszcze ${n}) można wskazać numerem płatności lub tego, co opłaca.`,
  },
};

interface Which {
  /** "Which payment would you like to approve?" */
  ask: Localized;
  /** "No payment is waiting for you." */
  none: Localized;
  /** Needed for any of them. */
  permission?: Permission;
  /** Those it can be done with now. */
  candidates(ctx: Context): Promise<readonly PaymentView[]>;
}

/** As many are offered to choose from. */
const OFFERED = 8;
/** Enough payments of an invoice to find the one that is meant. */
const RECENT = 20;

/**
 * One payment, by a button, its own number, the number of what it pays, or its place in the list shown last; said
 * nothing, the only one it can be done with. One that has ended or is not theirs is found too, for the portal to say so.
 */
export const paymentSlot = (which: Which) =>
  slot<PaymentView>({
    takes: ['invoice', 'order', 'contract', 'ordinal', 'ref'],
    async resolve(ctx, said) {
      const found = await paymentSaid(ctx, said, which);
      if ('id' in found) return { value: found, pinned: { ref: found.id } };
      const among = found.among ?? (await which.candidates(ctx));
      if (among.length === 0 && which.permission) await requireHeld(ctx, which.permission);
      return askWhich(ctx, which, among, found.why);
    },
    ask: ({ locale }) => ({ text: which.ask[locale], awaiting: 'invoice' }),
  });

type Found = PaymentView | { why?: string; among?: readonly PaymentView[] };

async function paymentSaid(ctx: Context, said: FrameSlots, { candidates }: Which): Promise<Found> {
  const { portal, shown } = ctx;
  const t = TEXTS[ctx.locale];
  if (said.ref) return portal.payments.show({ id: said.ref });
  if (said.ordinal) {
    const refs = shown?.kind === 'payment' ? shown.refs : [];
    const id = said.ordinal === 'last' ? refs.at(-1) : refs[Number(said.ordinal) - 1];
    return id ? portal.payments.show({ id }) : { why: t.noSuchRow };
  }
  const number = said.invoice ?? said.order ?? said.contract;
  const among = await candidates(ctx);
  if (!number) return oneOf(among);
  const meant = among.filter((payment) => means(payment, number));
  if (meant.length > 0) return oneOf(meant);
  const [latest] = await paymentsFor(ctx, said);
  return latest ?? { why: t.unknown(number) };
}

const oneOf = (among: readonly PaymentView[]): Found => (among.length === 1 && among[0]) || { among };

/** The payment's own number, or that of what it pays: exactly, or by its whole last group of digits. */
function means({ number, items }: PaymentView, said: string): boolean {
  const digits = /^\d+$/.test(said) ? lastDigits(said) : undefined;
  return [number, ...items.map((item) => item.number)].some(
    (one) => one.toUpperCase() === said || lastDigits(one) === digits,
  );
}

/** What became of payments for an invoice, an order or a contract, newest first; none for who may not see that. */
async function paymentsFor(ctx: Context, { invoice: number, order, contract }: FrameSlots) {
  const { portal } = ctx;
  try {
    const [invoice] = number ? await portal.invoices.find({ number }) : [];
    const other = order ?? contract ?? number;
    const dues = invoice || !other ? undefined : await duesFor(ctx, other);
    const what = invoice ? { invoiceId: invoice.id } : dues && { dueIds: dues.map(({ id }) => id) };
    if (!what) return [];
    const { rows } = await portal.payments.list({ ...what, limit: RECENT });
    return [...rows.filter(({ state }) => state === 'awaiting_approval'), ...rows];
  } catch (error) {
    if (isCoded(error, 'forbidden')) return [];
    throw error;
  }
}

function askWhich(
  ctx: Context,
  { ask, none }: Which,
  among: readonly PaymentView[],
  why?: string,
): Resolution<PaymentView> {
  const { locale } = ctx;
  if (among.length === 0) return { stop: { text: why ? `${why} ${none[locale]}` : none[locale] } };
  const rows = [...among].sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true })).slice(0, OFFERED);
  const rest = among.length > OFFERED ? [TEXTS[locale].more(among.length - OFFERED)] : [];
  const text = [...(why ? [why] : []), ask[locale], ...rest].join(' ');
  const question: Question = {
    text,
    awaiting: 'invoice',
    card: { blocks: [{ type: 'text', text }, choiceTable(ctx, rows)] },
    shown: { kind: 'payment', intent: 'payments.list', slots: {}, refs: rows.map(({ id }) => id) },
  };
  return { again: question };
}

export const toDecide = async ({ portal }: Context) => (await portal.payments.waiting({})).toDecide;
