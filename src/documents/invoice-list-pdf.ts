import { showDate } from '../lib/dates.ts';
import { counted } from '../lib/locale.ts';
import { showMoney, totals } from '../lib/money.ts';
import { closeSheet, openSheet } from './pdf/sheet.ts';
import { drawTable } from './pdf/table.ts';
import { drawHeading, drawTitle } from './pdf/text.ts';
import { DOCUMENT_TEXTS, INVOICES } from './texts.ts';
import type { Edition, InvoiceList, InvoiceListRow } from './types.ts';

/** The list as PDF, with totals per currency at its end; currencies are never added together. */
export async function invoiceListPdf({ title, accountName, rows }: InvoiceList, edition: Edition): Promise<Uint8Array> {
  const { locale, on } = edition;
  const t = DOCUMENT_TEXTS[locale];
  const sheet = openSheet(`${title} – ${accountName}`, edition);
  const count = counted(locale, rows.length, INVOICES);
  drawTitle(sheet, title, `${accountName} · ${count} · ${t.asOf(showDate(locale, on))}`);
  if (rows.length === 0) {
    sheet.pdf.text(t.noInvoices, { structParent: sheet.root, structType: 'P' });
    return closeSheet(sheet, title, t.page);
  }
  const columns = [
    { header: t.number, share: 23 },
    { header: t.type, share: 17 },
    { header: t.status, share: 20 },
    { header: t.issuedOn, share: 15 },
    { header: t.dueOn, share: 15 },
    { header: t.total, share: 20, align: 'right' },
    { header: t.left, share: 20, align: 'right' },
  ] as const;
  await drawTable(
    sheet,
    columns,
    rows.map((row) => cells(row, locale)),
  );
  drawHeading(sheet, t.totals);
  const sums = totals(rows.map(({ total, currency }) => ({ amount: total, currency })));
  const lefts = totals(rows.map(({ left, currency }) => ({ amount: left, currency })));
  const sumColumns = [
    { header: t.currency, share: 40 },
    { header: t.total, share: 45, align: 'right' },
    { header: t.left, share: 45, align: 'right' },
  ] as const;
  const sumRows = sums.map((sum, index) => [
    { text: sum.currency, strong: true },
    { text: showMoney(locale, sum), strong: true },
    { text: showMoney(locale, lefts[index]!), strong: true },
  ]);
  await drawTable(sheet, sumColumns, sumRows);
  return closeSheet(sheet, `${title} – ${accountName}`, t.page);
}

function cells(row: InvoiceListRow, locale: Edition['locale']) {
  const t = DOCUMENT_TEXTS[locale];
  const remarks = [row.inDispute && t.inDispute, row.paymentSubmitted && t.paymentSubmitted].filter(
    (text) => text !== false,
  );
  return [
    { text: row.number, ...(row.purchaseOrder && { note: `${t.purchaseOrder}: ${row.purchaseOrder}` }) },
    { text: row.type },
    { text: row.status, ...(remarks.length > 0 && { note: remarks.join(', ') }) },
    { text: showDate(locale, row.issuedOn) },
    { text: showDate(locale, row.dueOn) },
    { text: showMoney(locale, { amount: row.total, currency: row.currency }) },
    { text: showMoney(locale, { amount: row.left, currency: row.currency }) },
  ];
}
