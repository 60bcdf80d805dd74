import { randomUUID } from 'node:crypto';
import { escapeIdentifier } from 'pg';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import { assertTenantRole } from '../../src/db/roles.ts';
import { testDatabase } from '../support/database.ts';
import { quietLog } from '../support/log.ts';

const { pools, url } = await testDatabase();

const one = async <T>(pool: keyof typeof pools, sql: string, values: unknown[] = []): Promise<T> =>
  Object.values((await pools[pool].query(sql, values)).rows[0])[0] as T;

describe('the pools', () => {
  it.each([
    ['tenant', 'portal_app'],
    ['system', 'portal_system'],
    ['loader', 'portal_loader'],
  ] as const)('%s acts as %s, which is neither superuser nor exempt from row-level security', async (pool, role) => {
    expect(await one(pool, 'SELECT current_user::text')).toBe(role);
    const exempt = 'SELECT rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles WHERE rolname = current_user';
    expect(await one(pool, exempt)).toBe(false);
    await expect(pools[pool].query('CREATE TABLE public.mine (id int)')).rejects.toThrow(/permission denied/);
  });

  it('owner acts as the user of the connection', async () => {
    expect(await one('owner', 'SELECT current_user = session_user')).toBe(true);
  });

  it.each(['tenant', 'system', 'loader', 'owner'] as const)('%s keeps instants in UTC', async (pool) => {
    expect(await one(pool, 'SHOW TimeZone')).toBe('UTC');
    const instant = new Date('2026-03-29T01:30:00.000Z');
    expect(await one(pool, 'SELECT $1::timestamp::text', [instant])).toBe('2026-03-29 01:30:00');
    expect(await one(pool, 'SELECT $1::timestamp', [instant])).toEqual(instant);
    expect(await one(pool, 'SELECT $1::timestamptz', [instant])).toEqual(instant);
  });

  it('keep the instants Prisma stores in UTC, whatever zone the database prefers', async () => {
    const name = await one<string>('owner', 'SELECT current_database()');
    await pools.owner.query(`ALTER DATABASE ${escapeIdentifier(name)} SET timezone = 'Asia/Tokyo'`);
    const again = await openDatabase({ dataDir: '', databaseUrl: url, log: quietLog });
    const id = randomUUID();
    const now = new Date('2026-03-29T01:30:00.000Z');
    await again.pools.loader.query(
      `INSERT INTO account (id, "externalId", name, "timeZone", "supportEmail") VALUES ($1, 'A', 'A', 'UTC', 'a@example.com')`,
      [id],
    );
    const data = { email: 'anna@example.com', name: 'Anna', createdAt: now };
    const read = await again.tenantTransaction(id, (tx) => tx.contact.create({ data }));
    await again.close();
    expect(read.createdAt).toEqual(now);
    expect(await one('owner', `SELECT ("createdAt" AT TIME ZONE 'UTC')::text FROM contact`)).toBe(
      '2026-03-29 01:30:00',
    );
  });

  it('give a calendar date as its text', async () => {
    expect(await one('system', "SELECT DATE '2026-03-29'")).toBe('2026-03-29');
  });
});

describe('assertTenantRole', () => {
  const unsafe = { code: 'internal', reason: 'tenant_role_unsafe' };

  it('accepts the tenant pool', async () => {
    await expect(assertTenantRole(pools.tenant)).resolves.toBeUndefined();
  });

  it('refuses a role that owns the tables', async () => {
    await expect(assertTenantRole(pools.owner)).rejects.toMatchObject({ ...unsafe, details: { owner: true } });
  });

  it('refuses a tenant table that row-level security does not guard', async () => {
    await pools.owner.query('CREATE TABLE leak ("accountId" uuid); GRANT SELECT ON leak TO portal_app');
    await expect(assertTenantRole(pools.tenant)).rejects.toMatchObject({ ...unsafe, details: { unguarded: ['leak'] } });
    await pools.owner.query('DROP TABLE leak');
  });

  it('refuses when row-level security is switched off for the invoices', async () => {
    await pools.owner.query('ALTER TABLE invoice DISABLE ROW LEVEL SECURITY');
    await expect(assertTenantRole(pools.tenant)).rejects.toMatchObject({ ...unsafe, details: { guarded: false } });
    await pools.owner.query('ALTER TABLE invoice ENABLE ROW LEVEL SECURITY');
  });
});
