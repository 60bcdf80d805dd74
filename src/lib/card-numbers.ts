/** Digits as people write them: plain, full-width or of another script, and what may stand between them. */
const DIGIT = '[0-9\\uff10-\\uff19\\u0660-\\u0669]';
const RUN = new RegExp(`${DIGIT}(?:[ \\t\\u00a0\\u2009\\u202f.\\-\\u2010-\\u2015_/]{0,3}${DIGIT})*`, 'gu');
/** A word before the number that says it is something else (PRODUCT.md section 3). */
const OTHER =
  /(?:invoice|inv|order|po|faktur\p{L}*|fv|nr|zam[oó]wieni\p{L}*|tracking|no|number|numer\p{L}*|iban|konto|account)\s*[.:#]?\s*$/iu;

/** Brand by prefix, and the lengths its numbers have. */
const BRANDS: readonly { prefix: RegExp; lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [13, 16, 19] }, // Visa
  { prefix: /^(5[1-5]|2(22[1-9]|2[3-9]|[3-6]|7[01]|720))/, lengths: [16] }, // Mastercard
  { prefix: /^3[47]/, lengths: [15] }, // American Express
  { prefix: /^3(0[0-5]|09|6|8|9)/, lengths: [14, 16, 17, 18, 19] }, // Diners Club
  { prefix: /^(6011|64[4-9]|65|622)/, lengths: [16, 17, 18, 19] }, // Discover
  { prefix: /^35(2[89]|[3-8])/, lengths: [16, 17, 18, 19] }, // JCB
  { prefix: /^62/, lengths: [16, 17, 18, 19] }, // UnionPay
  { prefix: /^(50|5[6-9]|6)/, lengths: [13, 14, 15, 16, 17, 18, 19] }, // Maestro
];

/** Whether plain digits are a card number: a known prefix, a length it has, the check digit right (ISO/IEC 7812). */
export function isCardNumber(digits: string): boolean {
  return BRANDS.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits)) && luhn(digits);
}

function luhn(digits: string): boolean {
  let total = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    total += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return total % 10 === 0;
}

const plain = (run: string): string => [...run].map((c) => (/\p{Nd}/u.test(c) ? String(digitValue(c)) : '')).join('');

/** The value of a decimal digit of any script: Unicode keeps each script's ten digits together. */
function digitValue(c: string): number {
  const code = c.codePointAt(0) ?? 0;
  if (code >= 0xff10) return code - 0xff10;
  return code >= 0x660 ? code - 0x660 : code - 0x30;
}

export const CARD_MASK = '[card number removed]';

/**
 * Takes card numbers out of a text before anything else sees it (PRODUCT.md section 3): 13 to 19 digits, however they
 * are spaced, with a known prefix and length and a right check digit, not joined to letters and not after an invoice or
 * order word.
 */
export function maskCardNumbers(text: string): { text: string; found: boolean } {
  let found = false;
  const masked = text.replace(RUN, (run, offset: number) => {
    const before = text.slice(0, offset);
    const after = text.slice(offset + run.length);
    if (/[\p{L}\p{N}][-/_.]?$/u.test(before) || /^[-/_]?\p{L}/u.test(after) || OTHER.test(before)) return run;
    if (!isCardNumber(plain(run)))
      return maskWithin(run, () => {
        found = true;
      });
    found = true;
    return CARD_MASK;
  });
  return { text: masked, found };
}

/** "4242 4242 4242 4242 12/30 123": the number is the beginning of a longer run. */
function maskWithin(run: string, tell: () => void): string {
  const parts = run.split(/(?<=\d)(?=[ \t\u00a0]+)/u);
  for (let from = 0; from < parts.length; from += 1) {
    for (let to = parts.length; to > from; to -= 1) {
      if (!isCardNumber(plain(parts.slice(from, to).join('')))) continue;
      tell();
      return [...parts.slice(0, from), from > 0 ? ` ${CARD_MASK}` : CARD_MASK, ...parts.slice(to)].join('');
    }
  }
  return run;
}

/** The digits of a text that is nothing but 4 to 12 of them, which may be one part of a card number. */
export function cardFragment(text: string): string | undefined {
  const digits = plain(text);
  const rest = text.replace(RUN, '').trim();
  return rest === '' && digits.length >= 4 && digits.length <= 12 ? digits : undefined;
}

/**
 * Which of the earlier fragments (oldest first) the last one completes to a card number: how many from the end.
 * 0 when it completes none.
 */
export function completesCard(earlier: readonly string[], last: string): number {
  let joined = last;
  for (let back = 1; back <= earlier.length; back += 1) {
    joined = `${earlier[earlier.length - back]}${joined}`;
    if (isCardNumber(joined)) return back;
  }
  return 0;
}
