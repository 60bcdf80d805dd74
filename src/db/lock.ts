import type { Pool, PoolClient } from 'pg';

/** What is one process's at a time; the numbers only keep the kinds apart. */
const KINDS = { turns: 1, sending: 2, notices: 3 } as const;

/**
 * Runs `work` while no other process does the same for `name`, on the connection that holds the lock, through as many
 * short transactions as it likes: PostgreSQL lets go of the lock when the process dies.
 */
export async function exclusively<T>(
  pool: Pool,
  kind: keyof typeof KINDS,
  name: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, $2))', [name, KINDS[kind]]);
    const result = await work(client);
    await client.query('SELECT pg_advisory_unlock(hashtextextended($1, $2))', [name, KINDS[kind]]);
    broken = false;
    return result;
  } finally {
    // A connection that failed half-way is closed, and its lock with it.
    client.release(broken);
  }
}
