import type { World } from './portal.ts';

/** Everything in the database, by table, for comparing before and after. */
export async function everything({ database }: World): Promise<Record<string, string[]>> {
  const { owner } = database.pools;
  const tables = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const rows = tables.rows.map(async ({ name }) => {
    const found = await owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t ORDER BY 1`);
    return [name, found.rows.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}
