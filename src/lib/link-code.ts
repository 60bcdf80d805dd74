/** Letters of one-time codes (RFC 8628, section 6.1): no vowels, so no code is a word; no digits, so none looks like a letter. */
export const CODE_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
export const CODE_LENGTH = 8;

const half = `[${CODE_LETTERS}]{4}`;
const dash = '[-\\u2010-\\u2015\\u2212]';
const WHOLE = new RegExp(`^[^\\p{L}\\p{N}]*(${half})(?:\\s|${dash})*(${half})[^\\p{L}\\p{N}]*$`, 'iu');
const WITHIN = new RegExp(`(?<![\\p{L}\\p{N}]|${dash})(${half})${dash}?(${half})(?![\\p{L}\\p{N}]|${dash})`, 'iu');

/**
 * The one-time code that a text is or holds, in any case: as the whole text also with a space in the middle, else as a
 * word of its own. Returned as eight capitals without the dash; undefined where there is none.
 */
export function codeIn(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  const found = WHOLE.exec(plain) ?? WITHIN.exec(plain);
  return found ? `${found[1]}${found[2]}`.toUpperCase() : undefined;
}

/** A code as people are shown it: `BCDF-GHJK`. */
export const showCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
