import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { poll } from './poll.ts';

const exec = promisify(execFile);

/** What the server's lock file `postmaster.pid` says. */
interface Postmaster {
  pid: number;
  port: number;
}

/** The lock file of the server of this data folder, left by a living or a dead one; undefined when there is none. */
async function readPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readIfThere(join(data, 'postmaster.pid'));
  const [pid, , , port] = (text ?? '').split('\n');
  return Number(pid) > 0 ? { pid: Number(pid), port: Number(port) } : undefined;
}

/** The port of the server of this data folder, if it is alive. */
export async function portInUse(data: string): Promise<number | undefined> {
  const found = await readPostmaster(data);
  return found && (await serves(found.pid, data)) ? found.port : undefined;
}

/**
 * Removes the locks of a server that died, when its process id has meanwhile gone to another program (after a
 * restart of a container, say): PostgreSQL would take that program for a living server and refuse to start.
 * @returns true when the server itself is alive, coming up or going down
 */
export async function clearStaleLocks(folder: string): Promise<boolean> {
  const data = join(folder, 'data');
  const found = await readPostmaster(data);
  // Of a dead process PostgreSQL clears the lock itself, once all the server's other processes are gone too.
  if (!found || !isAlive(found.pid)) return false;
  if (await serves(found.pid, data)) return true;
  const now = await readPostmaster(data);
  if (now?.pid !== found.pid) return true; // Somebody else has just started it.
  for (const lock of [join(data, 'postmaster.pid'), join(folder, `.s.PGSQL.${found.port}`)]) {
    await rm(lock, { force: true });
  }
  await rm(join(folder, `.s.PGSQL.${found.port}.lock`), { force: true });
  return false;
}

/** True when the process is the PostgreSQL server of that data folder, or where nothing tells what it is. */
async function serves(pid: number, data: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const args = (await readIfThere(`/proc/${pid}/cmdline`)) ?? (await listed(pid));
  return args === undefined || (args.includes('postgres') && args.includes(data));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // It is there, and somebody else's.
  }
}

/** The command line of a process where there is no /proc; undefined without a `ps` (Windows). */
async function listed(pid: number): Promise<string | undefined> {
  try {
    return (await exec('ps', ['-o', 'args=', '-p', String(pid)])).stdout;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : '';
  }
}

/** Asks the server to stop at once ("fast": open transactions are rolled back); true when it did within `withinMs`. */
export async function stopPostmaster(data: string, withinMs: number): Promise<boolean> {
  const found = await readPostmaster(data);
  if (!found) return true;
  if (!(await serves(found.pid, data))) return true;
  process.kill(found.pid, 'SIGINT');
  // Its lock file goes last; the process itself may stay on as a zombie where nobody collects those.
  const gone = async () => ((await readPostmaster(data))?.pid === found.pid ? undefined : true);
  return (await poll(gone, { withinMs, everyMs: 10 })) ?? false;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
