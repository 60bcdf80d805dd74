import { describe, expect, it } from 'vitest';
import { invoiceListPdf } from '../../src/documents/invoice-list-pdf.ts';
import { readPdf } from './read.ts';
import { row } from './samples.ts';

const english = { locale: 'en', on: '2026-11-10' } as const;
const polish = { locale: 'pl', on: '2026-11-10' } as const;

describe('a list of invoices as PDF', () => {
  it('has 500 rows over numbered pages, the header on each, and totals per currency at the end', async () => {
    const rows = Array.from({ length: 500 }, (_, n) =>
      row({ number: `INV-${1000 + n}`, currency: n % 5 ? 'EUR' : 'PLN' }),
    );
    const list = { title: 'Overdue invoices', accountName: 'Łódź & Co', rows };
    const { pages, text, title } = await readPdf(await invoiceListPdf(list, english));
    expect(title).toBe('Overdue invoices – Łódź & Co');
    expect(pages[0]).toMatch(/^Overdue invoices Łódź & Co · 500 invoices · As of 10 Nov 2026 Number Type Status/);
    for (const [index, page] of pages.slice(0, -1).entries()) {
      expect(page).toContain('Number Type Status Issue date Due date Total Left to pay');
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    }
    const numbers = text.match(/INV-\d{4}/g);
    expect(numbers).toEqual(rows.map(({ number }) => number));
    const totals = 'EUR €500,200.00 €500,200.00 PLN PLN 125,050.00 PLN 125,050.00';
    expect(text).toContain(`Currency Total Left to pay ${totals}`);
  });

  it('says in Polish what is disputed or being paid, and counts rightly', async () => {
    const rows = [
      row({ number: 'FV/1', inDispute: true, type: 'Usługi', status: 'Zaległa' }),
      row({ number: 'FV/2', paymentSubmitted: true, purchaseOrder: 'PO-7' }),
    ];
    const list = { title: 'Zaległe faktury', accountName: 'Gęś', rows };
    const { text, language } = await readPdf(await invoiceListPdf(list, polish));
    expect(language).toBe('pl-PL');
    expect(text).toContain('Gęś · 2 faktury · Stan na 10 lis 2026');
    expect(text).toContain('FV/1 Usługi Zaległa Zakwestionowana 3 wrz 2026 3 paź 2026 1 250,50 € 1 250,50 €');
    expect(text).toContain('FV/2 Zamówienie zakupu: PO-7');
    expect(text).toContain('Płatność w toku');
  });

  it('says so where there is nothing', async () => {
    const list = { title: 'Overdue invoices', accountName: 'Acme', rows: [] };
    const { text } = await readPdf(await invoiceListPdf(list, english));
    expect(text).toContain('There are no invoices in this list.');
    expect(text).not.toContain('Left to pay');
  });

  it('is the same bytes for the same list on the same day', async () => {
    const list = { title: 'Overdue invoices', accountName: 'Acme', rows: Array.from({ length: 50 }, () => row()) };
    const [first, again] = await Promise.all([invoiceListPdf(list, english), invoiceListPdf(list, english)]);
    expect(Buffer.compare(first, again)).toBe(0);
  });
});
