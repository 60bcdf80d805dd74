import type { FrameSlots, Question, Resolution } from '../../src/kit/dialog.ts';
import { STATUS_FILTERS, type StatusFilter } from '../../src/lib/invoice-words.ts';
import { counted, type Localized } from '../../src/lib/locale.ts';
import type { InvoiceRow } from '../../src/portal/invoices/row.ts';
import { type Context, optional, slot } from '../define.ts';
import { choiceTable } from './cards.ts';

/** How many invoices a question offers. */
const OFFERED = 5;

interface Which {
  /** The question, e.g. "Which invoice would you like to see?". */
  ask: Localized;
  /** Which invoices are offered to choose from. */
  status: StatusFilter;
  /** Whether the one looked at last is meant where none is named ("download it"); absent: it is asked. */
  implied?: (row: InvoiceRow) => boolean;
}

interface SlotTexts {
  unknown(number: string): string;
  several(number: string): string;
  noSuchRow(rows: number): string;
  noList: string;
  none: string;
  typeIt: string;
}

const ROWS = {
  en: { one: 'row', other: 'rows' },
  pl: { one: 'pozycję', few: 'pozycje', many: 'pozycji', other: 'pozycji' },
} as const;

const TEXTS: Localized<SlotTexts> = {
  en: {
    unknown: (number) => `I can’t find invoice ${number} in your account.`,
    several: (number) => `More than one invoice ends in ${number}.`,
    noSuchRow: (rows) => `The list I showed last has only ${counted('en', rows, ROWS)}.`,
    noList: 'I haven’t shown a list of invoices yet.',
    none: 'There is no invoice to choose from.',
    typeIt: 'Or type the number of another one.',
  },
  pl: {
    unknown: (number) => `Na Twoim koncie nie ma faktury ${number}.`,
    several: (number) => `Numerem ${number} kończy się więcej niż jedna faktura.`,
    noSuchRow: (rows) => `Ostatnio pokazana lista ma tylko ${counted('pl', rows, ROWS)}.`,
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
    async ask(ctx) {
      return question(ctx, which, await offered(ctx, which));
    },
  });

/**
 * The invoice that was said, read afresh. What does not fit is asked again with a list; where there is nothing to
 * choose from, it stops.
 */
export async function resolveInvoice(ctx: Context, said: FrameSlots, which: Which): Promise<Resolution<InvoiceRow>> {
  const named = await namedInvoice(ctx, said, which);
  if ('row' in named) return { value: named.row, pinned: { ref: named.row.id } };
  const rows = named.among ?? (await offered(ctx, which));
  if (rows.length > 0) return { again: question(ctx, which, rows, named.why) };
  return { stop: { text: named.why ?? TEXTS[ctx.locale].none } };
}

/** The one invoice the words name, or why there is none, and among which to choose if they name several. */
async function namedInvoice(
  ctx: Context,
  { ref, invoice, ordinal }: FrameSlots,
  { implied }: Which,
): Promise<{ row: InvoiceRow } | { why?: string; among?: InvoiceRow[] }> {
  const { portal, shown } = ctx;
  const t = TEXTS[ctx.locale];
  const list = shown?.kind === 'invoice' ? shown : undefined;
  const read = async (id: string) => ({ row: await portal.invoices.show({ id }) });
  if (ref) return read(ref);
  if (invoice) {
    const found = await portal.invoices.find({ number: invoice });
    const [only] = found;
    if (only && found.length === 1) return { row: only };
    return only ? { why: t.several(invoice), among: found } : { why: t.unknown(invoice) };
  }
  if (ordinal) {
    if (!list) return { why: t.noList };
    const id = ordinal === 'last' ? list.refs.at(-1) : list.refs[Number(ordinal) - 1];
    return id ? read(id) : { why: t.noSuchRow(list.refs.length) };
  }
  const focus = list?.focus ?? (list?.refs.length === 1 ? list.refs[0] : undefined);
  const looked = focus && implied ? await read(focus) : undefined;
  return looked && implied?.(looked.row) ? looked : {};
}

async function offered({ portal }: Context, { status }: Which): Promise<InvoiceRow[]> {
  return (await portal.invoices.list({ status, limit: OFFERED })).rows;
}

/** The list it offers becomes the list shown last, so that "the second one" means its second row. */
function question(ctx: Context, { ask, status }: Which, rows: readonly InvoiceRow[], why?: string): Question {
  const text = why ? `${why} ${ask[ctx.locale]}` : ask[ctx.locale];
  return {
    text,
    awaiting: 'invoice',
    card: {
      blocks: [
        { type: 'text', text },
        choiceTable(ctx, rows),
        { type: 'text', text: TEXTS[ctx.locale].typeIt, style: 'muted' },
      ],
    },
    shown: { kind: 'invoice', intent: 'invoices.list', slots: { status }, refs: rows.map(({ id }) => id) },
  };
}

const isFilter = (word: string): word is StatusFilter => (STATUS_FILTERS as readonly string[]).includes(word);

/** The invoices' status; words that are no status of invoices ("expiring") say nothing. */
export const statusSlot = optional<StatusFilter>({
  takes: ['status'],
  resolve: (_ctx, { status }) => (status && isFilter(status) ? { value: status } : { missing: true }),
});

/** Issue dates. */
export const periodSlot = optional<{ from: string; to: string }>({
  takes: ['period'],
  resolve: (_ctx, { period }) => (period ? { value: period } : { missing: true }),
});
