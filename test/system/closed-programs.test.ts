import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { embeddedBinaries } from '../../src/db/embedded/binaries.ts';
import { ensureCluster } from '../../src/db/embedded/cluster.ts';
import { createRunner } from '../../src/db/embedded/run.ts';

it.runIf(process.getuid?.() === 0)('root can have the whole project in a folder that is its alone', async () => {
  const closed = await mkdtemp(join(tmpdir(), 'portal-closed-'));
  const { folder } = await embeddedBinaries();
  await cp(folder, join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
  const program = (name: string) => join(closed, 'native', 'bin', name);
  const binaries = { folder: closed, initdb: program('initdb'), postgres: program('postgres') };
  const runner = await createRunner([closed]);
  const password = await ensureCluster(join(closed, 'postgres'), binaries, runner, true);
  expect(password).toHaveLength(32);
  await rm(closed, { recursive: true });
});
