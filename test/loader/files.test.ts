import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFiles } from '../../src/loader/load.ts';
import { testDatabase } from '../support/database.ts';
import { account, folderOf, invoice, loaderOn, problemsOf } from './support.ts';

const database = await testDatabase();
const { deps, all } = loaderOn(database);

const PDF = Buffer.from('%PDF-1.7\n\u0000\\x\n');
const folder = folderOf({
  'accounts.json': JSON.stringify({ accounts: [account()] }),
  'good.json': JSON.stringify({ invoices: [invoice({ pdf: 'pdfs/INV-1042.pdf' })] }),
  'none.pdf': 'Not one',
  'huge.pdf': Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-'),
});
mkdirSync(join(folder, 'pdfs'));
writeFileSync(join(folder, 'pdfs', 'INV-1042.pdf'), PDF);
const elsewhere = folderOf({ 'secret.pdf': PDF });
symlinkSync(join(elsewhere, 'secret.pdf'), join(folder, 'link.pdf'));

const load = (...names: string[]) =>
  loadFiles(
    names.map((name) => join(folder, name)),
    deps,
  );

describe('files', () => {
  it('are one load together, in any order', async () => {
    const report = await load('good.json', 'accounts.json');
    expect(report.files).toEqual(['good.json', 'accounts.json']);
    expect(await all('SELECT "pdfName", pdf FROM invoice')).toEqual([{ pdfName: 'INV-1042.pdf', pdf: PDF }]);
    expect(await all('SELECT files FROM data_load')).toEqual([{ files: ['good.json', 'accounts.json'] }]);
  });

  it('that name no PDF leave the one that is there', async () => {
    writeFileSync(join(folder, 'again.json'), JSON.stringify({ invoices: [invoice()] }));
    const report = await load('again.json');
    expect(report.counts).toEqual([{ section: 'invoices', inserted: 0, updated: 0, unchanged: 1 }]);
  });

  it('are refused when two of them have the same row', async () => {
    expect(await problemsOf(load('good.json', 'again.json'))).toEqual([
      `${join(folder, 'again.json')}: invoices row 1 (id "I1"), id: stands twice in this load, before at row 1 of ${join(folder, 'good.json')}`,
    ]);
  });

  it.each([
    ['missing.pdf', 'there is no file "missing.pdf"'],
    ['none.pdf', 'expected a PDF, "none.pdf" is none'],
    ['huge.pdf', 'expected a PDF of at most 10 MB, "huge.pdf" has 10485761 bytes'],
    ['/etc/hostname', 'expected a path relative to the file, got "/etc/hostname"'],
    ['../x/../..', `expected a path inside the file's folder, got "../x/../.."`],
    ['link.pdf', `expected a path inside the file's folder, got "link.pdf"`],
    ['pdfs', 'expected a PDF, "pdfs" is no file'],
  ])('naming %s as a PDF are refused', async (pdf, message) => {
    writeFileSync(join(folder, 'bad.json'), JSON.stringify({ invoices: [invoice({ pdf })] }));
    expect(await problemsOf(load('bad.json'))).toEqual([
      `${join(folder, 'bad.json')}: invoices row 1 (id "I1"), pdf: ${message}`,
    ]);
  });

  it.each([
    ['nothing.json', 'there is no such file'],
    ['pdfs', 'is a folder, expected a file'],
  ])('that are none, like %s, are named', async (name, message) => {
    expect(await problemsOf(load('good.json', name))).toEqual([`${join(folder, name)}: ${message}`]);
  });

  it('in CSV are told by the line of the cell that is wrong', async () => {
    const head =
      'id,account,number,type,issuedOn,dueOn,currency,tax,total,line.product,line.quantity,line.unitPrice,line.amount';
    const csv = `${head}\nI1,ACME,INV-1042,support,2026-10-01,2026-10-31,PLN,23.00,123.00,Support,1,100,50.00\nI1,ACME,,,,,,,,Support,1,100,50\u00a0zł\n`;
    writeFileSync(join(folder, 'invoices.csv'), csv);
    expect(await problemsOf(load('invoices.csv'))).toEqual([
      `${join(folder, 'invoices.csv')}: invoices row 3 (id "I1"), line.amount: expected an amount as text with a decimal point, such as "1250.50", got "50\u00a0zł"`,
    ]);
    writeFileSync(join(folder, 'invoices.csv'), csv.replace('50\u00a0zł', '50.00'));
    expect((await load('invoices.csv')).counts).toEqual([
      { section: 'invoices', inserted: 0, updated: 1, unchanged: 0 },
    ]);
    expect(await all('SELECT count(*)::int FROM invoice_line')).toEqual([{ count: 2 }]);
  });
});
