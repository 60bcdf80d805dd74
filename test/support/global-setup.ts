import { chmod, mkdtemp, rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { UNDERSTANDING } from '../../src/app/folders.ts';
import { startEmbedded } from '../../src/db/embedded.ts';
import { migrate } from '../../src/db/migrate.ts';
import { loadUnderstanding } from '../../src/understanding/index.ts';
import { createDatabase, dropDatabase, inDatabase, uniqueName } from './databases.ts';
import { removeLeftovers, runPrefix } from './leftovers.ts';
import { quietLog } from './log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of the whole run, and the migrated database every test database is copied from. */
    testServer: { url: string; template: string };
  }
}

/** One server for the whole run, the one of DATABASE_URL or our own in a temporary folder; migrated once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer(process.env.DATABASE_URL);
  const template = uniqueName('portal_template');
  try {
    await createDatabase(server.url, template);
    await migrate(inDatabase(server.url, template), quietLog);
  } catch (error) {
    await server.stop();
    throw error;
  }
  // Learnt once here, so that the workers find the model ready.
  await loadUnderstanding(UNDERSTANDING);
  project.provide('testServer', { url: server.url, template });
  return async () => {
    await dropDatabase(server.url, template);
    await server.stop();
  };
}

async function startServer(given: string | undefined): Promise<{ url: string; stop(): Promise<void> }> {
  if (given) return { url: given, stop: async () => undefined };
  await removeLeftovers();
  const dataDir = await mkdtemp(runPrefix());
  await chmod(dataDir, 0o711); // The server may be another user than the one who tests.
  const server = await startEmbedded({ dataDir, exclusive: true, throwaway: true, log: quietLog });
  const stop = async () => {
    await server.release();
    await rm(dataDir, { recursive: true });
  };
  return { url: server.url, stop };
}
