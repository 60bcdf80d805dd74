import type { IntentName } from '../../src/kit/contract.ts';
import type { Shown } from '../../src/kit/dialog.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { OrderRow } from '../../src/portal/orders/row.ts';
import { type Context, slot } from '../define.ts';
import { askDocument, type Documents, type DocumentTexts, OFFERED, pickDocument } from '../pick-document.ts';
import { choiceTable } from './cards.ts';

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

const TEXTS: Localized<DocumentTexts> = {
  en: {
    unknown: (number) => `I can’t find order ${number} in your account.`,
    several: (number) => `More than one order ends in ${number}.`,
    noList: 'I haven’t shown a list of orders yet.',
    typeIt: 'Or type the number of another one.',
  },
  pl: {
    unknown: (number) => `Na Twoim koncie nie ma zamówienia ${number}.`,
    several: (number) => `Numerem ${number} kończy się więcej niż jedno zamówienie.`,
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
    resolve: (ctx, said, before) => pickDocument(ctx, said, orders(ctx, which(ctx, before))),
    ask: (ctx, before) => askDocument(orders(ctx, which(ctx, before))),
  });

function orders(ctx: Context, { intent, ask, none, implied, candidates }: Which): Documents<OrderRow> {
  const { orders } = ctx.portal;
  return {
    ...{ kind: 'order', list: { intent, slots: {} }, implied, onlyOneIsMeant: true },
    read: (id) => orders.show({ id }),
    find: (number) => orders.find({ number }),
    async candidates() {
      for (const candidate of candidates) {
        const { rows } = await orders.list({ ...candidate, limit: OFFERED });
        if (rows.length > 0) return rows;
      }
      return [];
    },
    table: (rows) => choiceTable(ctx, rows),
    texts: { ...TEXTS[ctx.locale], ask, none },
  };
}

/** "The second one" still means the list's; "it" means this one. */
export function lookedAt({ shown }: Context, id: string): Shown {
  if (shown?.kind === 'order') return { ...shown, focus: id };
  return { kind: 'order', intent: 'orders.track', slots: { ref: id }, refs: [id] };
}
