import type { Phrase } from './phrases.ts';

const MOST = 4;
const wordsOf = (masked: string): string[] =>
  masked.split(' ').filter((word) => word.length > 2 && !word.startsWith('\u00a7'));

/**
 * A masked clause with a token for how many of its words no phrase within scope has: the more, the likelier it is out
 * of scope. (In cross-validation it saw four more of a hundred texts out of scope, and rejected fewer within.)
 */
export function withNovelty(masked: string, isKnown: (word: string) => boolean): string {
  const unknown = wordsOf(masked).filter((word) => !isKnown(word)).length;
  return `${masked} \u00a7new${Math.min(MOST, unknown)}`;
}

/** In how many phrases within scope each word stands. */
export function countWords(phrases: readonly Phrase[], masked: readonly string[]): Map<string, number> {
  const seenIn = new Map<string, number>();
  for (const [at, text] of masked.entries()) {
    if (phrases[at]?.intent === 'none') continue;
    for (const word of new Set(wordsOf(text))) seenIn.set(word, (seenIn.get(word) ?? 0) + 1);
  }
  return seenIn;
}

/** The phrases as a text never seen would look: a phrase's own words count as known only where another has them too. */
export function noveltyOfPhrases(
  phrases: readonly Phrase[],
  masked: readonly string[],
  seenIn: Map<string, number>,
): string[] {
  return masked.map((text, at) => {
    const own = phrases[at]?.intent === 'none' ? 0 : 1;
    return withNovelty(text, (word) => (seenIn.get(word) ?? 0) > own);
  });
}
