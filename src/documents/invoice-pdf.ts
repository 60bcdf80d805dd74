import { showDate } from '../lib/dates.ts';
import { intlTag } from '../lib/locale.ts';
import { Decimal, minorDigits, showMoney } from '../lib/money.ts';
import { closeSheet, openSheet, type Sheet } from './pdf/sheet.ts';
import { drawTable } from './pdf/table.ts';
import { drawBlocks, drawTitle } from './pdf/text.ts';
import { DOCUMENT_TEXTS } from './texts.ts';
import type { Edition, InvoiceDocument, InvoiceDocumentLine, Party } from './types.ts';

/** One invoice, or credit note, as PDF (PRODUCT.md section 3). */
export async function invoicePdf(invoice: InvoiceDocument, edition: Edition): Promise<Uint8Array> {
  const { locale, on } = edition;
  const t = DOCUMENT_TEXTS[locale];
  const credit = new Decimal(invoice.total).isNegative();
  const title = credit ? t.creditNote(invoice.number) : t.invoice(invoice.number);
  const sheet = openSheet(title, edition);
  const status = invoice.inDispute ? `${invoice.status}, ${t.inDispute.toLocaleLowerCase(locale)}` : invoice.status;
  drawTitle(sheet, title, `${invoice.type} · ${status} · ${t.asOf(showDate(locale, on))}`);
  const party = (label: string, who: Party) => ({ label, text: partyText(who, t.taxNumber) });
  drawBlocks(sheet, [...(invoice.seller ? [party(t.seller, invoice.seller)] : []), party(t.billTo, invoice.billTo)]);
  drawBlocks(sheet, [
    { label: t.issuedOn, text: showDate(locale, invoice.issuedOn) },
    { label: t.dueOn, text: showDate(locale, invoice.dueOn) },
    { label: t.purchaseOrder, text: invoice.purchaseOrder ?? '–' },
    { label: t.currency, text: invoice.currency },
  ]);
  await drawLines(sheet, invoice, locale);
  await drawSums(sheet, invoice, locale);
  return closeSheet(sheet, title, t.page);
}

const partyText = ({ name, address, taxNumber }: Party, label: string): string =>
  [name, address, taxNumber && `${label}: ${taxNumber}`].filter(Boolean).join('\n');

async function drawLines(sheet: Sheet, { lines, currency }: InvoiceDocument, locale: Edition['locale']): Promise<void> {
  const t = DOCUMENT_TEXTS[locale];
  const number = new Intl.NumberFormat(intlTag[locale], { maximumFractionDigits: 6 });
  const price = new Intl.NumberFormat(intlTag[locale], {
    style: 'currency',
    currency,
    useGrouping: 'always',
    minimumFractionDigits: minorDigits(currency),
    maximumFractionDigits: 6,
  });
  const columns = [
    { header: t.product, share: 46 },
    { header: t.quantity, share: 12, align: 'right' },
    { header: t.unitPrice, share: 20, align: 'right' },
    { header: t.amount, share: 22, align: 'right' },
  ] as const;
  const rows = lines.map((line) => [
    { text: line.product, note: noteOf(line, locale) },
    { text: number.format(line.quantity as Intl.StringNumericLiteral) },
    { text: price.format(line.unitPrice as Intl.StringNumericLiteral) },
    { text: showMoney(locale, { amount: line.amount, currency }) },
  ]);
  await drawTable(sheet, columns, rows);
}

function noteOf({ period, orderNumber }: InvoiceDocumentLine, locale: Edition['locale']): string {
  const t = DOCUMENT_TEXTS[locale];
  const when = period && `${t.period}: ${showDate(locale, period.from)} – ${showDate(locale, period.to)}`;
  return [when, orderNumber && `${t.order}: ${orderNumber}`].filter(Boolean).join(' · ');
}

/** Net, tax and total always; what was credited, adjusted or paid where there is any; what is left, as a balance below zero. */
async function drawSums(sheet: Sheet, invoice: InvoiceDocument, locale: Edition['locale']): Promise<void> {
  const t = DOCUMENT_TEXTS[locale];
  const show = (amount: string) => ({ text: showMoney(locale, { amount, currency: invoice.currency }) });
  const optional = (['credited', 'adjusted', 'paid'] as const).filter((name) => !new Decimal(invoice[name]).isZero());
  const less = optional.map((name) => [{ text: t[name] }, show(new Decimal(invoice[name]).negated().toFixed())]);
  const left = new Decimal(invoice.left);
  const last = { text: left.isNegative() ? t.creditBalance : t.left, strong: true };
  const columns = [
    { header: t.totals, share: 60 },
    { header: t.amount, share: 40, align: 'right' },
  ] as const;
  sheet.pdf.moveDown(0.5);
  await drawTable(sheet, columns, [
    [{ text: t.net }, show(invoice.net)],
    [{ text: t.tax }, show(invoice.tax)],
    [{ text: t.total }, show(invoice.total)],
    ...less,
    [last, { ...show(left.abs().toFixed()), strong: true }],
  ]);
}
