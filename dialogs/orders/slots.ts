import type { IntentName } from '../../src/kit/contract.ts';
import type { FrameSlots, Question, Resolution, Shown } from '../../src/kit/dialog.ts';
import { counted, type Localized } from '../../src/lib/locale.ts';
import type { OrderRow } from '../../src/portal/orders/row.ts';
import { type Context, slot } from '../define.ts';
import { choiceTable } from './cards.ts';

/** How many orders a question offers. */
const OFFERED = 5;

interface Which {
  /** The dialog that asks. */
  intent: IntentName;
  /** The question, e.g. "Which order would you like to watch?". */
  ask: string;
  /** There is nothing to choose from. */
  none: string;
  /** Whether the one looked at last, of the list shown last, is meant where none is named ("watch it"). */
  implied(row: OrderRow, list: Shown): boolean;
  /** What may be meant else, the first list that has any: its only one is, several are offered. */
  candidates: readonly { status: 'open' | 'all'; watched?: true }[];
}

interface SlotTexts {
  unknown(number: string): string;
  several(number: string): string;
  noSuchRow(rows: number): string;
  noList: string;
  typeIt: string;
}

const ROWS = {
  en: { one: 'row', other: 'rows' },
  pl: { one: 'pozycję', few: 'pozycje', many: 'pozycji', other: 'pozycji' },
} as const;

const TEXTS: Localized<SlotTexts> = {
  en: {
    unknown: (number) => `I can’t find order ${number} in your account.`,
    several: (number) => `More than one order ends in ${number}.`,
    noSuchRow: (rows) => `The list I showed last has only ${counted('en', rows, ROWS)}.`,
    noList: 'I haven’t shown a list of orders yet.',
    typeIt: 'Or type the number of another one.',
  },
  pl: {
    unknown: (number) => `Na Twoim koncie nie ma zamówienia ${number}.`,
    several: (number) => `Numerem ${number} kończy się więcej niż jedno zamówienie.`,
    noSuchRow: (rows) => `Ostatnio pokazana lista ma tylko ${counted('pl', rows, ROWS)}.`,
    noList: 'Nie było jeszcze listy zamówień.',
    typeIt: 'Można też wpisać numer innego.',
  },
};

/**
 * One order, by its number, its place in the list shown last, a button, "it" for the one looked at last, or as the only
 * one there is to choose from.
 */
export const orderSlot = (which: (ctx: Context, before: Record<string, unknown>) => Which) =>
  slot<OrderRow>({
    takes: ['order', 'ordinal', 'ref'],
    resolve: (ctx, said, before) => resolveOrder(ctx, said, which(ctx, before)),
    async ask(ctx, before) {
      const asked = which(ctx, before);
      return question(ctx, asked, await offered(ctx, asked));
    },
  });

async function resolveOrder(ctx: Context, said: FrameSlots, which: Which): Promise<Resolution<OrderRow>> {
  const named = await namedOrder(ctx, said, which);
  if ('row' in named) return { value: named.row, pinned: { ref: named.row.id } };
  const rows = named.among ?? (await offered(ctx, which));
  const [only] = rows;
  if (!only) return { stop: { text: named.why ? `${named.why} ${which.none}` : which.none } };
  if (!named.why && rows.length === 1) return { value: only, pinned: { ref: only.id } };
  return { again: question(ctx, which, rows, named.why) };
}

/** The one order the words name, or why there is none, and among which to choose if they name several. */
async function namedOrder(
  ctx: Context,
  { ref, order, ordinal }: FrameSlots,
  { implied }: Which,
): Promise<{ row: OrderRow } | { why?: string; among?: OrderRow[] }> {
  const { portal, shown } = ctx;
  const t = TEXTS[ctx.locale];
  const list = shown?.kind === 'order' ? shown : undefined;
  const read = async (id: string) => ({ row: await portal.orders.show({ id }) });
  if (ref) return read(ref);
  if (order) {
    const found = await portal.orders.find({ number: order });
    const [only] = found;
    if (only && found.length === 1) return { row: only };
    return only ? { why: t.several(order), among: found } : { why: t.unknown(order) };
  }
  if (ordinal) {
    if (!list) return { why: t.noList };
    const id = ordinal === 'last' ? list.refs.at(-1) : list.refs[Number(ordinal) - 1];
    return id ? read(id) : { why: t.noSuchRow(list.refs.length) };
  }
  const focus = list?.focus ?? (list?.refs.length === 1 ? list.refs[0] : undefined);
  const looked = list && focus ? await read(focus) : undefined;
  return list && looked && implied(looked.row, list) ? looked : {};
}

async function offered({ portal }: Context, { candidates }: Which): Promise<OrderRow[]> {
  for (const candidate of candidates) {
    const { rows } = await portal.orders.list({ ...candidate, limit: OFFERED });
    if (rows.length > 0) return rows;
  }
  return [];
}

/** The list it offers becomes the list shown last, so that "the second one" means its second row. */
function question(ctx: Context, { ask, intent }: Which, rows: readonly OrderRow[], why?: string): Question {
  const text = why ? `${why} ${ask}` : ask;
  return {
    text,
    awaiting: 'order',
    card: {
      blocks: [
        { type: 'text', text },
        choiceTable(ctx, rows),
        { type: 'text', text: TEXTS[ctx.locale].typeIt, style: 'muted' },
      ],
    },
    shown: {
      ...{ kind: 'order', intent, slots: {} },
      refs: rows.map(({ id }) => id),
    },
  };
}

/** "The second one" still means the list's; "it" means this one. */
export function lookedAt({ shown }: Context, id: string): Shown {
  if (shown?.kind === 'order') return { ...shown, focus: id };
  return { kind: 'order', intent: 'orders.track', slots: { ref: id }, refs: [id] };
}
