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

export async function dropDatabase(url: string, name: string): Promise<void> {
  await command(url, `DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`);
}

async function command(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  // The server may be stopped while the last of them still says goodbye.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
