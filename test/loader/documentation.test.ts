import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SECTIONS } from '../../src/loader/kinds/index.ts';
import { loadFiles } from '../../src/loader/load.ts';
import { renderReport } from '../../src/loader/report.ts';
import { testDatabase } from '../support/database.ts';
import { folderOf, loaderOn } from './support.ts';

const database = await testDatabase();
const { deps } = loaderOn(database);

const page = readFileSync(new URL('../../docs/loading.md', import.meta.url), 'utf8');
const examples = Object.fromEntries(
  [...page.matchAll(/<!-- example: (\S+) -->\n```\w+\n([\s\S]*?)```/g)].map(([, name, content]) => [name!, content!]),
);
const folder = folderOf(examples);

it('the examples of docs/loading.md load as they stand, and again change nothing', async () => {
  expect(Object.keys(examples)).toEqual(['books.json', 'invoices.csv', 'orders.csv', 'contracts.csv']);
  const files = Object.keys(examples).map((name) => join(folder, name));
  const { id, ...first } = await loadFiles(files, deps);
  expect(renderReport({ id: 'L1', ...first }).split('\n')).toEqual([
    'Loaded books.json, invoices.csv, orders.csv, contracts.csv (load L1)',
    '  accounts                      1 new, 0 changed, 0 the same',
    '  orderingDocuments             1 new, 0 changed, 0 the same',
    '  contacts                      1 new, 0 changed, 0 the same',
    '  methods                       2 new, 0 changed, 0 the same',
    '  orders                        2 new, 0 changed, 0 the same',
    '  contracts                     2 new, 0 changed, 0 the same',
    '  plans                         1 new, 0 changed, 0 the same',
    '  subscriptions                 1 new, 0 changed, 0 the same',
    '  invoices                      2 new, 0 changed, 0 the same',
    '  paymentsDue                   1 new, 0 changed, 0 the same',
    '  rewards                       1 new, 0 changed, 0 the same',
    '  people of ordering documents  3 new',
  ]);
  const again = renderReport(await loadFiles(files, deps));
  expect(again).toMatch(/: nothing changed \(load /);
});

it('the example has every field of every section', () => {
  const example = JSON.parse(examples['books.json']!) as Record<string, object[]>;
  for (const kind of SECTIONS) {
    const read = kind.read({ 'not a field': 1 });
    const unknown = read.ok ? undefined : read.problems.find(({ message }) => message.startsWith('unknown name'));
    const known = unknown?.message.split('known: ')[1]?.split(', ').sort();
    expect(Object.keys(example[kind.section]![0]!).sort(), kind.section).toEqual(known);
  }
});
