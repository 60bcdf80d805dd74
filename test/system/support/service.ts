import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT, run } from '../../../tools/run.ts';

/** The real service as `npm start` starts it, on a fresh folder and a free port. */
export interface Service {
  address: string;
  dataDir: string;
  /** Runs a command of the administrator's beside it; resolves with what it printed. */
  portal(...args: string[]): Promise<string>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

export async function startService(env: Record<string, string> = {}): Promise<Service> {
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-service-'));
  await chmod(dataDir, 0o711); // The database's server may be another user than the one who tests.
  const { DATABASE_URL: _, ...ours } = process.env;
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    env: { ...ours, PORT: '0', LOG_LEVEL: 'warn', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await announced(child);
  return {
    address,
    dataDir,
    async portal(...args) {
      const env = { DATABASE_URL: undefined, DATA_DIR: dataDir };
      const { code, output } = await run('node', ['src/cli/main.ts', ...args], { env });
      if (code !== 0) throw new Error(`portal ${args.join(' ')} failed: ${output}`);
      return output;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await rm(dataDir, { recursive: true });
    },
  };
}

/** The address it prints once it is ready. */
async function announced(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const [address] = /http:\/\/\S+/.exec(line) ?? [];
    if (address) {
      child.stdout?.resume();
      return address;
    }
  }
  throw new Error('the service ended before it was ready');
}
