import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';

it.each([
  {
    with: 'DATABASE_URL',
    env: { DATABASE_URL: 'postgresql://nobody:x@127.0.0.1:1/none' },
    names: 'database_url_given',
  },
  { with: 'an address others reach', env: { HOST: '0.0.0.0' }, names: 'not_loopback' },
])('DEMO=true together with $with stops the start before any database is touched', async ({ env, names }) => {
  const DATA_DIR = join(tmpdir(), `portal-no-demo-${process.pid}`);
  const start = createApp(readConfig({ DEMO: 'true', DATA_DIR, ...env }));
  const problems = [`DEMO: true is not possible here (${names})`];
  await expect(start).rejects.toMatchObject({ reason: 'configuration', details: { problems } });
  expect(existsSync(DATA_DIR)).toBe(false);
});
