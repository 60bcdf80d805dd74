import { stringify } from 'csv-stringify/sync';

/** What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"), behind spaces and full-width too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A text that no spreadsheet runs: what would begin a formula gets an apostrophe; numbers stay numbers. */
const inert = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/**
 * Rows as CSV after RFC 4180, in UTF-8 with a byte order mark, by which Excel reads Polish letters.
 * @param columns each column's header, in the reader's language, and what stands in it; dates and amounts are for
 * programs (`2026-11-03`, `1250.50`)
 */
export function csvOf<R>(
  columns: readonly (readonly [header: string, cell: (row: R) => string])[],
  rows: readonly R[],
) {
  const records = rows.map((row) => columns.map(([, cell]) => inert(cell(row))));
  const csv = stringify([columns.map(([header]) => header), ...records], { bom: true, record_delimiter: 'windows' });
  return new TextEncoder().encode(csv);
}
