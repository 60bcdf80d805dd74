import type { testDatabase } from '../support/database.ts';

interface Kept {
  where: string;
  value: string;
}

/** Every value of every column of every table, of whatever is in the database: what is added later is found too. */
export async function everythingKept({ pools }: Awaited<ReturnType<typeof testDatabase>>): Promise<Kept[]> {
  const { rows: columns } = await pools.owner.query<{ schema: string; table: string; column: string; type: string }>(
    `SELECT c.table_schema AS schema, c.table_name AS "table", c.column_name AS "column", c.data_type AS type
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
       AND (c.data_type LIKE '%char%' OR c.data_type IN ('text', 'json', 'jsonb', 'bytea', 'ARRAY', 'USER-DEFINED'))`,
  );
  const selects = columns.map(({ schema, table, column, type }) => {
    const value = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
    return `SELECT '${schema}.${table}.${column}' AS "where", ${value} AS value FROM "${schema}"."${table}" WHERE "${column}" IS NOT NULL`;
  });
  return (await pools.owner.query<Kept>(selects.join(' UNION ALL '))).rows;
}

/** Digits of any script as plain ones, and nothing between them. */
export const digitsOf = (text: string): string =>
  Array.from(text.matchAll(/\p{Nd}/gu), ([digit]) => {
    let zero = digit.codePointAt(0)!;
    const code = zero;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return (code - zero) % 10;
  }).join('');
