import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generateLoad } from '../../bench/generate-load.ts';
import { loadFiles } from '../../src/loader/load.ts';
import { folderOf, loaderOn } from '../loader/support.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
const { deps, all } = loaderOn(database);
const folder = folderOf({});

const INVOICES = 100_000;
const TODAY = '2026-11-23';
const ACCOUNTS = Array.from({ length: 20 }, (_, at) => ({
  ...{ id: `A${at}`, invoices: INVOICES / 20, overdue: 3000, people: 1 },
}));
const MB = 1 << 20;

it('100,000 invoices with 300,000 lines load well under a minute, again in less, within a few hundred MB', async () => {
  const file = join(folder, 'big.json');
  await generateLoad(file, ACCOUNTS, TODAY);
  const before = process.memoryUsage.rss();
  const seconds = async () => {
    const started = performance.now();
    const { counts } = await loadFiles([file], deps);
    return { took: (performance.now() - started) / 1000, counts: counts.find(({ section }) => section === 'invoices') };
  };
  const first = await seconds();
  expect(first.counts).toEqual({ section: 'invoices', inserted: INVOICES, updated: 0, unchanged: 0 });
  expect(first.took).toBeLessThan(40);
  const again = await seconds();
  expect(again.counts).toEqual({ section: 'invoices', inserted: 0, updated: 0, unchanged: INVOICES });
  expect(again.took).toBeLessThan(30);
  const grown = (process.resourceUsage().maxRSS * 1024 - before) / MB;
  expect(grown).toBeLessThan(300);
  expect(await all('SELECT count(*)::int FROM invoice_line')).toEqual([{ count: 3 * INVOICES }]);
  console.log(
    `loaded in ${first.took.toFixed(1)} s, again in ${again.took.toFixed(1)} s, ${grown.toFixed(0)} MB more memory`,
  );
});
