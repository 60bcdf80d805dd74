import type { Block, Button } from '../../src/kit/card.ts';
import type { Action, Draft, FrameSlots } from '../../src/kit/dialog.ts';
import { showDate } from '../../src/lib/dates.ts';
import type { Locale, Localized } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { InvoiceDetails } from '../../src/portal/invoices/details.ts';
import type { PaymentPage } from '../../src/portal/payments/list.ts';
import { type Context, defineDialog } from '../define.ts';
import { span } from '../invoices/words.ts';
import { cursorSlot, periodSlot } from '../list-slots.ts';
import { paymentDraft } from './cards.ts';
import { calledBy } from './due-cards.ts';
import { itemOf, type What, whatSlot } from './list-what.ts';
import { paymentTable, rowActions } from './tables.ts';
import { forItems, listed } from './words.ts';

interface ListTexts {
  heading: string;
  shown(of: string): string;
  goesOn: string;
  none(of: string): string;
  /** @param what "for invoice 123" */
  of(what: string | undefined, period: string | undefined): string;
  loaded(parts: string): string;
  more: string;
}

const texts: Localized<ListTexts> = {
  en: {
    heading: 'Payments',
    shown: (of) => `Here are the payments${of}, newest first.`,
    goesOn: 'Payments, continued:',
    none: (of) => `No payments were made here${of}.`,
    of: (what, period) => `${what ? ` ${what}` : ''}${period ? ` (${period})` : ''}`,
    loaded: (parts) => `Received otherwise: ${parts}.`,
    more: 'Show more',
  },
  pl: {
    heading: 'Płatności',
    shown: (of) => `Oto płatności${of}, od najnowszych.`,
    goesOn: 'Płatności, ciąg dalszy:',
    none: (of) => `Nie ma tu żadnych płatności${of}.`,
    of: (what, period) => `${what ? ` ${what}` : ''}${period ? ` (${period})` : ''}`,
    loaded: (parts) => `Wpłaty otrzymane inną drogą: ${parts}.`,
    more: 'Pokaż więcej',
  },
};

/** Payments made and how they stand, newest first, of a period or for one thing. */
export const listPayments = defineDialog({
  intent: 'payments.list',
  permission: 'payments.read',
  title: { en: 'Show payments', pl: 'Pokaż płatności' },
  reads: true,
  slots: {
    what: whatSlot,
    period: periodSlot,
    after: cursorSlot,
  },
  texts,
  async run(ctx, { what, period, after }, { texts: t }) {
    const invoice = what && 'invoice' in what ? what.invoice : undefined;
    const page = await ctx.portal.payments.list({
      ...(period && { period }),
      ...(what && ('invoice' in what ? { invoiceId: what.invoice.id } : { dueIds: what.dues.map(({ id }) => id) })),
      ...(after && { after }),
    });
    const [only] = page.rows;
    const of = t.of(what && forItems(ctx.locale, [itemOf(what)]), period && span(ctx.locale, period));
    const loaded = loadedOf(ctx.locale, t, invoice);
    if (!only) return { replies: [{ text: [t.none(of), ...loaded].join(' ') }] };
    const said: FrameSlots = { ...(what && slotsOf(what)), ...(period && { period }) };
    const refs = page.rows.map(({ id }) => id);
    const next = page.next && { next: page.next };
    const shown = { kind: 'payment' as const, intent: 'payments.list' as const, slots: said, refs, ...next };
    if (what && page.rows.length === 1 && !after) {
      const draft = await paymentDraft(ctx, only);
      return { replies: [{ ...draft, text: [draft.text, ...loaded].join(' ') }], shown };
    }
    const text = [after ? t.goesOn : t.shown(of), ...loaded].join(' ');
    return { replies: [table(ctx, page, said, text, t)], shown };
  },
});

/** By which the next page, and another period, are of the same. */
const slotsOf = (what: What): FrameSlots =>
  'invoice' in what ? { ref: what.invoice.id } : { order: calledBy(what.dues[0]) };

/** What the loaded data knows to have been paid: by transfer, for example. */
function loadedOf(locale: Locale, t: ListTexts, invoice: InvoiceDetails | undefined): string[] {
  const parts = (invoice?.settlements ?? []).map(
    ({ amount, paidOn, reference }) => `${showMoney(locale, amount)}, ${showDate(locale, paidOn)} (${reference})`,
  );
  return parts.length > 0 ? [t.loaded(listed(locale, parts))] : [];
}

function table(ctx: Context, { rows, next }: PaymentPage, said: FrameSlots, text: string, t: ListTexts): Draft {
  const more: Button<Action>[] = next
    ? [{ label: t.more, action: { do: 'start', intent: 'payments.list', slots: { ...said, after: next } } }]
    : [];
  const blocks: Block<Action>[] = [
    { type: 'text', text: t.heading, style: 'heading' },
    { type: 'text', text },
    paymentTable(ctx, rows, (payment) => rowActions(ctx, payment)),
    ...(more.length > 0 ? [{ type: 'actions' as const, buttons: more }] : []),
  ];
  return { text, card: { blocks } };
}
