import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopPostmaster } from '../../src/db/embedded/postmaster.ts';

const PREFIX = 'portal-test-';
const STOP_MS = 5_000;

/** What the temporary data folder of this run's server is called, up to a random ending. */
export const runPrefix = (): string => join(tmpdir(), `${PREFIX}${process.pid}-`);

/** Stops the servers and removes the folders of earlier runs that were killed. */
export async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : undefined;
    if (!pid || isAlive(pid)) continue;
    const dataDir = join(tmpdir(), name);
    await stopPostmaster(join(dataDir, 'postgres', 'data'), STOP_MS);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 }); // Another run may be at it too.
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
