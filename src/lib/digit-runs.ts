import { namesDocument } from './document-words.ts';
import { ibansIn, isIban } from './iban.ts';

/** Spaces, line ends, dashes, marks of formatting, and what nobody sees: it may stand between the digits of one number. */
const SEPARATOR =
  '(?:[\\s\\p{Cf}\\p{M}\\p{Default_Ignorable_Code_Point}\\p{Pd}\\u2212.\\u00b7\\u2022*_/|\\\\~`]|&(?:nbsp|[et][mnh]i?n?sp|#160|#xa0);)';
/** Between fours, as cards show them, anything that is no letter. */
const BETWEEN_FOURS = '(?<=(?<!\\p{Nd})\\p{Nd}{4})[^\\p{L}\\p{Nd}]{1,3}(?=\\p{Nd}{4}(?!\\p{Nd}))';
const RUN = new RegExp(`\\p{Nd}+(?:(?:${SEPARATOR}{1,8}|${BETWEEN_FOURS})\\p{Nd}+)*`, 'gu');

const UUID = /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/gi;

/** Digits of any script that stand together, as plain ones. */
export interface Group {
  digits: string;
  from: number;
  to: number;
  /** It belongs to something else: a word, a document's number, a telephone. */
  other: boolean;
}

/** The runs of digits that may be one number, each in its groups; those of bank account numbers left out. */
export function runsOf(text: string): Group[][] {
  const taken = [
    ...ibansIn(text),
    ...[...text.matchAll(UUID)].map(({ 0: id, index }) => ({ from: index, to: index + id.length })),
  ];
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    const groups = [...run.matchAll(/(?<!&#x?[0-9a-f]*)\p{Nd}+/gu)].map((match): Group => {
      const from = index + match.index;
      const to = from + match[0].length;
      const inside = taken.some((one) => one.from < to && from < one.to);
      return { digits: plain(match[0]), from, to, other: inside || joined(text, from, to) };
    });
    const whole = groups.map(({ digits }) => digits).join('');
    // A Polish account number, 26 digits, is often written without its country; of shorter ones 1 in 97 would be one too.
    if (whole.length === 26 && isIban(`PL${whole}`)) return [];
    markDocuments(groups, text);
    return [groups];
  });
}

/** A number that is named, and those listed behind it, as long as they are alike; a plus begins a telephone number. */
function markDocuments(groups: readonly Group[], text: string): void {
  const [first] = groups;
  if (!first) return;
  const before = text.slice(0, first.from);
  if (before.endsWith('+')) first.other = true;
  if (!namesDocument(before)) return;
  first.other = true;
  for (let i = 1; i < groups.length; i += 1) {
    const group = groups[i]!;
    const { length } = group.digits;
    const listed = (length >= 6 && length <= 12) || /[,;]/.test(text.slice(groups[i - 1]!.to, group.from));
    if (length !== first.digits.length || !listed) return;
    group.other = true;
  }
}

/** Letters, but for those that say that it is a card: "visa4242...", "...4242cvv". */
const joined = (text: string, from: number, to: number): boolean =>
  (/[\p{L}--\p{Default_Ignorable_Code_Point}][\-\/_]?$/v.test(text.slice(Math.max(0, from - 3), from)) &&
    !CARD_BEFORE.test(text.slice(Math.max(0, from - 20), from))) ||
  (/^[\-\/_]?[\p{L}--\p{Default_Ignorable_Code_Point}]/v.test(text.slice(to, to + 3)) &&
    !CARD_BEHIND.test(text.slice(to, to + 10)));

const CARD_BEFORE =
  /(?<!\p{L})(?:cards?|kart\p{L}{1,2}|karcie|visa|master(?:card)?|maestro|amex|diners|discover|jcb|unionpay)[-/_]?$/iu;
const CARD_BEHIND = /^[-/_]?(?:exp|cvv|cvc|valid|wa[żz]n)/iu;

const plain = (digits: string): string => Array.from(digits, digitValue).join('');

/** The value of a decimal digit of any script: Unicode keeps the ten of a script together, zero first. */
function digitValue(digit: string): number {
  let first = digit.codePointAt(0)!;
  const code = first;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}
