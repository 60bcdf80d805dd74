import { isCardNumber } from './card-brands.ts';
import { runsOf } from './digit-runs.ts';

const SHORTEST_PART = 4;
const LONGEST_PART = 12;

/** A text's digits where they may be one part of a card number: as written, and plain in their groups. */
export interface Fragment {
  written: string;
  groups: readonly string[];
}

/** The part of a card number that a text may be: the only digits in it (but for a few), which belong to nothing else. */
export function cardFragment(text: string): Fragment | undefined {
  const fragments = runsOf(text).flatMap((run): Fragment[] => {
    if (run[0]!.other || run.at(-1)!.other) return [];
    const groups = run.map(({ digits }) => digits);
    const written = text.slice(run[0]!.from, run.at(-1)!.to);
    return groups.join('').length >= SHORTEST_PART ? [{ written, groups }] : [];
  });
  return fragments.length === 1 ? fragments[0] : undefined;
}

/**
 * Which of the earlier fragments (oldest first) the last one completes to a card number, with all its digits or the
 * first groups of them (an expiry date may follow): how many from the end. 0 when it completes none.
 */
export function completesCard(earlier: readonly Fragment[], { groups }: Fragment): number {
  const ends = groups.map((_, i) => groups.slice(0, i + 1).join('')).filter(({ length }) => length >= SHORTEST_PART);
  let before = '';
  for (let back = 1; back <= earlier.length; back += 1) {
    const part = earlier[earlier.length - back]!.groups.join('');
    if (part.length > LONGEST_PART) return 0;
    before = part + before;
    if (ends.some((end) => end.length <= LONGEST_PART && isCardNumber(before + end))) return back;
  }
  return 0;
}

/** What stands in the place of a part: valid JSON also where it was a number. */
export const WIPED_DIGITS = '9999';
