import { describe, expect, it } from 'vitest';
import { invoicePdf } from '../../src/documents/invoice-pdf.ts';
import { readPdf } from './read.ts';
import { invoice } from './samples.ts';

const polish = { locale: 'pl', on: '2026-11-10' } as const;
const english = { locale: 'en', on: '2026-11-10' } as const;

describe('an invoice as PDF', () => {
  it('shows everything on it, in Polish with all its letters', async () => {
    const { text, title, language, pages } = await readPdf(await invoicePdf(invoice(), polish));
    expect([title, language, pages.length]).toEqual(['Faktura FV/2026/11/007', 'pl-PL', 1]);
    for (const part of [
      'Subskrypcja · Otwarta · Stan na 10 lis 2026',
      'Sprzedawca Dostawca Sp. z o.o. ul. Żółta 1 00-001 Warszawa Numer podatkowy: PL1234567890',
      'Nabywca Zażółć Gęślą Jaźń S.A. ul. Łąkowa 5, 90-001 Łódź',
      'Data wystawienia 3 lis 2026 Termin płatności 3 gru 2026 Zamówienie zakupu PO-99 Waluta PLN',
      'Usługa chmurowa Okres: 1 lis 2026 – 30 lis 2026 · Zamówienie: 88012 1,5 1 000,1234 zł 1 500,19 zł',
      'Konsultacje 2 250,00 zł 500,00 zł',
      'Netto 2 000,19 zł Podatek 460,04 zł Razem 2 460,23 zł',
      'Uznania -100,00 zł Zapłacono -60,23 zł Pozostało do zapłaty 2 300,00 zł',
      'Strona 1 z 1',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('Korekty');
  });

  it('speaks English too, with the currency as the English write it', async () => {
    const { text, title, language } = await readPdf(await invoicePdf(invoice({ currency: 'EUR' }), english));
    expect([title, language]).toEqual(['Invoice FV/2026/11/007', 'en-GB']);
    expect(text).toContain('Net €2,000.19 Tax €460.04 Total €2,460.23 Credited -€100.00 Paid -€60.23');
    expect(text).toContain('Left to pay €2,300.00');
    expect(text).toContain('Due date 3 Dec 2026');
  });

  it('calls a negative total a credit note, what is below zero a balance, and says what is disputed', async () => {
    const given = invoice({ total: '-10', left: '-10', credited: '0', paid: '0', inDispute: true, status: 'Closed' });
    const { text } = await readPdf(await invoicePdf(given, english));
    expect(text).toContain('Credit note FV/2026/11/007');
    expect(text).toContain('Credit balance PLN 10.00');
    expect(text).toContain('Closed, in dispute');
  });

  it('shows yen without decimals', async () => {
    const given = invoice({ currency: 'JPY', net: '2000', tax: '200', total: '2200', left: '2200' });
    expect((await readPdf(await invoicePdf(given, english))).text).toContain('Left to pay JP¥2,200');
  });

  it('is the same bytes for the same invoice on the same day, and others on another', async () => {
    const [first, again, later] = await Promise.all(
      [polish, polish, { ...polish, on: '2026-11-11' }].map((edition) => invoicePdf(invoice(), edition)),
    );
    expect(Buffer.compare(first!, again!)).toBe(0);
    expect(Buffer.compare(first!, later!)).not.toBe(0);
  });

  it('tells a screen reader its heading and its table', async () => {
    const { roles } = await readPdf(await invoicePdf(invoice(), english));
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles.filter((role) => role === 'Table')).toHaveLength(2);
    expect(roles.filter((role) => role === 'TH')).toHaveLength(6);
  });

  it('keeps a table whole that has an endless product name, an endless word, and many lines', async () => {
    const line = invoice().lines[0]!;
    const lines = [
      { ...line, product: 'Long words of a product name. '.repeat(500) },
      { ...line, product: 'W'.repeat(3000) },
      ...Array.from({ length: 60 }, (_, n) => ({ ...line, product: `Product ${n}` })),
    ];
    const { pages, text } = await readPdf(await invoicePdf(invoice({ lines }), english));
    expect(pages.length).toBeLessThanOrEqual(6);
    expect(pages.filter((page) => page.includes('Product Quantity Unit price Amount'))).toHaveLength(pages.length);
    expect(text).toContain('Product 59');
    expect(text).toContain('…');
    expect(text).toContain(`Page ${pages.length} of ${pages.length}`);
  });
});
