import type { ChildProcess } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, type DatabaseError, escapeIdentifier } from 'pg';
import { CodedError } from '../../lib/errors.ts';
import { poll } from './poll.ts';
import { clearStaleLocks } from './postmaster.ts';
import type { Site } from './site.ts';

const START_MS = 60_000;
const MOST_STARTS = 20;
/** 57P03 coming up or going down, 57P01 and 57P02 stopped under our hands; pg has no code for a connection cut off. */
const GOING = new Set(['57P03', '57P01', '57P02', 'ECONNRESET', 'EPIPE']);

/**
 * A connection to the server's database `postgres`: of the living server (also one that outlived the process that
 * started it), else of one started now. Several processes may do so at once: PostgreSQL lets only one server be.
 * @throws CodedError `unavailable`, `database_start_failed`, with the end of the server's log
 */
export async function connectOrStart(site: Site): Promise<Client> {
  let server: ChildProcess | undefined;
  let failure: Error | undefined;
  let starts = 0;
  const client = await poll(
    async () => {
      const found = await tryConnect(site.url('postgres'));
      if (found instanceof Client) return found;
      if (failure) throw await startFailed(site, failure);
      if (found === 'absent' && hasEnded(server) && !(await clearStaleLocks(site.folder))) {
        if (++starts > MOST_STARTS) throw await startFailed(site);
        server = (await start(site)).once('error', (error) => {
          failure = error;
        });
      }
      return undefined;
    },
    { withinMs: START_MS, everyMs: 15 },
  );
  if (!client) throw await startFailed(site);
  return client;
}

const hasEnded = (server: ChildProcess | undefined): boolean =>
  !server || (server.exitCode ?? server.signalCode) !== null;

async function tryConnect(url: string): Promise<Client | 'absent' | 'busy'> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: START_MS });
  // A lost connection is an `end` to whoever holds it; without a listener here it would end the whole process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'absent';
    if (isGoing(error)) return 'busy';
    throw error;
  }
}

/** True for an error of a server that is just coming up or going down, or that broke the connection off. */
export function isGoing(error: unknown): boolean {
  if (error instanceof CodedError) return false;
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined || GOING.has(code);
}

async function start(site: Site): Promise<ChildProcess> {
  const log = await open(logOf(site), 'a', 0o600);
  const options = Object.entries(site.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = site.launch(['-D', join(site.folder, 'data'), ...options], log.fd);
  await log.close();
  return server;
}

const logOf = (site: Site): string => join(site.folder, 'server.log');

async function startFailed(site: Site, cause?: Error): Promise<CodedError> {
  const log = logOf(site);
  const output = (await readFile(log, { encoding: 'utf8', flag: 'a+' })).slice(-2_000);
  return new CodedError('unavailable', 'database_start_failed', { log, output }, cause);
}

/** Makes the database unless it is there, or just being made by another process. */
export async function ensureDatabase(client: Client, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount) return;
  await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`).catch((error: DatabaseError) => {
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  });
}
