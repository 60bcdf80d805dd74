import { isCardNumber, LONGEST_CARD } from './card-brands.ts';
import { ibansIn, isIban } from './iban.ts';

/** Digits of any script, and what may stand between those of one number: spaces, line ends, dashes, invisible marks. */
const RUN = /\p{Nd}+(?:[\s\p{Cf}\p{Pd}\u2212.\u00b7\u2022*_/|]{1,3}\p{Nd}+)*/gu;
/** What a number is of that is no card (PRODUCT.md section 3); a plus begins a telephone number. */
const OTHER =
  /(?<!\p{L})(?:(?:invoices?|inv|orders?|po|tracking|faktur\p{L}*|fv|zam[oó]wieni\p{L}*|przesyłk\p{L}*|paczk\p{L}*)(?:\s{1,3}(?:number|no|nr|numer\p{L}*|id))?\s{0,3}[.:#]?\s{0,3}|\+)$/iu;
const LONGEST_WORDS = 60;

export const CARD_MASK = '[card number removed]';

interface Group {
  digits: string;
  from: number;
  to: number;
  /** It belongs to something else: a word, a document's number, a telephone. */
  other: boolean;
}

/**
 * Takes card numbers out of a text before anything else sees it (PRODUCT.md section 3): 13 to 19 digits, however they
 * are spaced and whatever stands around them, with a known prefix and length and a right check digit, not joined to
 * letters and not after an invoice or order word.
 */
export function maskCardNumbers(text: string): { text: string; found: boolean } {
  const cards = runsOf(text).flatMap(cardsIn);
  const masked = cards.reduceRight((rest, { from, to }) => rest.slice(0, from) + CARD_MASK + rest.slice(to), text);
  return { text: masked, found: cards.length > 0 };
}

/** The parts of a run that are covered by a card number; where several would do, by any of them. */
function cardsIn(run: readonly Group[]): { from: number; to: number }[] {
  const covered = new Set<Group>();
  for (let start = 0; start < run.length; start += 1) {
    let digits = '';
    for (let end = start; end < run.length && !run[end]!.other; end += 1) {
      digits += run[end]!.digits;
      if (digits.length > LONGEST_CARD) break;
      if (isCardNumber(digits)) for (const group of run.slice(start, end + 1)) covered.add(group);
    }
  }
  const cards: { from: number; to: number }[] = [];
  for (const [i, group] of run.entries()) {
    if (!covered.has(group)) continue;
    if (i > 0 && covered.has(run[i - 1]!)) cards.at(-1)!.to = group.to;
    else cards.push({ from: group.from, to: group.to });
  }
  return cards;
}

/** The runs of digits in a text, each in its groups; those of bank account numbers left out. */
function runsOf(text: string): Group[][] {
  const ibans = ibansIn(text);
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    const groups = [...run.matchAll(/\p{Nd}+/gu)].map((match): Group => {
      const from = index + match.index;
      const to = from + match[0].length;
      const iban = ibans.some((one) => one.from < to && from < one.to);
      return { digits: plain(match[0]), from, to, other: iban || joined(text, from, to) };
    });
    groups[0]!.other ||= OTHER.test(text.slice(Math.max(0, index - LONGEST_WORDS), index));
    // A Polish account number is often written without its country.
    return isIban(`PL${groups.map(({ digits }) => digits).join('')}`) ? [] : [groups];
  });
}

const joined = (text: string, from: number, to: number): boolean =>
  /\p{L}[-/_]?$/u.test(text.slice(Math.max(0, from - 3), from)) || /^[-/_]?\p{L}/u.test(text.slice(to, to + 3));

const plain = (digits: string): string => Array.from(digits, digitValue).join('');

/** The value of a decimal digit of any script: Unicode keeps the ten of a script together, zero first. */
function digitValue(digit: string): number {
  let first = digit.codePointAt(0)!;
  const code = first;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}

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
