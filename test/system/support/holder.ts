import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Another process of ours on the same DATA_DIR. */
export interface Holder {
  /** "open", or the reason it was refused for. */
  said: string;
  /** Lets it close the database and waits until it is gone. */
  finish(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('./hold-database.ts', import.meta.url));
const running = new Set<ChildProcess>();

/** Starts a process that opens the database, and waits until it has, or was refused. */
export async function holdDatabase(
  dataDir: string,
  as: 'service' | 'command',
  env: NodeJS.ProcessEnv = {},
): Promise<Holder> {
  const child = spawn(process.execPath, [PROGRAM, dataDir, as], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  running.add(child);
  const gone = once(child, 'exit').then(() => void running.delete(child));
  const [said] = (await Promise.race([once(createInterface(child.stdout), 'line'), gone.then(() => ['nothing'])])) as [
    string,
  ];
  return {
    said,
    finish() {
      child.stdin.end();
      return gone;
    },
    kill() {
      child.kill('SIGKILL');
      return gone;
    },
  };
}

/** Lets all that are still running finish, after a test that failed half way. */
export async function finishHolders(): Promise<void> {
  await Promise.all(
    [...running].map((child) => {
      child.stdin?.end();
      return once(child, 'exit');
    }),
  );
}
