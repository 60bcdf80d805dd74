/**
 * The last group of digits of a document's number without leading zeros: "1042" of `INV-1042`, "7" of `FV/2026/11/007`,
 * "" where there are none. By it the whole last group finds its document, never a mere suffix.
 */
export function lastDigits(number: string): string {
  const last = /(\d+)\D*$/.exec(number)?.[1] ?? '';
  return last.replace(/^0+(?=\d)/, '');
}

/** From so many digits on leading zeros make no difference (INTENTS.md, "Fine points"). */
const FREE_ZEROS = 4;

/**
 * What numbers look like whose whole last group of digits was typed, as a regular expression; nothing does where other
 * than digits were.
 */
export function lastGroup(typed: string): string {
  if (!/^\d+$/.test(typed)) return '^(?!)';
  return typed.length < FREE_ZEROS ? `(^|[^0-9])${typed}[^0-9]*$` : `(^|[^0-9])0*${lastDigits(typed)}[^0-9]*$`;
}
