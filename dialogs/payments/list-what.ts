import type { Localized } from '../../src/lib/locale.ts';
import type { DueRow } from '../../src/portal/dues/row.ts';
import type { InvoiceDetails } from '../../src/portal/invoices/details.ts';
import { optional } from '../define.ts';
import { resolveInvoice } from '../invoices/slots.ts';
import { calledBy } from './due-cards.ts';
import { duesFor, isInvoice } from './due-for.ts';
import type { Item } from './words.ts';

/** What the payments are for that somebody wants to see. */
export type What = { invoice: InvoiceDetails } | { dues: readonly [DueRow, ...DueRow[]] };

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
      const dues = await duesFor(ctx, other);
      return dues ? { value: { dues } } : { stop: { text: UNKNOWN[ctx.locale](other) } };
    }
    if (!said.invoice && !said.ref) return { missing: true };
    const dues = said.invoice && !(await isInvoice(ctx, said.invoice)) ? await duesFor(ctx, said.invoice) : undefined;
    if (dues) return { value: { dues } };
    const found = await resolveInvoice(ctx, said, WHICH);
    if (!('value' in found)) return found;
    return { value: { invoice: await ctx.portal.invoices.show({ id: found.value.id }) } };
  },
});

/** As the sentences name it. */
export function itemOf(what: What): Item {
  if ('invoice' in what) return { kind: 'invoice', number: what.invoice.number };
  const [due] = what.dues;
  return { kind: due.kind, number: calledBy(due) };
}
