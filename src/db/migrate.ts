import { randomUUID } from 'node:crypto';
import { Client, DatabaseError } from 'pg';
import { CodedError } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import { withSession } from './connection.ts';
import { checksum, isChecksumOf, MIGRATIONS, type Migration, readMigrations } from './migrations.ts';
import { grantRoles } from './roles.ts';

/** The advisory lock Prisma's own `migrate deploy` takes, so that the two keep out of each other's way. */
const PRISMA_LOCK = 72_707_369;
const LOCK_WAIT = '60s';

const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

interface Recorded {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/**
 * Applies what is not applied yet, as the owner; one process at a time, one transaction a migration, recorded as
 * `prisma migrate deploy` does. Then lets the owner take the roles the migrations made.
 * @param url connection string of the owner
 * @returns the names of the migrations applied now
 * @throws CodedError `conflict`: `migration_failed_before`, `migration_changed`; `unavailable`:
 *   `migration_lock_taken`, `migration_failed`, with the migration's name
 */
export async function migrate(url: string, log: Logger, folder = MIGRATIONS): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new Client(withSession(url, { name: 'portal migrations' }));
  await client.connect();
  try {
    await takeLock(client);
    await client.query(TABLE);
    const pending = compare(migrations, await recorded(client), log);
    for (const migration of pending) {
      await apply(client, migration);
      log.info({ migration: migration.name }, 'applied a migration');
    }
    await grantRoles(client);
    return pending.map(({ name }) => name);
  } finally {
    await client.end(); // Frees the lock too.
  }
}

async function takeLock(client: Client): Promise<void> {
  await client.query(`SET lock_timeout = '${LOCK_WAIT}'`);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
  } catch (cause) {
    throw new CodedError('unavailable', 'migration_lock_taken', { waited: LOCK_WAIT }, cause);
  }
  await client.query('SET lock_timeout = 0');
}

async function recorded(client: Client): Promise<Recorded[]> {
  const { rows } = await client.query<Recorded>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return rows;
}

function compare(migrations: Migration[], records: Recorded[], log: Logger): Migration[] {
  const failed = records.find(({ finished_at }) => finished_at === null)?.migration_name;
  if (failed) {
    const hint = 'repair the database, then tell with `prisma migrate resolve`';
    throw new CodedError('conflict', 'migration_failed_before', { migration: failed, hint });
  }
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum: sum } of records) {
    const ours = known.get(name);
    // During a rolling release the older process finds the newer one's migrations.
    if (!ours) log.warn({ migration: name }, 'the database has a migration this release does not know');
    else if (!isChecksumOf(ours, sum)) throw new CodedError('conflict', 'migration_changed', { migration: name });
  }
  const applied = new Set(records.map(({ migration_name }) => migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: Client, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum(migration), migration.name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    const message = cause instanceof DatabaseError ? cause.message : undefined;
    throw new CodedError('unavailable', 'migration_failed', { migration: migration.name, message }, cause);
  }
}
