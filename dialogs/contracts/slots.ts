import type { IntentName } from '../../src/kit/contract.ts';
import type { Shown } from '../../src/kit/dialog.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { ContractRow } from '../../src/portal/contracts/row.ts';
import { type Context, slot } from '../define.ts';
import { askDocument, type Documents, type DocumentTexts, OFFERED, pickDocument } from '../pick-document.ts';
import { choiceTable } from './cards.ts';

interface Which {
  /** The dialog that asks. */
  intent: IntentName;
  /** The question, e.g. "Which contract would you like to renew?". */
  ask: string;
  /** There is nothing to choose from. */
  none: string;
  /** Whether the one looked at last is meant where none is named ("renew it"). */
  implied(row: ContractRow, list: Shown): boolean;
  /** What may be meant; it also tells somebody who may not do it that they may not, before anything is asked. */
  candidates(): Promise<readonly ContractRow[]>;
}

const TEXTS: Localized<DocumentTexts> = {
  en: {
    unknown: (number) => `I can’t find contract ${number} in your account.`,
    several: (number) => `More than one contract ends in ${number}.`,
    noList: 'I haven’t shown a list of contracts yet.',
    typeIt: 'Or type the number of another one.',
  },
  pl: {
    unknown: (number) => `Na Twoim koncie nie ma umowy ${number}.`,
    several: (number) => `Numerem ${number} kończy się więcej niż jedna umowa.`,
    noList: 'Nie było jeszcze listy umów.',
    typeIt: 'Można też wpisać numer innej.',
  },
};

/**
 * One contract, by its number, its place in the list shown last, a button, "it" for the one looked at last, or as the
 * only one there is to choose from.
 */
export const contractSlot = (which: (ctx: Context, before: Record<string, unknown>) => Which) =>
  slot<ContractRow>({
    takes: ['contract', 'ordinal', 'ref'],
    resolve: async (ctx, said, before) => pickDocument(ctx, said, await contracts(ctx, which(ctx, before))),
    ask: async (ctx, before) => askDocument(await contracts(ctx, which(ctx, before))),
  });

async function contracts(
  ctx: Context,
  { intent, ask, none, implied, candidates }: Which,
): Promise<Documents<ContractRow>> {
  const { contracts } = ctx.portal;
  const rows = (await candidates()).slice(0, OFFERED);
  return {
    ...{ kind: 'contract', list: { intent, slots: {} }, implied, onlyOneIsMeant: true },
    read: (id) => contracts.show({ id }),
    find: (number) => contracts.find({ number }),
    candidates: async () => rows,
    table: (found) => choiceTable(ctx, found),
    texts: { ...TEXTS[ctx.locale], ask, none },
  };
}

/** "The second one" still means the list's; "it" means this one. */
export function lookedAt({ shown }: Context, id: string): Shown {
  if (shown?.kind === 'contract') return { ...shown, focus: id };
  return { kind: 'contract', intent: 'contracts.show', slots: { ref: id }, refs: [id] };
}
