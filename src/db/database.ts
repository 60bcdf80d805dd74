import type { Logger } from '../lib/logger.ts';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import type { PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';
import { closePools, openPools, type Pools } from './pools.ts';
import { openPrisma, openTenantTransaction, type TenantTransaction } from './prisma.ts';

/** The database, migrated and checked, ready to be used. */
export interface Database {
  pools: Pools;
  /** Under row-level security and in no account: without `tenantTransaction` every tenant table is an error. */
  prisma: PrismaClient;
  tenantTransaction: TenantTransaction;
  /** Resolves when the database answers; rejects with its error otherwise. */
  ping(): Promise<void>;
  /** Waits for the transactions under way; an embedded server is stopped with its last user. */
  close(): Promise<void>;
}

interface Options {
  /** Where the embedded server keeps its data. */
  dataDir: string;
  /** Connection string of a server of one's own; without it the embedded one is used. */
  databaseUrl?: string;
  /** Default true: a service, alone on its `dataDir`. The command line says false. */
  exclusive?: boolean;
  log: Logger;
}

/**
 * Starts or finds the server, applies migrations, opens the pools.
 * @throws CodedError `conflict`, `data_dir_in_use`, when another service runs on `dataDir`; and those of
 *   `startEmbedded`, `migrate` and `openPools`
 */
export async function openDatabase({ dataDir, databaseUrl, exclusive = true, log }: Options): Promise<Database> {
  const server = databaseUrl === undefined ? await startEmbedded({ dataDir, exclusive, log }) : undefined;
  try {
    const url = databaseUrl ?? (server as EmbeddedServer).url;
    await migrate(url, log);
    const pools = await openPools(url, log);
    const prisma = openPrisma(pools.tenant);
    return {
      pools,
      prisma,
      tenantTransaction: openTenantTransaction(prisma, Math.random),
      async ping() {
        await pools.tenant.query('SELECT 1');
      },
      async close() {
        await prisma.$disconnect();
        await closePools(pools);
        await server?.release();
      },
    };
  } catch (error) {
    await server?.release();
    throw error;
  }
}
