import type { Pool } from 'pg';
import { inTransaction } from './sql.ts';

/** The schema the queue of jobs keeps its tables in, beside the portal's. */
export const QUEUE_SCHEMA = 'pgboss';

/** Any number, as long as nothing else in this database locks by it: two processes may start at once. */
const CREATION_LOCK = 7_205_883_072;

/**
 * Makes the queue's schema, empty and belonging to the system's role, which then makes its own tables in it. Not a
 * migration, since only after them may the owner give anything to that role.
 */
export async function prepareQueueSchema(owner: Pool): Promise<void> {
  await inTransaction(owner, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [CREATION_LOCK]);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${QUEUE_SCHEMA} AUTHORIZATION portal_system`);
  });
}

/**
 * The queue's own way to the database: it sends several statements at once and wants the rows of each, which is how the
 * driver answers.
 */
export const queueDatabase = (system: Pool) => ({
  executeSql: (text: string, values?: unknown[]) => system.query(text, values) as Promise<{ rows: unknown[] }>,
});
