import { expect, it, vi } from 'vitest';

// How many are prepared is counted in the process: a count of its own, whatever files came before.
vi.resetModules();
const { testDatabase } = await import('../support/database.ts');

const { pools, tenantTransaction } = await testDatabase();
const ACCOUNT = '00000000-0000-4000-8000-000000000001';
const KEPT = 'SELECT statement, generic_plans > 0 AS generic FROM pg_prepared_statements';

it('a connection of the system pool prepares a statement with values once, and one without values never', async () => {
  const client = await pools.system.connect();
  for (const value of [1, 2]) await client.query('SELECT $1::int AS value', [value]);
  await client.query('SELECT 1', []);
  await client.query('SELECT 1; SELECT 2');
  const { rows } = await client.query(KEPT);
  client.release();
  expect(rows.map(({ statement }) => statement)).toEqual(['SELECT $1::int AS value']);
});

it('a portal transaction prepares its statements too, and plans them for the account they are used for', async () => {
  const kept = await tenantTransaction(ACCOUNT, async (tx) => {
    for (let times = 0; times < 10; times += 1) await tx.invoice.findFirst({ where: { number: '123' } });
    return tx.$queryRawUnsafe<{ statement: string; generic: boolean }[]>(KEPT);
  });
  const invoices = kept.filter(({ statement }) => statement.includes('"invoice"'));
  expect(invoices).toHaveLength(1);
  expect(kept.filter(({ generic }) => generic)).toEqual([]);
});

it('statements that are always new are prepared up to a number, so that they do not fill the server', async () => {
  const client = await pools.system.connect();
  for (let at = 0; at < 600; at += 1) await client.query(`SELECT $1::int + ${at}`, [1]);
  const { rows } = await client.query('SELECT count(*)::int FROM pg_prepared_statements');
  client.release();
  expect(rows[0].count).toBeGreaterThan(300);
  expect(rows[0].count).toBeLessThanOrEqual(500);
});
