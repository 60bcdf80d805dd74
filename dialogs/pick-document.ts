import type { Block } from '../src/kit/card.ts';
import type { Action, FrameSlots, Question, Resolution, Shown } from '../src/kit/dialog.ts';
import { listOf } from '../src/kit/shown.ts';
import { counted, type Localized } from '../src/lib/locale.ts';
import type { Context } from './define.ts';

/** How many a question offers. */
export const OFFERED = 5;

/** How one numbered thing (an invoice, an order, a contract) is found by what people say of it. */
export interface Documents<T extends { id: string }> {
  /** Of the list shown last, and the slot with the number. */
  kind: Extract<Shown['kind'], 'invoice' | 'order' | 'contract'>;
  /** The list that a question shows, as the dialog that would show it. */
  list: Pick<Shown, 'intent' | 'slots'>;
  read(id: string): Promise<T>;
  find(number: string): Promise<readonly T[]>;
  /** What may be meant where nothing was said; at most `OFFERED`. */
  candidates(): Promise<readonly T[]>;
  table(rows: readonly T[]): Block<Action>;
  /** Whether the one looked at last, of the list shown last, is meant where none is named ("watch it"). */
  implied?(row: T, list: Shown): boolean;
  /** The only candidate is meant without being asked for. */
  onlyOneIsMeant: boolean;
  texts: DocumentTexts & { ask: string; none: string };
}

/** What is said of a kind of documents, whatever the question. */
export interface DocumentTexts {
  unknown(number: string): string;
  several(number: string): string;
  noList: string;
  typeIt: string;
}

const ROWS = {
  en: { one: 'row', other: 'rows' },
  pl: { one: 'pozycję', few: 'pozycje', many: 'pozycji', other: 'pozycji' },
} as const;

const NO_SUCH_ROW: Localized<(rows: number) => string> = {
  en: (rows) => `The list I showed last has only ${counted('en', rows, ROWS)}.`,
  pl: (rows) => `Ostatnio pokazana lista ma tylko ${counted('pl', rows, ROWS)}.`,
};

/**
 * The one that a button, a number, a place in the list shown last, or nothing at all means, read afresh. What does not
 * fit is asked again with a list; where there is nothing to choose from, it stops.
 */
export async function pickDocument<T extends { id: string }>(
  ctx: Context,
  said: FrameSlots,
  documents: Documents<T>,
): Promise<Resolution<T>> {
  const named = await namedDocument(ctx, said, documents);
  if ('row' in named) return { value: named.row, pinned: { ref: named.row.id } };
  const { none } = documents.texts;
  const rows = named.among ?? (await documents.candidates());
  const [only] = rows;
  if (!only) return { stop: { text: named.why ? `${named.why} ${none}` : none } };
  if (documents.onlyOneIsMeant && !named.why && rows.length === 1) return { value: only, pinned: { ref: only.id } };
  return { again: question(rows, documents, named.why) };
}

/** The question for one, with what there is to choose from. */
export const askDocument = async <T extends { id: string }>(documents: Documents<T>): Promise<Question> =>
  question(await documents.candidates(), documents);

/** The one the words name, or why there is none, and among which to choose if they name several. */
async function namedDocument<T extends { id: string }>(
  { shown, locale }: Context,
  said: FrameSlots,
  { kind, read, find, implied, texts }: Documents<T>,
): Promise<{ row: T } | { why?: string; among?: readonly T[] }> {
  const { ref, ordinal, [kind]: number } = said;
  const list = listOf(shown, kind);
  if (ref) return { row: await read(ref) };
  if (number) {
    const found = await find(number);
    const [only] = found;
    if (only && found.length === 1) return { row: only };
    return only ? { why: texts.several(number), among: found } : { why: texts.unknown(number) };
  }
  if (ordinal) {
    if (!list) return { why: texts.noList };
    const id = ordinal === 'last' ? list.refs.at(-1) : list.refs[Number(ordinal) - 1];
    return id ? { row: await read(id) } : { why: NO_SUCH_ROW[locale](list.refs.length) };
  }
  const focus = list?.focus ?? (list?.refs.length === 1 ? list.refs[0] : undefined);
  if (!list || !focus || !implied) return {};
  const row = await read(focus);
  return implied(row, list) ? { row } : {};
}

/** The list it offers becomes the list shown last, so that "the second one" means its second row. */
function question<T extends { id: string }>(
  rows: readonly T[],
  { kind, list, table, texts }: Documents<T>,
  why?: string,
): Question {
  const text = why ? `${why} ${texts.ask}` : texts.ask;
  return {
    text,
    awaiting: kind,
    card: {
      blocks: [{ type: 'text', text }, table(rows), { type: 'text', text: texts.typeIt, style: 'muted' }],
    },
    shown: { kind, ...list, refs: rows.map(({ id }) => id) },
  };
}
