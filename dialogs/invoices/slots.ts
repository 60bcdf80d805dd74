import type { FrameSlots, Resolution } from '../../src/kit/dialog.ts';
import { STATUS_FILTERS, type StatusFilter } from '../../src/lib/invoice-words.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { InvoiceRow } from '../../src/portal/invoices/row.ts';
import { type Context, optional, slot } from '../define.ts';
import { askDocument, type Documents, type DocumentTexts, OFFERED, pickDocument } from '../pick-document.ts';
import { choiceTable } from './cards.ts';

interface Which {
  /** The question, e.g. "Which invoice would you like to see?". */
  ask: Localized;
  /** Which invoices are offered to choose from. */
  status: StatusFilter;
  /** Whether the one looked at last is meant where none is named ("download it"); absent: it is asked. */
  implied?: (row: InvoiceRow) => boolean;
  /** What is offered instead of a list by status, its only one being meant, and what is said where there is none. */
  offered?: { rows: readonly InvoiceRow[]; none: string };
}

const TEXTS: Localized<DocumentTexts & { none: string }> = {
  en: {
    unknown: (number) => `I can’t find invoice ${number} in your account.`,
    several: (number) => `More than one invoice ends in ${number}.`,
    noList: 'I haven’t shown a list of invoices yet.',
    none: 'There is no invoice to choose from.',
    typeIt: 'Or type the number of another one.',
  },
  pl: {
    unknown: (number) => `Na Twoim koncie nie ma faktury ${number}.`,
    several: (number) => `Numerem ${number} kończy się więcej niż jedna faktura.`,
    noList: 'Nie było jeszcze listy faktur.',
    none: 'Nie ma faktur do wyboru.',
    typeIt: 'Można też wpisać numer innej.',
  },
};

/** One invoice, by its number, its place in the list shown last, a button, or "it" for the one looked at last. */
export const invoiceSlot = (which: Which) =>
  slot<InvoiceRow>({
    takes: ['invoice', 'ordinal', 'ref'],
    resolve: (ctx, said) => resolveInvoice(ctx, said, which),
    ask: (ctx) => askDocument(invoices(ctx, which)),
  });

/** The invoice that was said, read afresh; see `pickDocument`. */
export const resolveInvoice = (ctx: Context, said: FrameSlots, which: Which): Promise<Resolution<InvoiceRow>> =>
  pickDocument(ctx, said, invoices(ctx, which));

function invoices(ctx: Context, { ask, status, implied, offered }: Which): Documents<InvoiceRow> {
  const { invoices } = ctx.portal;
  return {
    ...{ kind: 'invoice', list: { intent: 'invoices.list', slots: { status } }, onlyOneIsMeant: offered !== undefined },
    ...(implied && { implied }),
    read: (id) => invoices.show({ id }),
    find: (number) => invoices.find({ number }),
    candidates: async () => offered?.rows.slice(0, OFFERED) ?? (await invoices.list({ status, limit: OFFERED })).rows,
    table: (rows) => choiceTable(ctx, rows),
    texts: { ...TEXTS[ctx.locale], ...(offered && { none: offered.none }), ask: ask[ctx.locale] },
  };
}

const isFilter = (word: string): word is StatusFilter => (STATUS_FILTERS as readonly string[]).includes(word);

/** The invoices' status; words that are no status of invoices ("expiring") say nothing. */
export const statusSlot = optional<StatusFilter>({
  takes: ['status'],
  resolve: (_ctx, { status }) => (status && isFilter(status) ? { value: status } : { missing: true }),
});
