import { invoicePdf } from '../../documents/invoice-pdf.ts';
import type { InvoiceListRow } from '../../documents/types.ts';
import { INVOICE_STATUS, invoiceType } from '../../lib/invoice-words.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Scope } from '../scope.ts';
import { readDetails } from './details.ts';
import type { InvoiceRow } from './row.ts';

/** A file's bytes with the name and type people get it by. */
export interface MadeFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** A document's number as part of a file's name: what no file system takes becomes a hyphen. */
const inFileName = (number: string): string => number.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '') || '1';

/** The invoice's PDF: the loaded one, else one made here in the reader's language. Throws `not_found`. */
export async function invoiceFile(scope: Scope, id: string, locale: Locale): Promise<MadeFile & { number: string }> {
  const invoice = await readDetails(scope, id);
  const { number, purchaseOrder } = invoice;
  const type = 'application/pdf';
  const loaded = await scope.tx.invoice.findUnique({ where: { id }, select: { pdf: true, pdfName: true } });
  if (loaded?.pdf) return { number, name: loaded.pdfName ?? `${inFileName(number)}.pdf`, type, bytes: loaded.pdf };
  const billing = await scope.tx.billingProfile.findFirst({ select: { address: true, taxNumber: true } });
  const bytes = await invoicePdf(
    {
      number,
      ...(purchaseOrder && { purchaseOrder }),
      type: invoiceType(locale, invoice.type),
      status: INVOICE_STATUS[locale][invoice.status],
      issuedOn: invoice.issuedOn,
      dueOn: invoice.dueOn,
      currency: invoice.total.currency,
      billTo: {
        name: scope.account.name,
        ...(billing && { address: billing.address }),
        ...(billing?.taxNumber && { taxNumber: billing.taxNumber }),
      },
      lines: invoice.lines.map(({ product, quantity, unitPrice, amount, period, orderNumber }) => ({
        ...{ product, quantity, unitPrice, amount: amount.amount },
        ...(period && { period }),
        ...(orderNumber && { orderNumber }),
      })),
      net: invoice.net.amount,
      tax: invoice.tax.amount,
      total: invoice.total.amount,
      credited: invoice.credited.amount,
      adjusted: invoice.adjusted.amount,
      paid: invoice.paid.amount,
      left: invoice.left.amount,
      inDispute: invoice.disputed,
    },
    { locale, on: scope.today },
  );
  return { number, name: `${locale === 'pl' ? 'faktura' : 'invoice'}-${inFileName(number)}.pdf`, type, bytes };
}

/** A row as the list's documents print it. */
export const listRow = (locale: Locale, row: InvoiceRow): InvoiceListRow => ({
  number: row.number,
  ...(row.purchaseOrder && { purchaseOrder: row.purchaseOrder }),
  type: invoiceType(locale, row.type),
  status: INVOICE_STATUS[locale][row.status],
  issuedOn: row.issuedOn,
  dueOn: row.dueOn,
  currency: row.total.currency,
  total: row.total.amount,
  left: row.left.amount,
  inDispute: row.disputed,
  paymentSubmitted: row.underWay,
});
