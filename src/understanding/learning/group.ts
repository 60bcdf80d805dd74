import type { IntentName } from '../../kit/contract.ts';
import type { Candidate } from '../../kit/understood.ts';
import type { Locale } from '../../lib/locale.ts';
import { fold } from '../text/fold.ts';

/** A text that was not understood at once, as far as it is learnt from. */
export interface Entry {
  locale: Locale;
  text: string;
  candidates: readonly Candidate[];
  proposed?: IntentName | undefined;
  chosen?: IntentName | undefined;
}

/** By what a text's meaning is known: the button pressed below it, the language model, or the likeliest guess. */
type Known = 'pressed' | 'model' | 'guess';

/** Texts of one language that mean the same, as far as is known: what a phrase file is made of. */
export interface Group {
  intent: IntentName;
  locale: Locale;
  times: number;
  known: Readonly<Record<Known, number>>;
  /** Texts much alike stand together, the most frequent first. */
  alike: readonly { text: string; times: number }[][];
}

/** "None of these" is the menu: it says nothing of what was meant. */
const NONE: IntentName = 'help.menu';

function meaningOf({ chosen, proposed, candidates }: Entry): { intent: IntentName; known: Known } {
  if (chosen && chosen !== NONE) return { intent: chosen, known: 'pressed' };
  if (proposed) return { intent: proposed, known: 'model' };
  return { intent: candidates[0]?.intent ?? 'none', known: 'guess' };
}

/** Texts by what they mean and by language, the most frequent group first. */
export function groupsOf(entries: readonly Entry[]): Group[] {
  const groups = Map.groupBy(
    entries.map((entry) => ({ ...entry, ...meaningOf(entry) })),
    ({ intent, locale }) => `${intent} ${locale}`,
  );
  const made = [...groups.values()].map((members): Group => {
    const { intent, locale } = members[0]!;
    const count = (known: Known) => members.filter((one) => one.known === known).length;
    return {
      ...{ intent, locale, times: members.length },
      known: { pressed: count('pressed'), model: count('model'), guess: count('guess') },
      alike: likenesses(members.map(({ text }) => text)),
    };
  });
  return made.sort((a, b) => b.times - a.times || a.intent.localeCompare(b.intent) || a.locale.localeCompare(b.locale));
}

/** How much of their three-letter pieces two texts have to share to stand together. */
const ALIKE = 0.5;

function likenesses(texts: readonly string[]): { text: string; times: number }[][] {
  const same = Map.groupBy(texts, (text) =>
    fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  const frequent = [...same].sort(([a, as], [b, bs]) => bs.length - as.length || a.localeCompare(b));
  const clusters: { pieces: ReadonlySet<string>; texts: { text: string; times: number }[] }[] = [];
  for (const [folded, written] of frequent) {
    const pieces = piecesOf(folded);
    const near = clusters.find((cluster) => shared(cluster.pieces, pieces) >= ALIKE);
    const one = { text: written[0]!, times: written.length };
    if (near) near.texts.push(one);
    else clusters.push({ pieces, texts: [one] });
  }
  return clusters.map((cluster) => cluster.texts);
}

const piecesOf = (text: string): Set<string> =>
  new Set(Array.from({ length: text.length }, (_, at) => ` ${text} `.slice(at, at + 3)));

/** The part of their pieces that two texts share (Dice), 0 to 1. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((piece) => b.has(piece)).length;
  return a.size + b.size === 0 ? 1 : (2 * both) / (a.size + b.size);
}

/** What stands in a phrase for what was taken out of a text: as good as any other. */
const EXAMPLES: Readonly<Record<string, string>> = {
  EMAIL: 'anna.nowak@example.com',
  PHONE: '+48 601 222 333',
  PERSON: '<@U0123>',
  NAME: 'Anna Nowak',
  NUMBER: '123',
};

/** A kept text as a phrase: examples in the places of what was taken out. */
export const asPhrase = (text: string): string =>
  text.replace(/\[([A-Z]+)_\d+\]/g, (placeholder, kind: string) => EXAMPLES[kind] ?? placeholder);
