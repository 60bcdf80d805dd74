import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../src/db/embedded.ts';
import { quietLog } from './log.ts';

const PREFIX = 'portal-test-';

/** What the temporary data folder of this run's server is called, up to a random ending. */
export const runPrefix = (): string => join(tmpdir(), `${PREFIX}${process.pid}-`);

/** Stops the servers and removes the folders of earlier runs that were killed. */
export async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : undefined;
    if (!pid || isAlive(pid)) continue;
    const dataDir = join(tmpdir(), name);
    const server = await startEmbedded({ dataDir, exclusive: false, throwaway: true, log: quietLog });
    await server.release();
    await rm(dataDir, { recursive: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
