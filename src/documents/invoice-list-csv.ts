import { stringify } from 'csv-stringify/sync';
import type { Locale } from '../lib/locale.ts';
import { round } from '../lib/money.ts';
import { DOCUMENT_TEXTS } from './texts.ts';
import type { InvoiceListRow } from './types.ts';

/** What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"), behind spaces and full-width too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A text that no spreadsheet runs: what would begin a formula gets an apostrophe; numbers stay numbers. */
const inert = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/**
 * The list as CSV after RFC 4180, in UTF-8 with a byte order mark, by which Excel reads Polish letters. Headers are in
 * the reader's language; dates and amounts are for programs (`2026-11-03`, `1250.50`).
 */
export function invoiceListCsv(rows: readonly InvoiceListRow[], locale: Locale): Uint8Array {
  const t = DOCUMENT_TEXTS[locale];
  const yesNo = (is: boolean): string => (is ? t.yes : t.no);
  const columns: [string, (row: InvoiceListRow) => string][] = [
    [t.number, ({ number }) => number],
    [t.purchaseOrder, ({ purchaseOrder = '' }) => purchaseOrder],
    [t.type, ({ type }) => type],
    [t.status, ({ status }) => status],
    [t.issuedOn, ({ issuedOn }) => issuedOn],
    [t.dueOn, ({ dueOn }) => dueOn],
    [t.currency, ({ currency }) => currency],
    [t.total, ({ total, currency }) => round(total, currency)],
    [t.left, ({ left, currency }) => round(left, currency)],
    [t.inDispute, ({ inDispute }) => yesNo(inDispute)],
    [t.paymentSubmitted, ({ paymentSubmitted }) => yesNo(paymentSubmitted)],
  ];
  const records = rows.map((row) => columns.map(([, cell]) => inert(cell(row))));
  const csv = stringify([columns.map(([header]) => header), ...records], { bom: true, record_delimiter: 'windows' });
  return new TextEncoder().encode(csv);
}
