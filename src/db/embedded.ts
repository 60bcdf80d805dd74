import { join } from 'node:path';
import type { Client } from 'pg';
import { CodedError } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import { endLease, takeLease } from './embedded/lease.ts';
import { poll } from './embedded/poll.ts';
import { stopPostmaster } from './embedded/postmaster.ts';
import { connectOrStart, ensureDatabase, isGoing } from './embedded/server.ts';
import { prepareSite, type Site } from './embedded/site.ts';

/** A running PostgreSQL server of our own, in DATA_DIR/postgres. */
export interface EmbeddedServer {
  /** The connection string of the portal's database, with the owner's password: never to be logged. */
  url: string;
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

/** The portal's database; `postgres`, the one every server has, is where leases are held. */
const DATABASE = 'portal';
const JOIN_MS = 30_000;
const STOP_MS = 8_000;

/**
 * Adopts the living server of `dataDir`, also one that outlived its service, else starts it, the first time making it.
 * @throws CodedError `conflict`, `data_dir_in_use`; `unavailable` with what stands in the way of a server here
 */
export async function startEmbedded({ dataDir, exclusive, throwaway = false, log }: Options): Promise<EmbeddedServer> {
  const site = await prepareSite(dataDir, throwaway);
  let closing = false;
  let holding = hold();
  await holding;

  async function hold(): Promise<Client> {
    const client = await poll(() => enter(site, exclusive, dataDir), { withinMs: JOIN_MS, everyMs: 20 });
    if (!client) throw new CodedError('unavailable', 'database_start_failed', { folder: site.folder });
    return client.once('end', regain);
  }

  /** The server crashed or was stopped under our hands: it is started again, and nobody else may slip in. */
  function regain(): void {
    if (closing) return;
    log.error({}, 'lost the embedded database server, connecting again');
    holding = hold();
    holding.catch((err) => log.error({ err }, 'could not bring the embedded database server back'));
  }

  return {
    url: site.url(DATABASE),
    async release() {
      closing = true;
      const client = await holding.catch(() => undefined); // Told when it happened: we no longer hold anything.
      const stopped = !client || (await leave(client, site));
      if (!stopped) log.warn({}, 'the embedded database server is still stopping');
    },
  };
}

/** One go at connecting and taking the lease; undefined when the server is just being stopped by its last user. */
async function enter(site: Site, exclusive: boolean, dataDir: string): Promise<Client | undefined> {
  const client = await connectOrStart(site);
  try {
    if (await takeLease(client, exclusive, dataDir)) {
      await ensureDatabase(client, DATABASE);
      return client;
    }
    await client.end();
  } catch (error) {
    if (isGoing(error)) return undefined;
    await leave(client, site);
    throw error;
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
