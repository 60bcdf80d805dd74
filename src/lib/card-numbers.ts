import { isCardNumber, LONGEST_CARD } from './card-brands.ts';
import { type Group, runsOf } from './digit-runs.ts';

export const CARD_MASK = '[card number removed]';
export const CODE_MASK = '[code removed]';

interface Span {
  from: number;
  to: number;
}

/**
 * Takes card numbers out of a text before anything else sees it (PRODUCT.md section 3): 13 to 19 digits, however they
 * are spaced and whatever stands around them, with a known prefix and length and a right check digit, not joined to
 * letters and not after an invoice or order word. Security codes that are named or stand behind one go with them.
 */
export function maskCardNumbers(text: string): { text: string; found: boolean } {
  const runs = runsOf(text);
  const cards = runs.flatMap(cardsIn);
  const masks = [
    ...cards.map((span) => ({ ...span, mask: CARD_MASK })),
    ...codesIn(text, runs, cards).map((span) => ({ ...span, mask: CODE_MASK })),
  ].sort((a, b) => b.from - a.from);
  const masked = masks.reduce((rest, { from, to, mask }) => rest.slice(0, from) + mask + rest.slice(to), text);
  return { text: masked, found: masks.length > 0 };
}

/** The parts of a run that are covered by a card number; where several would do, by any of them. */
function cardsIn(run: readonly Group[]): Span[] {
  const covered = new Set<Group>();
  for (let start = 0; start < run.length; start += 1) {
    let digits = '';
    for (let end = start; end < run.length && !run[end]!.other; end += 1) {
      digits += run[end]!.digits;
      if (digits.length > LONGEST_CARD) break;
      if (isCardNumber(digits)) for (const group of run.slice(start, end + 1)) covered.add(group);
    }
  }
  const cards: Span[] = [];
  for (const [i, group] of run.entries()) {
    if (!covered.has(group)) continue;
    if (i > 0 && covered.has(run[i - 1]!)) cards.at(-1)!.to = group.to;
    else cards.push({ from: group.from, to: group.to });
  }
  return cards;
}

const CODE_WORD =
  /(?<!\p{L})(?:cvv2?|cvc2?|security code|kod\p{L}* (?:cv[vc]2?|bezpieczeństwa|zabezpieczając\p{L}*))[^\p{L}\p{N}]{0,4}(?:(?:is|to)\s{1,3})?$/iu;
/** How far behind a card number an unnamed code may stand, an expiry date between them. */
const BEHIND = 40;

/** Three or four digits by themselves, behind a word for a security code or soon behind a card number. */
function codesIn(text: string, runs: readonly (readonly Group[])[], cards: readonly Span[]): Span[] {
  return runs.flat().filter(({ digits, from, to, other }) => {
    if (digits.length < 3 || digits.length > 4 || cards.some((card) => card.from < to && from < card.to)) return false;
    const behind = cards.some((card) => card.to <= from && from - card.to <= BEHIND);
    return (behind && !other) || CODE_WORD.test(text.slice(Math.max(0, from - BEHIND), from));
  });
}
