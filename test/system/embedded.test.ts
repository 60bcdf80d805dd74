import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { quietLog } from '../support/log.ts';
import { finishHolders, holdDatabase } from './support/holder.ts';

const exec = promisify(execFile);
let top: string;
let dataDir: string;

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'portal-system-'));
  await chmod(top, 0o711);
  dataDir = join(top, 'data');
});

afterEach(async () => {
  await finishHolders();
  await rm(top, { recursive: true });
});

const pidFile = () => join(dataDir, 'postgres', 'data', 'postmaster.pid');
const serverPid = async () => Number((await readFile(pidFile(), 'utf8')).split('\n')[0]);
const isRunning = () => existsSync(pidFile());
const open = (exclusive = true) => openDatabase({ dataDir, exclusive, log: quietLog });

async function using<T>(database: Promise<Database>, work: (database: Database) => Promise<T>): Promise<T> {
  const opened = await database;
  return work(opened).finally(() => opened.close());
}

const remember = ({ pools }: Database) =>
  pools.owner.query('CREATE TABLE remembered (); COMMENT ON TABLE remembered IS NULL');
const remembers = async ({ pools }: Database) =>
  (await pools.owner.query(`SELECT to_regclass('remembered') IS NOT NULL AS yes`)).rows[0].yes as boolean;

describe('a service on its own folder', () => {
  it('makes the server at the first start, stops it at the end, and finds its data again', async () => {
    await using(open(), remember);
    expect(isRunning()).toBe(false);
    expect(await using(open(), remembers)).toBe(true);
  });

  it('adopts the living server after its service was killed', async () => {
    const service = await holdDatabase(dataDir, 'service');
    const pid = await serverPid();
    await service.kill();
    await using(open(), async (database) => {
      await database.ping();
      expect(await serverPid()).toBe(pid);
    });
    expect(isRunning()).toBe(false);
  });

  it('starts the server again after both were killed', async () => {
    const service = await holdDatabase(dataDir, 'service');
    const pid = await serverPid();
    await service.kill();
    process.kill(pid, 'SIGKILL');
    await using(open(), (database) => database.ping());
  });

  it('brings the server back when it is killed under its hands', async () => {
    const log = { ...quietLog, error: () => undefined, warn: () => undefined };
    await using(openDatabase({ dataDir, log }), async ({ pools }) => {
      const pid = await serverPid();
      process.kill(pid, 'SIGKILL');
      const leases = `SELECT count(*)::int AS held FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock'`;
      const isBack = async () =>
        (await serverPid()) !== pid && (await pools.owner.query(leases).catch(() => undefined))?.rows[0].held === 1;
      await expect.poll(isBack, { timeout: 20_000 }).toBe(true);
      expect((await holdDatabase(dataDir, 'service')).said).toBe('data_dir_in_use');
    });
    expect(isRunning()).toBe(false);
  });

  it('starts although the lock files name a process that is something else now', async () => {
    await using(open(), remember);
    const lock = [process.pid, join(dataDir, 'postgres', 'data'), 1, 5432, join(dataDir, 'postgres'), '', 1, 'ready'];
    await writeFile(pidFile(), `${lock.join('\n')}\n`);
    await writeFile(join(dataDir, 'postgres', '.s.PGSQL.5432.lock'), `${lock.join('\n')}\n`);
    expect(await using(open(), remembers)).toBe(true);
  });

  it('is alone when several start at the same moment on a fresh folder', async () => {
    const all = await Promise.all([1, 2, 3].map(() => holdDatabase(dataDir, 'service')));
    expect(all.map(({ said }) => said).sort()).toEqual(['data_dir_in_use', 'data_dir_in_use', 'open']);
    await Promise.all(all.map((one) => one.finish()));
    expect(isRunning()).toBe(false);
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });

  it('can be restarted while the old one is still stopping', async () => {
    const old = await holdDatabase(dataDir, 'service');
    const stopped = old.finish();
    const next = await holdDatabase(dataDir, 'command');
    await stopped;
    expect(next.said).toBe('open');
    expect(isRunning()).toBe(true);
  });
});

describe('the command line', () => {
  it('uses the running server and leaves it running, where a second service is refused', async () => {
    await using(open(), async (service) => {
      await remember(service);
      expect(await using(open(false), remembers)).toBe(true);
      await expect(open()).rejects.toMatchObject({ code: 'conflict', reason: 'data_dir_in_use', details: { dataDir } });
      await service.ping();
    });
    expect(isRunning()).toBe(false);
  });

  it('starts the server for its own run and stops it after', async () => {
    await using(open(false), async (command) => {
      await command.ping();
      expect(isRunning()).toBe(true);
    });
    expect(isRunning()).toBe(false);
  });

  it('keeps the server while it works on after the service has ended', async () => {
    const service = await holdDatabase(dataDir, 'service');
    await using(open(false), async (command) => {
      await service.finish();
      await command.ping();
    });
    expect(isRunning()).toBe(false);
  });
});

describe('wherever the folder is', () => {
  it('a path too long for a socket is served on the loopback', async () => {
    dataDir = join(top, 'x'.repeat(60), 'y'.repeat(60));
    await using(open(), remember);
    const service = await holdDatabase(dataDir, 'service');
    await service.kill();
    expect(await using(open(), remembers)).toBe(true);
  });

  it('a copied folder is a database of its own, also while the first one runs', async () => {
    await using(open(), async (first) => {
      const copy = join(top, 'copy');
      await first.pools.owner.query('CHECKPOINT');
      await exec('cp', ['-a', dataDir, copy]);
      await using(openDatabase({ dataDir: copy, log: quietLog }), remember);
      expect(await remembers(first)).toBe(false);
    });
  });

  it('a path with spaces, quotes and commas is fine', async () => {
    dataDir = join(top, `it's "my", ąę folder`);
    await using(open(), (database) => database.ping());
  });

  it.runIf(process.getuid?.() === 0)('a folder that is root’s alone is no obstacle', async () => {
    await chmod(top, 0o700);
    await using(open(), (database) => database.ping());
  });

  it('a folder that can’t be made is a coded error', async () => {
    await writeFile(dataDir, 'a file');
    dataDir = join(dataDir, 'below');
    await expect(open()).rejects.toMatchObject({ code: 'unavailable', reason: 'data_dir_unusable' });
  });

  it('data of another PostgreSQL version is refused before it is touched', async () => {
    await using(open(), remember);
    await writeFile(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '12\n');
    await expect(open()).rejects.toMatchObject({ reason: 'database_of_another_version', details: { made: '12' } });
  });

  it('the language of the machine decides nothing', async () => {
    const env = { LANG: 'pl_PL.ISO-8859-2', LC_ALL: 'pl_PL.ISO-8859-2', TZ: 'America/New_York', PGTZ: 'Asia/Tokyo' };
    const service = await holdDatabase(dataDir, 'service', env);
    expect(service.said).toBe('open');
    await using(open(false), async ({ pools }) => {
      const { rows } = await pools.owner.query('SHOW server_encoding');
      expect(rows).toEqual([{ server_encoding: 'UTF8' }]);
    });
  });
});
