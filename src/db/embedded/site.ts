import type { ChildProcess, StdioOptions } from 'node:child_process';
import { access, constants, mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../lib/errors.ts';
import { embeddedBinaries } from './binaries.ts';
import { ensureCluster, OWNER } from './cluster.ts';
import { endpointFor } from './endpoint.ts';
import { createRunner } from './run.ts';

/** A server's folder, and how to start and reach it. */
export interface Site {
  /** Holds `data`, `password`, `server.log` and the socket. */
  folder: string;
  settings: Readonly<Record<string, string>>;
  /** Starts the server's program with its output going to the given open file. */
  launch(args: readonly string[], output: number): ChildProcess;
  /** The connection string of one of its databases. */
  url(database: string): string;
}

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
 * Everything a server in `dataDir` needs, made if missing; nothing is started yet.
 * @param throwaway what it will hold is worth no waiting for the disk
 * @throws CodedError `unavailable`, with what stands in the way of a server here
 */
export async function prepareSite(dataDir: string, throwaway: boolean): Promise<Site> {
  const home = await makeDataDir(dataDir);
  const folder = join(home, 'postgres');
  const binaries = await embeddedBinaries();
  const runner = await createRunner([binaries.folder, home]);
  const password = await ensureCluster(folder, binaries, runner, throwaway);
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
    url(database) {
      const query = new URLSearchParams({ host, port: String(port) });
      return `postgresql://${OWNER}:${password}@localhost/${database}?${query}`;
    },
  };
}

/** @returns its one true name, by which a running server is recognised */
async function makeDataDir(dataDir: string): Promise<string> {
  // Root's server is another user, who has to pass through to the data.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    await mkdir(dataDir, { recursive: true, mode });
    await access(dataDir, constants.W_OK);
    return await realpath(dataDir);
  } catch (cause) {
    const hint = 'set DATA_DIR to a folder that can be written';
    throw new CodedError('unavailable', 'data_dir_unusable', { folder: dataDir, hint }, cause);
  }
}
