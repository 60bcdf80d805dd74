import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { scheduleCsv } from '../../src/documents/schedule-csv.ts';
import { scheduleIcs } from '../../src/documents/schedule-ics.ts';
import { schedulePdf } from '../../src/documents/schedule-pdf.ts';
import type { ScheduleDocument, ScheduleRow } from '../../src/documents/types.ts';
import { addDays } from '../../src/lib/dates.ts';
import { readPdf } from './read.ts';

const row = (changes: Partial<ScheduleRow> = {}): ScheduleRow => ({
  subscriptionId: '7b8f3c52-8d5e-4a55-9a4e-0a8f5c1d2e3f',
  chargeOn: '2026-12-18',
  plan: 'Usługi chmurowe, rocznie',
  product: 'Baza danych „Żuraw”',
  quantity: '1.5',
  amount: '1845.00',
  currency: 'PLN',
  periodFrom: '2026-12-18',
  periodTo: '2027-01-16',
  ...changes,
});

const document = (rows: readonly ScheduleRow[], accountName = 'Łódź & Co'): ScheduleDocument => ({
  ...{ accountName, period: { from: '2026-11-24', to: '2027-11-23' }, rows },
});

const AT = new Date('2026-11-24T08:30:05Z');
const english = { locale: 'en', on: '2026-11-24' } as const;
const polish = { locale: 'pl', on: '2026-11-24' } as const;
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const readCsv = (rows: readonly ScheduleRow[], locale: 'en' | 'pl' = 'en'): string[][] =>
  parse(text(scheduleCsv(rows, locale)), { bom: true });

/** The calendar's own fields, and its events as a calendar application reads them. */
function readIcs(schedule: ScheduleDocument, locale: 'en' | 'pl' = 'en', at = AT) {
  const source = text(scheduleIcs(schedule, { locale, at }));
  const calendar = new ICAL.Component(ICAL.parse(source));
  return { source, calendar, events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) };
}

/** Names that would break something: formulas, separators, line breaks, emoji, marks that turn the direction. */
const piece = fc.constantFrom(
  ...[
    '=cmd|" /C calc"!A0',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t',
    ',',
    ';',
    ':',
    '"',
    "'",
    '\\',
    '\\n',
    '\n',
    '\r\n',
    '\r',
    ' ',
  ],
  ...[
    '😀',
    '👩‍💻',
    '\u202e',
    '\u200f',
    '\u2028',
    'שלום',
    'zażółć gęślą jaźń',
    '漢字',
    '\u0007',
    'BEGIN:VALARM',
    'x'.repeat(80),
  ],
);
const name = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme', minLength: 1 }),
);
const nasty = fc.record({ product: name, plan: name });

describe('the billing schedule as CSV', () => {
  it('has headers in the reader’s language, and dates and decimals that spreadsheets read', () => {
    expect(readCsv([row({ product: 'Database', plan: 'Cloud' })])).toEqual([
      ['Charge date', 'Plan', 'Product', 'Quantity', 'Period from', 'Period to', 'Currency', 'Amount'],
      ['2026-12-18', 'Cloud', 'Database', '1.5', '2026-12-18', '2027-01-16', 'PLN', '1845.00'],
    ]);
    const [header, first] = readCsv([row({ amount: '-7', currency: 'JPY', periodFrom: null, periodTo: null })], 'pl');
    expect(header).toEqual([
      ...['Data obciążenia', 'Plan', 'Produkt', 'Ilość', 'Okres od', 'Okres do', 'Waluta', 'Kwota'],
    ]);
    expect(first?.slice(1)).toEqual(['Usługi chmurowe, rocznie', 'Baza danych „Żuraw”', '1.5', '', '', 'JPY', '-7']);
  });

  it('gives every name back as it was, but for an apostrophe before what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 5 }), (names) => {
        const [, ...records] = readCsv(names.map(row));
        expect(records).toHaveLength(names.length);
        for (const [at, { product }] of names.entries()) {
          const cell = records[at]![2]!;
          expect([product, `'${product}`]).toContain(cell);
          if (/^\s*[=+\-@]/.test(cell)) expect(cell).toMatch(/^-?\d+(\.\d+)?$/);
        }
      }),
    );
  });
});

describe('the billing schedule as a calendar', () => {
  it('has an all-day event on the charge date, with what is charged for what, and nothing that rings', () => {
    const { source, calendar, events } = readIcs(document([row()]), 'pl');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Harmonogram fakturowania subskrypcji – Łódź & Co');
    const [event] = events;
    expect(event!.startDate.isDate).toBe(true);
    expect([event!.startDate, event!.endDate].map(String)).toEqual(['2026-12-18', '2026-12-19']);
    expect(event!.summary.replace(/\u00a0/g, ' ')).toBe('Baza danych „Żuraw”: 1845,00 zł'.replace('1845', '1 845'));
    expect(event!.description).toBe('Plan: Usługi chmurowe, rocznie\nIlość: 1,5\nOkres: 18 gru 2026 – 16 sty 2027');
    expect(String(event!.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-24T08:30:05Z');
    expect(event!.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(event!.component.getFirstPropertyValue('x-microsoft-cdo-busystatus')).toBe('FREE');
    expect(source).not.toMatch(/VALARM/);
  });

  it('keeps each charge’s UID from one download to the next, and has no two alike', () => {
    const rows = [
      row(),
      row({ chargeOn: '2027-01-17' }),
      row({ subscriptionId: '00000000-0000-4000-8000-000000000000' }),
    ];
    const uids = readIcs(document(rows)).events.map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(3);
    const later = readIcs(document([...rows].reverse()), 'pl', new Date('2027-01-01T00:00:00Z'));
    expect(later.events.map(({ uid }) => uid).reverse()).toEqual(uids);
  });

  it('is read back as it was whatever stands in a name, in lines of at most 75 octets', () => {
    const readable = (said: string) =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 allows none of them
      said.replace(/\r\n|\r/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 5 }), name, (names, account) => {
        const { source, calendar, events } = readIcs(document(names.map(row), account));
        // The parser takes a name of an X- property as it stands.
        const title = String(calendar.getFirstPropertyValue('x-wr-calname'));
        expect(title.replace(/\\([\\;,n])/g, (_, one) => (one === 'n' ? '\n' : one))).toBe(
          readable(`Subscription billing schedule – ${account}`),
        );
        expect(calendar.getAllSubcomponents().map((one) => one.name)).toEqual(names.map(() => 'vevent'));
        expect(events.map(({ summary }) => summary.replace(/\u00a0/g, ' '))).toEqual(
          names.map(({ product }) => `${readable(product)}: PLN 1,845.00`.replace(/\u00a0/g, ' ')),
        );
        for (const [at, { plan }] of names.entries()) {
          expect(events[at]!.description).toContain(`Plan: ${readable(plan)}\n`);
          expect(events[at]!.component.getAllSubcomponents()).toEqual([]);
        }
        const lines = source.split('\r\n');
        expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))).toBe(true);
      }),
    );
  });

  it('has a thousand events', () => {
    const rows = Array.from({ length: 1000 }, (_, n) =>
      row({ chargeOn: addDays('2026-11-24', n % 365), subscriptionId: `s${n}` }),
    );
    const { events } = readIcs(document(rows));
    expect(events.map(({ startDate }) => String(startDate))).toEqual(rows.map(({ chargeOn }) => chargeOn));
  });
});

describe('the billing schedule as PDF', () => {
  it('has a thousand rows over numbered pages, and totals per currency at the end', async () => {
    const rows = Array.from({ length: 1000 }, (_, n) =>
      row({ product: `P-${1000 + n}`, amount: '10.00', currency: n % 5 ? 'EUR' : 'PLN' }),
    );
    const { pages, text, title } = await readPdf(await schedulePdf(document(rows), english));
    expect(title).toBe('Subscription billing schedule – Łódź & Co');
    expect(pages[0]).toMatch(
      /^Subscription billing schedule Łódź & Co · 24 Nov 2026 – 23 Nov 2027 · 1,000 charges · As of 24 Nov 2026 Charge date Product Quantity Period Amount/,
    );
    expect(text.match(/P-\d{4}/g)).toEqual(rows.map(({ product }) => product));
    expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
    expect(text).toContain('Totals Currency Charges Amount EUR 800 €8,000.00 PLN 200 PLN 2,000.00');
  });

  it('is written in Polish for a Polish reader, with all letters', async () => {
    const { text, language } = await readPdf(await schedulePdf(document([row(), row({ quantity: '2' })]), polish));
    expect(language).toBe('pl-PL');
    expect(text).toContain('Łódź & Co · 24 lis 2026 – 23 lis 2027 · 2 opłaty · Stan na 24 lis 2026');
    expect(text).toContain(
      '18 gru 2026 Baza danych „Żuraw” Usługi chmurowe, rocznie 1,5 18 gru 2026 – 16 sty 2027 1 845,00 zł',
    );
    expect(text).toContain('Podsumowanie Waluta Opłaty Kwota PLN 2 3 690,00 zł');
  });

  it('is drawn whatever stands in a name, and no amount is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nasty, { minLength: 1, maxLength: 5 }), name, async (names, account) => {
        const rows = names.map((one) => row({ ...one, amount: '86753.09' }));
        const { text } = await readPdf(await schedulePdf(document(rows, account), english));
        expect(text.match(/PLN 86,753\.09/g)?.length).toBeGreaterThanOrEqual(names.length);
      }),
      { numRuns: 25 },
    );
  });
});
