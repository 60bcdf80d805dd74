import type { Pool, PoolClient } from 'pg';
import type { Query, Sql } from '../lib/sql.ts';

/** Plain SQL over a pool; timestamps come back as Date, `numeric` as string. Throws what `pg` throws. */
export function sqlOn(pool: Pool): Sql {
  return { ...queryOn(pool), transaction: (work) => inTransaction(pool, (client) => work(queryOn(client))) };
}

export const queryOn = (client: Pick<Pool, 'query'>): Query => ({
  query: async <Row>(text: string, values: readonly unknown[] = []) => {
    const { rows } = await client.query(text, [...values]);
    return { rows: rows as Row[] };
  },
});

/** One READ COMMITTED transaction on one connection of `pool`; rolled back when `work` throws. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: unknown;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // A connection that can't even roll back is thrown away instead of going back into the pool.
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken !== undefined);
  }
}
