import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';

const { pools } = await testDatabase();
const { owner, tenant, system, loader } = pools;

/** What belongs to conversations and not to an account's data. */
const PLUMBING = ['chat_link', 'chat_user', 'conversation', 'inbox', 'link_code', 'outbox', 'press'];

interface Column {
  table: string;
  name: string;
  type: string;
  needed: boolean;
}

const columns = (
  await owner.query<Column>(
    `SELECT table_name AS "table", column_name AS name, udt_name AS type,
       is_nullable = 'NO' AND column_default IS NULL AND is_generated = 'NEVER' AS needed
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'
     ORDER BY table_name, ordinal_position`,
  )
).rows;
const tables = [...new Set(columns.map(({ table }) => table))];
const hasAccount = (table: string) => columns.some((column) => column.table === table && column.name === 'accountId');
const tenantTables = tables.filter((table) => hasAccount(table) && !PLUMBING.includes(table) && table !== 'mail');

const [mine, other] = [randomUUID(), randomUUID()];

/** Something of the type, so that a row can be made of any table; what it means is checked nowhere here. */
function sample(type: string): string {
  if (type === 'uuid') return randomUUID();
  if (type.startsWith('int') || type === 'numeric') return '7';
  if (type === 'bool') return 'false';
  if (type === 'date' || type.startsWith('timestamp')) return '2026-11-03';
  if (type === 'jsonb') return '{}';
  if (type === 'bytea') return '\\x00';
  if (type.startsWith('_')) return '{}';
  return randomUUID().slice(0, 3);
}

function insertInto(table: string, account: string): { text: string; values: string[] } {
  const given = columns.filter((column) => column.table === table && (column.needed || column.name === 'accountId'));
  const names = given.map(({ name }) => `"${name}"`).join(', ');
  const places = given.map((_, i) => `$${i + 1}`).join(', ');
  const values = given.map(({ name, type }) => (name === 'accountId' ? account : sample(type)));
  return { text: `INSERT INTO "${table}" (${names}) VALUES (${places})`, values };
}

/** Runs one statement as the tenant's role in an account, and takes it back; the number of rows it saw or changed. */
async function asTenant(account: string, text: string, values: unknown[] = []): Promise<number> {
  const client = await tenant.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('app.account_id', $1, true)`, [account]);
    return (await client.query(text, values)).rowCount ?? 0;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** The rows a refused statement changes: none, since it may not, or since it sees none. */
const REFUSED = /permission denied|row-level security/;
const changed = (work: Promise<number>) =>
  work.catch((error: Error) => {
    expect(error.message).toMatch(REFUSED);
    return 0;
  });

const someColumn = (table: string) =>
  columns.find((column) => column.table === table && !['id', 'accountId', 'leftToPay'].includes(column.name))!.name;

beforeAll(async () => {
  // Rows of every table without their meaning: what they point at and the values that are allowed are not of interest.
  const client = await owner.connect();
  const { rows } = await client.query<{ drop: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f') ORDER BY contype DESC`,
  );
  for (const { drop } of rows) await client.query(drop);
  for (const account of [mine, other]) {
    await client.query(
      `INSERT INTO account (id, "externalId", name, "timeZone", "supportEmail") VALUES ($1::uuid, $1::text, 'A', 'UTC', 'a@b.c')`,
      [account],
    );
    for (const table of tables.filter(hasAccount)) {
      const { text, values } = insertInto(table, account);
      await client.query(text, values);
    }
  }
  client.release();
});

describe("the tenant's role", () => {
  it('is guarded in every table that belongs to an account', () => {
    expect(tenantTables.length).toBeGreaterThan(30);
  });

  it.each(tenantTables)('sees the rows of its own account in %s and no others', async (table) => {
    const rows = 'SELECT "accountId" FROM';
    expect(await asTenant(mine, `${rows} "${table}"`)).toBe(1);
    expect(await asTenant(mine, `${rows} "${table}" WHERE "accountId" = $1`, [other])).toBe(0);
  });

  it.each([...tenantTables, 'mail'])("changes nothing of another account's in %s", async (table) => {
    const { text, values } = insertInto(table, other);
    await expect(asTenant(mine, text, values)).rejects.toThrow(REFUSED);
    const column = someColumn(table);
    const update = `UPDATE "${table}" SET "${column}" = "${column}" WHERE "accountId" = $1`;
    expect(await changed(asTenant(mine, update, [other]))).toBe(0);
    await expect(asTenant(mine, `UPDATE "${table}" SET "accountId" = $1`, [other])).rejects.toThrow(REFUSED);
    expect(await changed(asTenant(mine, `DELETE FROM "${table}" WHERE "accountId" = $1`, [other]))).toBe(0);
  });

  it.each([...PLUMBING, 'mark', 'data_load', 'audit_head'])('does not reach %s at all', async (table) => {
    for (const text of [
      `SELECT FROM "${table}"`,
      `DELETE FROM "${table}"`,
      `UPDATE "${table}" SET "${someColumn(table)}" = NULL`,
    ])
      await expect(asTenant(mine, text)).rejects.toThrow(/permission denied/);
  });

  it('without an account sees and writes nothing', async () => {
    for (const table of tenantTables) await expect(tenant.query(`SELECT FROM "${table}"`)).rejects.toThrow();
  });

  it('may not read mails, not even its own', async () => {
    await expect(asTenant(mine, 'SELECT "to", text FROM mail')).rejects.toThrow(/permission denied/);
    expect(await asTenant(mine, 'SELECT id FROM mail')).toBe(1);
  });

  it("attaches nothing to another account's mail, and sees no attachment of it", async () => {
    const { rows } = await owner.query<{ id: string; accountId: string }>('SELECT id, "accountId" FROM mail');
    const mailOf = (account: string) => rows.find(({ accountId }) => accountId === account)!.id;
    const attach = `INSERT INTO mail_attachment ("mailId", position, name, type, bytes) VALUES ($1, 1, 'a', 'b', '')`;
    expect(await asTenant(mine, attach, [mailOf(mine)])).toBe(1);
    await expect(asTenant(mine, attach, [mailOf(other)])).rejects.toThrow(REFUSED);
    await owner.query(attach, [mailOf(other)]);
    expect(await asTenant(mine, 'SELECT "mailId" FROM mail_attachment')).toBe(0);
    expect((await system.query('SELECT bytes FROM mail_attachment')).rowCount).toBe(1);
  });
});

describe('the audit chain', () => {
  const record = (chain: string, seq: number, prevHash = '') =>
    JSON.stringify({
      ...{ chain, seq, prevHash, at: '2026-11-03T10:00:00.000Z', actorKind: 'system', actorId: null, object: null },
      ...{ action: 'test', channel: 'job', outcome: 'done', details: {}, hash: `h${seq}` },
    });
  const append = 'SELECT audit_append($1::jsonb)';

  it('of another account is out of reach', async () => {
    await expect(asTenant(mine, 'SELECT audit_lock_head($1)', [other])).rejects.toThrow(/another chain/);
    await expect(asTenant(mine, 'SELECT audit_lock_head($1)', ['system'])).rejects.toThrow(/another chain/);
    await expect(asTenant(mine, append, [record(other, 1)])).rejects.toThrow(/another chain/);
    await expect(loader.query('SELECT audit_lock_head($1)', [mine])).rejects.toThrow(/another chain/);
    await expect(loader.query(append, [record(mine, 1)])).rejects.toThrow(/another chain/);
    await expect(system.query(append, [record(mine, 1)])).rejects.toThrow(/another chain/);
  });

  it('is not written, changed or emptied past its functions', async () => {
    for (const text of [
      'DELETE FROM audit_record',
      `UPDATE audit_record SET action = 'x'`,
      'TRUNCATE audit_record',
      'DELETE FROM audit_head',
      'UPDATE audit_head SET seq = 0',
    ]) {
      await expect(asTenant(mine, text)).rejects.toThrow(/permission denied/);
      await expect(system.query(text)).rejects.toThrow(/permission denied/);
      await expect(loader.query(text)).rejects.toThrow(/permission denied/);
    }
  });

  it('takes the next record only', async () => {
    await expect(asTenant(mine, append, [record(mine, 5)])).rejects.toThrow(/not the next record/);
  });

  it('is not led astray by a temporary table of the same name', async () => {
    const client = await tenant.connect();
    await client.query('BEGIN');
    await client.query(`SELECT set_config('app.account_id', $1, true)`, [mine]);
    await client.query(`CREATE TEMP TABLE audit_head (chain text PRIMARY KEY, seq bigint, hash text) ON COMMIT DROP`);
    await client.query('CREATE TEMP TABLE audit_record (LIKE public.audit_record) ON COMMIT DROP');
    await client.query('GRANT ALL ON audit_head, audit_record TO PUBLIC');
    await client.query('SELECT audit_lock_head($1)', [mine]);
    await client.query(append, [record(mine, 1)]);
    const { rows } = await client.query('SELECT chain FROM public.audit_record WHERE chain = $1', [mine]);
    await client.query('ROLLBACK');
    client.release();
    expect(rows).toHaveLength(1);
  });
});

const writes = (table: string): string[] => [
  `UPDATE "${table}" SET "${someColumn(table)}" = "${someColumn(table)}"`,
  `DELETE FROM "${table}"`,
];

async function mayWrite(pool: Pool, table: string): Promise<string[]> {
  const { text, values } = insertInto(table, mine);
  const client = await pool.connect();
  const may: string[] = [];
  for (const [statement, params] of [[text, values], ...writes(table).map((one) => [one, []])] as [
    string,
    string[],
  ][]) {
    await client.query('BEGIN');
    const failed = await client.query(statement, params).then(
      () => undefined,
      (error: Error) => error,
    );
    await client.query('ROLLBACK');
    if (!failed || !/permission denied/.test(failed.message)) may.push(statement.split(' ')[0]!);
  }
  client.release();
  return may;
}

describe("the system's role", () => {
  /** A notice is marked as told; notices that are over, files and stored results are taken away when they are old. */
  const MAY: Record<string, string[]> = {
    ...{ notice: ['UPDATE', 'DELETE'], operation_result: ['DELETE'], stored_file: ['DELETE'] },
  };

  it.each([...tenantTables, 'account'])('reads all of %s and writes none of it', async (table) => {
    expect((await system.query(`SELECT FROM "${table}"`)).rowCount).toBe(2);
    expect(await mayWrite(system, table)).toEqual(MAY[table] ?? []);
  });
});

describe("the loader's role", () => {
  it.each([...PLUMBING, 'mail', 'mail_attachment'])('neither reads nor writes %s', async (table) => {
    await expect(loader.query(`SELECT FROM "${table}"`)).rejects.toThrow(/permission denied/);
    expect(await mayWrite(loader, table)).toEqual([]);
  });

  it.each([
    'invitation',
    'role_request',
    'payment_attempt',
    'payment_allocation',
    'operation_result',
    'dispute',
    'support_case',
    'stored_file',
    'order_watch',
    'notification_setting',
    'reminder',
    'reward_redemption',
    'counter',
  ])("writes nothing of people's work: %s", async (table) => {
    expect(await mayWrite(loader, table)).toEqual([]);
  });
});
