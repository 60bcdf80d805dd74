import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';
import { MIGRATIONS, readMigrations } from '../../src/db/migrations.ts';
import { createDatabase, dropDatabase, inDatabase, uniqueName } from '../support/databases.ts';
import { quietLog } from '../support/log.ts';

const server = inject('testServer').url;
let name: string;
let url: string;
let folder: string;

beforeEach(async () => {
  name = uniqueName('portal_migrate');
  url = inDatabase(server, name);
  folder = await mkdtemp(join(tmpdir(), 'portal-migrations-'));
  await createDatabase(server, name);
});

afterEach(async () => {
  await dropDatabase(server, name);
  await rm(folder, { recursive: true });
});

async function write(migration: string, sql: string): Promise<void> {
  await mkdir(join(folder, migration), { recursive: true });
  await writeFile(join(folder, migration, 'migration.sql'), sql);
}

async function query<T>(sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows as T[];
}

const run = () => migrate(url, quietLog, folder);

describe('migrate', () => {
  it('applies all migrations once when three processes start at the same moment', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => migrate(url, quietLog)));
    const all = (await readMigrations(MIGRATIONS)).map((migration) => migration.name);
    expect(applied.sort((a, b) => b.length - a.length)).toEqual([all, [], []]);
  });

  it('records what `prisma migrate deploy` records', async () => {
    await migrate(url, quietLog);
    const [first] = await query<Record<string, unknown>>('SELECT * FROM _prisma_migrations ORDER BY migration_name');
    const file = await readFile(join(MIGRATIONS, String(first?.migration_name), 'migration.sql'));
    expect(first).toMatchObject({
      checksum: createHash('sha256').update(file).digest('hex'),
      applied_steps_count: 1,
      logs: null,
      rolled_back_at: null,
    });
    expect(first?.finished_at).toBeInstanceOf(Date);
  });

  it('applies a later migration to a database that has the earlier ones', async () => {
    await write('0001_a', 'CREATE TABLE a (id int);');
    await run();
    await write('0002_b', 'ALTER TABLE a ADD COLUMN b int;');
    expect(await run()).toEqual(['0002_b']);
  });

  it('leaves nothing of a migration that fails, and can apply it once it is mended', async () => {
    await write('0001_a', 'CREATE TABLE a (id int); SELECT 1/0;');
    const refusal = { code: 'unavailable', reason: 'migration_failed', details: { migration: '0001_a' } };
    await expect(run()).rejects.toMatchObject(refusal);
    await write('0001_a', 'CREATE TABLE a (id int);');
    expect(await run()).toEqual(['0001_a']);
  });

  it('refuses a migration that was changed after it was applied', async () => {
    await write('0001_a', 'CREATE TABLE a (id int);');
    await run();
    await write('0001_a', 'CREATE TABLE a (id bigint);');
    const refusal = { code: 'conflict', reason: 'migration_changed', details: { migration: '0001_a' } };
    await expect(run()).rejects.toMatchObject(refusal);
  });

  it('forgives a change of line ends', async () => {
    await write('0001_a', 'CREATE TABLE a (\n id int\n);\n');
    await run();
    await write('0001_a', 'CREATE TABLE a (\r\n id int\r\n);\r\n');
    expect(await run()).toEqual([]);
  });

  it('refuses a database in which a migration failed half way', async () => {
    await write('0001_a', 'CREATE TABLE a (id int);');
    await run();
    await query('UPDATE _prisma_migrations SET finished_at = NULL');
    const refusal = { code: 'conflict', reason: 'migration_failed_before', details: { migration: '0001_a' } };
    await expect(run()).rejects.toMatchObject(refusal);
  });

  it('applies again a migration that was marked as rolled back', async () => {
    await write('0001_a', 'CREATE TABLE IF NOT EXISTS a (id int);');
    await run();
    await query('UPDATE _prisma_migrations SET finished_at = NULL, rolled_back_at = now()');
    expect(await run()).toEqual(['0001_a']);
  });

  it('works beside a migration of a newer release', async () => {
    await write('0001_a', 'CREATE TABLE a (id int);');
    await write('0002_newer', 'CREATE TABLE b (id int);');
    await run();
    await rm(join(folder, '0002_newer'), { recursive: true });
    expect(await run()).toEqual([]);
  });
});
