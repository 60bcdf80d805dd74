import type { Localized } from '../../src/lib/locale.ts';
import type { DueRow } from '../../src/portal/dues/row.ts';
import type { InvoiceDetails } from '../../src/portal/invoices/details.ts';
import { optional } from '../define.ts';
import { resolveInvoice } from '../invoices/slots.ts';
import { dueFor, isInvoice } from './due-for.ts';
import type { Item } from './words.ts';

/** What the payments are for that somebody wants to see. */
export type What = { invoice: InvoiceDetails } | { due: DueRow };

const WHICH = {
  ask: { en: 'For which invoice would you like to see the payments?', pl: 'Płatności za którą fakturę pokazać?' },
  status: 'all',
} as const;

const UNKNOWN: Localized<(number: string) => string> = {
  en: (number) => `I can’t find an order or contract ${number} that had to be paid.`,
  pl: (number) => `Nie ma zamówienia ani umowy ${number} do opłacenia.`,
};

/** An invoice, or what is or was due for an order or a contract; nothing said means all payments. */
export const whatSlot = optional<What>({
  takes: ['invoice', 'order', 'contract', 'ref'],
  async resolve(ctx, said) {
    const other = said.order ?? said.contract;
    if (other) {
      const due = await dueFor(ctx, other);
      return due ? { value: { due } } : { stop: { text: UNKNOWN[ctx.locale](other) } };
    }
    if (!said.invoice && !said.ref) return { missing: true };
    const due = said.invoice && !(await isInvoice(ctx, said.invoice)) ? await dueFor(ctx, said.invoice) : undefined;
    if (due) return { value: { due } };
    const found = await resolveInvoice(ctx, said, WHICH);
    if (!('value' in found)) return found;
    return { value: { invoice: await ctx.portal.invoices.show({ id: found.value.id }) } };
  },
});

/** As the sentences name it. */
export const itemOf = (what: What): Item =>
  'invoice' in what
    ? { kind: 'invoice', number: what.invoice.number }
    : { kind: what.due.kind, number: what.due.number ?? what.due.description };
