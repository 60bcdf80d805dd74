import type { StdioOptions } from 'node:child_process';
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { CodedError } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import { embeddedBinaries } from './embedded/binaries.ts';
import { ensureCluster, OWNER } from './embedded/cluster.ts';
import { endpointFor } from './embedded/endpoint.ts';
import { endLease, takeLease } from './embedded/lease.ts';
import { poll } from './embedded/poll.ts';
import { stopPostmaster } from './embedded/postmaster.ts';
import { createRunner } from './embedded/run.ts';
import { connectOrStart, ensureDatabase, isGoing, type Site } from './embedded/server.ts';

/** A running PostgreSQL server of our own, in DATA_DIR/postgres. */
export interface EmbeddedServer {
  /** The connection string of one of its databases, with the owner's password: never to be logged. */
  url(database?: string): string;
  /** Ends our use of it; the last user stops it. */
  release(): Promise<void>;
}

interface Options {
  dataDir: string;
  /** A service: refused where another one runs. The command line shares the server, or starts it for its own run. */
  exclusive: boolean;
  /** For tests: what it holds is worth no waiting for the disk. */
  throwaway?: boolean;
  log: Logger;
}

/** The database of the portal; `postgres`, the one every server has, holds the leases. */
const DATABASE = 'portal';
const JOIN_MS = 30_000;
const STOP_MS = 8_000;
const SETTINGS = {
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What failed is told to whoever asked; statements and values (people's data) have no place in a log file.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};
const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Adopts the living server of `dataDir`, else starts it, the first time making it.
 * @throws CodedError `conflict`, `data_dir_in_use`; `unavailable` with what stands in the way of a server here
 */
export async function startEmbedded({ dataDir, exclusive, throwaway = false, log }: Options): Promise<EmbeddedServer> {
  await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const site = await prepare(await realpath(dataDir), throwaway);
  const state = { closing: false, holder: await hold() };
  await ensureDatabase(state.holder, DATABASE);

  async function hold(): Promise<Client> {
    const client = await poll(() => attempt(site, exclusive, dataDir), { withinMs: JOIN_MS, everyMs: 20 });
    if (!client) throw new CodedError('unavailable', 'database_start_failed', { folder: site.folder });
    client.once('end', () => void regain());
    return client;
  }

  /** The server crashed or was stopped under our hands: it is started again, and nobody else may slip in. */
  async function regain(): Promise<void> {
    if (state.closing) return;
    log.error({}, 'lost the embedded database server, connecting again');
    try {
      state.holder = await hold();
    } catch (err) {
      log.error({ err }, 'could not bring the embedded database server back');
    }
  }

  return {
    url: site.url,
    async release() {
      state.closing = true;
      const stopped = await leave(state.holder, site);
      if (!stopped) log.warn({}, 'the embedded database server is still stopping');
    },
  };
}

/** One go at connecting and taking the lease; undefined when the server is just being stopped by its last user. */
async function attempt(site: Site, exclusive: boolean, dataDir: string): Promise<Client | undefined> {
  const client = await connectOrStart(site);
  try {
    if (await takeLease(client, exclusive, dataDir)) return client;
    await client.end();
  } catch (error) {
    if (!isGoing(error)) await leave(client, site);
    if (!isGoing(error)) throw error;
  }
  return undefined;
}

/** Ends our use of the server, and with its last user the server; false when it is taking its time to stop. */
async function leave(client: Client, site: Site): Promise<boolean> {
  const last = await endLease(client);
  const stopped = !last || (await stopPostmaster(join(site.folder, 'data'), STOP_MS));
  await client.end();
  return stopped;
}

async function prepare(dataDir: string, throwaway: boolean): Promise<Site> {
  const folder = join(dataDir, 'postgres');
  const binaries = await embeddedBinaries();
  const runner = await createRunner([binaries.folder, dataDir]);
  const { password } = await ensureCluster(folder, binaries, runner, throwaway);
  const { host, port, settings } = await endpointFor(folder);
  return {
    folder,
    settings: { ...SETTINGS, ...settings, ...(throwaway ? THROWAWAY : {}) },
    launch(args, output) {
      // Detached: a Ctrl-C meant for us must not stop the database before we are done with it.
      const stdio: StdioOptions = ['ignore', output, output];
      const server = runner.spawn(binaries.postgres, args, { detached: true, cwd: '/', stdio });
      server.unref();
      return server;
    },
    url: (database = DATABASE) => {
      const query = new URLSearchParams({ host, port: String(port) });
      return `postgresql://${OWNER}:${password}@localhost/${database}?${query}`;
    },
  };
}
