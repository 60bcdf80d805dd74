import type { Client } from 'pg';
import { CodedError } from '../../lib/errors.ts';
import { poll } from './poll.ts';

/** Advisory locks of the database `postgres`: whoever uses the server holds the first one, shared; a service the second. */
const IN_USE = 72_707_370;
const SERVICE = 72_707_371;

/**
 * Says "I use this server" for as long as the connection lives.
 * @returns false when its last user is just stopping it: connect again, to the next one
 * @throws CodedError `conflict`, `data_dir_in_use`, when another service has it and `exclusive` is asked for
 */
export async function takeLease(client: Client, exclusive: boolean, dataDir: string): Promise<boolean> {
  if (!(await lock(client, 'pg_try_advisory_lock_shared', IN_USE))) return false;
  if (!exclusive) return true;
  // The server takes a moment to notice that a killed service is gone.
  const mine = async () => ((await lock(client, 'pg_try_advisory_lock', SERVICE)) ? true : undefined);
  if (await poll(mine, { withinMs: 1_000, everyMs: 50 })) return true;
  throw new CodedError('conflict', 'data_dir_in_use', { dataDir });
}

/** Ends the lease. @returns true for the last user, who has to stop the server: nobody can take a lease any more */
export async function endLease(client: Client): Promise<boolean> {
  await client.query('SELECT pg_advisory_unlock_all()');
  return lock(client, 'pg_try_advisory_lock', IN_USE);
}

async function lock(client: Client, how: string, key: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(`SELECT ${how}($1) AS taken`, [key]);
  return rows[0]?.taken ?? false;
}
