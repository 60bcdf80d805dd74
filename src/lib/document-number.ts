/**
 * The last group of digits of a document's number without leading zeros: "1042" of `INV-1042`, "7" of `FV/2026/11/007`,
 * "" where there are none. By it the whole last group finds its document, never a mere suffix.
 */
export function lastDigits(number: string): string {
  const last = /(\d+)\D*$/.exec(number)?.[1] ?? '';
  return last.replace(/^0+(?=\d)/, '');
}
