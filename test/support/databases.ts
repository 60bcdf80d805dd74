import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';

/** `prefix` and something no other run has. */
export const uniqueName = (prefix: string): string => `${prefix}_${randomBytes(6).toString('hex')}`;

/** The connection string of another database of the same server. */
export function inDatabase(url: string, database: string): string {
  const moved = new URL(url);
  moved.pathname = `/${database}`;
  return moved.href;
}

/** @param template the database it is copied from; empty without */
export async function createDatabase(url: string, name: string, template?: string): Promise<void> {
  const from = template ? ` TEMPLATE ${escapeIdentifier(template)}` : '';
  await command(url, `CREATE DATABASE ${escapeIdentifier(name)}${from}`);
}

/**
 * A pool's end comes before the server has seen its connections go, and a connection that the server ends by force
 * fails a test run that was over: so those on their way out are waited for, and only what stays is ended by force.
 */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await withClient(url, async (client) => {
    const deadline = Date.now() + LEAVING_MS;
    while (Date.now() < deadline) {
      const { rows } = await client.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1 LIMIT 1', [name]);
      if (rows.length === 0) break;
      await client.query('SELECT pg_sleep(0.02)');
    }
    await client.query(`DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`);
  });
}

const LEAVING_MS = 2_000;

const command = (url: string, sql: string): Promise<void> =>
  withClient(url, async (client) => {
    await client.query(sql);
  });

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  // The server may be stopped while the last of them still says goodbye.
  client.on('error', () => undefined);
  await client.connect();
  await work(client).finally(() => client.end());
}
