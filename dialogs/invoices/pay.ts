import type { Outcome } from '../../src/kit/dialog.ts';
import type { Locale } from '../../src/lib/locale.ts';
import type { MethodChoice, MethodView } from '../../src/portal/payments/method-view.ts';
import type { Quote } from '../../src/portal/payments/quote.ts';
import type { PaymentView } from '../../src/portal/payments/view.ts';
import { type Context, defineDialog } from '../define.ts';
import { paymentDraft } from '../payments/cards.ts';
import { otherMethods } from '../payments/methods.ts';
import { charged } from '../payments/words.ts';
import { changeForm } from './pay-change.ts';
import { payableInvoices, type Wanted } from './pay-invoices.ts';
import { paymentMethod } from './pay-method.ts';
import { paymentQuote } from './pay-quote.ts';
import { paymentSummary } from './pay-summary.ts';

interface PayTexts {
  yes(total: string): string;
  only: Record<'overdue' | 'open', string>;
  noUndo: string;
}

/** Pays one invoice, several, all of a status or a part of one, with a method on file or on the provider's page. */
export const payInvoices = defineDialog({
  intent: 'invoices.pay',
  permission: 'invoices.pay',
  title: { en: 'Pay invoices', pl: 'Zapłać faktury' },
  slots: { invoices: payableInvoices, quote: paymentQuote, method: paymentMethod },
  texts: {
    en: {
      yes: (total) => `Pay ${total}`,
      only: { overdue: 'Only the overdue ones', open: 'Only the open ones' },
      noUndo:
        'Money that was charged can’t be taken back here. If it was a mistake, a person in billing can arrange a refund: say “talk to a person”.',
    },
    pl: {
      yes: (total) => `Zapłać ${total}`,
      only: { overdue: 'Tylko zaległe', open: 'Tylko otwarte' },
      noUndo:
        'Pobranych pieniędzy nie da się stąd cofnąć. Jeśli to pomyłka, zwrot może załatwić konsultant: napisz „chcę porozmawiać z konsultantem”.',
    },
  } satisfies Record<'en' | 'pl', PayTexts>,
  async confirm(ctx, { invoices, quote, method }, texts: PayTexts) {
    const { locale } = ctx;
    const total = charged(
      locale,
      quote.charges.map((charge) => charge.total),
    );
    const methods = await choosable(ctx, quote);
    const form = changeForm(locale, quote, method, methods);
    return {
      ...paymentSummary(locale, quote, method),
      yes: texts.yes(total),
      instead: [...narrower(ctx, invoices, texts), ...otherWays(locale, methods, method)],
      ...(quote.warnings.includes('disputed') && { danger: true as const }),
      ...(form && { form }),
    };
  },
  async run(ctx, { quote, method }, { texts, key }): Promise<Outcome> {
    const payments = await ctx.portal.payments.pay({
      key,
      items: quote.items.map(({ id, amount }) => ({ invoiceId: id, amount })),
      method: 'page' in method ? method : { id: method.id },
      // The confirmation warned of every dispute it showed, and only what it showed is paid.
      mayBeDisputed: quote.warnings.includes('disputed'),
    });
    const replies = [];
    for (const payment of payments) replies.push(await paymentDraft(ctx, payment));
    const undo = undoOf(payments, texts.noUndo);
    return { replies, ...(undo && { undo }) };
  },
});

/** After a list of the overdue ones, "pay them all" may mean no more than these. */
function narrower({ shown }: Context, wanted: Wanted, { only }: PayTexts) {
  const status = shown?.kind === 'invoice' ? shown.slots.status : undefined;
  if (!('status' in wanted) || wanted.status !== 'unpaid' || (status !== 'overdue' && status !== 'open')) return [];
  return [{ label: only[status], action: { do: 'fill' as const, slots: { status } } }];
}

/** Where the page is what the portal offers, it is all there is (no method on file, or everything goes there). */
async function choosable({ portal }: Context, { method: offered }: Quote): Promise<MethodView[]> {
  return offered && 'page' in offered ? [] : (await portal.payments.methods({})).methods;
}

function otherWays(locale: Locale, methods: readonly MethodView[], method: MethodChoice) {
  if (methods.length === 0) return [];
  return otherMethods(locale, methods, method).map(({ label, method: other }) => ({
    label,
    action: { do: 'fill' as const, slots: { method: other } },
  }));
}

/** What waits can be withdrawn (of several, which one is asked); money that moved, or may have, can't be called back. */
function undoOf(payments: readonly PaymentView[], impossible: string): Outcome['undo'] {
  const waiting = payments.filter(({ state }) => state === 'awaiting_approval' || state === 'awaiting_payer');
  const [only] = waiting;
  if (only) return { intent: 'payments.withdraw', slots: waiting.length === 1 ? { ref: only.id } : {} };
  return payments.some(({ state }) => state !== 'failed') ? { impossible } : undefined;
}
