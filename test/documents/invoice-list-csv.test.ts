import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { invoiceListCsv } from '../../src/documents/invoice-list-csv.ts';
import { row } from './samples.ts';

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const read = (bytes: Uint8Array): string[][] => parse(decode(bytes), { bom: true });

describe('a list of invoices as CSV', () => {
  it('begins with the byte order mark, ends its lines as RFC 4180 says, and has one line a row', () => {
    const csv = decode(invoiceListCsv([row()], 'en'));
    expect(csv).toBe(
      '\ufeffNumber,Purchase order,Type,Status,Issue date,Due date,Currency,Total,Left to pay,In dispute,Payment submitted\r\n' +
        'INV-1042,,Subscription,Overdue,2026-09-03,2026-10-03,EUR,1250.50,1250.50,no,no\r\n',
    );
  });

  it('has Polish headers and letters for a Polish reader', () => {
    const [header, first] = read(invoiceListCsv([row({ status: 'Zaległa', inDispute: true })], 'pl'));
    expect(header?.slice(0, 6)).toEqual([
      ...['Numer', 'Zamówienie zakupu', 'Rodzaj', 'Status', 'Data wystawienia', 'Termin płatności'],
    ]);
    expect([first?.[3], first?.[9], first?.[10]]).toEqual(['Zaległa', 'tak', 'nie']);
  });

  it.each([
    ['=HYPERLINK("http://evil.example","x")'],
    ['+1+cmd|x'],
    ['-2+3'],
    ['@SUM(A1)'],
    ['\t=1'],
    ['\r=1'],
    ['\n=1'],
    ['  =1'],
    ['＝1+1'],
    ['-'],
  ])('runs no formula out of %j', (purchaseOrder) => {
    const [, first] = read(invoiceListCsv([row({ purchaseOrder })], 'en'));
    expect(first?.[1]).toBe(`'${purchaseOrder}`);
  });

  it('leaves negative amounts numbers, with the decimals of their currency', () => {
    const rows = [row({ total: '-10.5', left: '-10.50' }), row({ total: '1200', left: '0', currency: 'JPY' })];
    const [, first, second] = read(invoiceListCsv(rows, 'en'));
    expect(first?.slice(7, 9)).toEqual(['-10.50', '-10.50']);
    expect(second?.slice(7, 9)).toEqual(['1200', '0']);
  });

  it('gives every text back as it was, with commas, quotes and line breaks in it', () => {
    const numbers = ['a,b', 'a"b', 'a\r\nb', 'a;b', ' a ', 'zażółć'];
    const [, ...rows] = read(
      invoiceListCsv(
        numbers.map((number) => row({ number })),
        'en',
      ),
    );
    expect(rows.map(([number]) => number)).toEqual(numbers);
  });

  it('has only its header where there is nothing', () => {
    expect(read(invoiceListCsv([], 'en'))).toHaveLength(1);
  });
});
