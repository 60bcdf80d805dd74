import { spawnSync } from 'node:child_process';

/** Which cores are whose, as taskset names them. */
export interface Cores {
  /** The one core of the app that is measured. */
  app: string;
  /** PostgreSQL's, the API host's and the load generator's. */
  others: string;
}

/**
 * Keeps this process, and what it starts, off the first core it was allowed, which is left to the app that is measured.
 * @returns undefined where that can't be done: a single core, or no taskset; `release` gives all cores back
 */
export function splitCores(): (Cores & { release(): void }) | undefined {
  const { status, stdout } = spawnSync('taskset', ['-cp', String(process.pid)], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const allowed = stdout.slice(stdout.lastIndexOf(':') + 1).trim();
  const [app, ...others] = allowed.split(',').flatMap(range);
  if (app === undefined || others.length === 0) return undefined;
  pin(others.join(','));
  return { app: String(app), others: others.join(','), release: () => pin(allowed) };
}

function range(part: string): number[] {
  const [from = 0, to = from] = part.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function pin(cores: string): void {
  spawnSync('taskset', ['-acp', cores, String(process.pid)]);
}
