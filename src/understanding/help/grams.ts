import { fold } from '../text/fold.ts';

const SHORTEST = 4;
const LONGEST = 5;

/**
 * The pieces of a text that it is found by: each folded word's runs of four and five characters, its ends marked, so
 * that typos, missing diacritics and Polish endings leave most of them as they are (FIELD-NOTES, "Help search").
 */
export function grams(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => {
    const marked = ` ${word} `;
    const found: string[] = [];
    for (let size = SHORTEST; size <= LONGEST; size++) {
      for (let at = 0; at + size <= marked.length; at++) found.push(marked.slice(at, at + size));
    }
    return found;
  });
}
