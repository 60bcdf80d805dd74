import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { misunderstood } from '../../src/cli/misunderstood.ts';
import { readConfig } from '../../src/config.ts';
import { learningStore } from '../../src/db/misunderstood.ts';
import { sqlOn } from '../../src/db/sql.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'portal-cli-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

/** What the command prints; undefined when it is not called so. */
async function say(env: Record<string, string>, ...args: string[]): Promise<string | undefined> {
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  const config = readConfig({ DATABASE_URL: database.url, DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env });
  try {
    return (await misunderstood.run(config, args)) === undefined ? undefined : printed.join('\n');
  } finally {
    log.mockRestore();
  }
}

const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

describe('npm run portal -- misunderstood', () => {
  it('says that there is nothing, and whether anything is kept', async () => {
    expect(await say({})).toBe('Everything was understood.');
    expect(await say({ KEEP_MISUNDERSTOOD: 'false' })).toBe('Nothing is kept: KEEP_MISUNDERSTOOD is false.');
  });

  it('lists it as lines of a phrase file, the most frequent first, of as many days as are asked for', async () => {
    const store = learningStore(sqlOn(database.pools.system), (text) => text);
    const candidates = [{ intent: 'invoices.list' as const, confidence: 0.4 }];
    const kept = { how: 'offered', candidates, locale: 'pl' } as const;
    await store.keep({ ...kept, seq: '1', at: ago(20), text: 'co z kwitem [NUMBER_1]: "pilne"' });
    await store.keep({ ...kept, seq: '2', at: ago(2), text: 'Co z kwitem [NUMBER_1] pilne' });
    await store.keep({ ...kept, seq: '3', at: ago(1), text: 'no what', locale: 'en', how: 'unknown', candidates: [] });
    await store.pressed('2', 'invoices.list');
    const printed = await say({});
    expect(printed?.split('\n')[0]).toBe(
      '# invoices.list, 2 times: 1 by the button pressed, 0 by the language model, 1 by the likeliest guess',
    );
    expect(parse(printed ?? '')).toEqual({ pl: ['co z kwitem 123: "pilne"'], en: ['no what'] });
    expect(printed).toContain('# 2 times');
    const groups = JSON.parse((await say({}, '--json', '--days', '10')) ?? '');
    expect(groups).toEqual([
      expect.objectContaining({ intent: 'invoices.list', locale: 'pl', times: 1 }),
      expect.objectContaining({ intent: 'none', locale: 'en', times: 1 }),
    ]);
  });

  it.each([['--days', '0'], ['--days', '31'], ['--days', 'x'], ['more'], ['--nope']])(
    'shows how it is called for %s %s',
    async (...args) => {
      expect(await say({}, ...args.filter(Boolean))).toBeUndefined();
    },
  );
});
