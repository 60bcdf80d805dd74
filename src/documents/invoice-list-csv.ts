import type { Locale } from '../lib/locale.ts';
import { round } from '../lib/money.ts';
import { csvOf } from './csv.ts';
import { DOCUMENT_TEXTS } from './texts.ts';
import type { InvoiceListRow } from './types.ts';

/** The list as CSV, headers and words in the reader's language. */
export function invoiceListCsv(rows: readonly InvoiceListRow[], locale: Locale): Uint8Array {
  const t = DOCUMENT_TEXTS[locale];
  const yesNo = (is: boolean): string => (is ? t.yes : t.no);
  return csvOf(
    [
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
    ],
    rows,
  );
}
