import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { rounded } from './measure.ts';

const ROOT = join(import.meta.dirname, '..');
const ADDRESS = /http:\S+\d/;

export interface Starts {
  /** Milliseconds from starting the process to its address printed and `GET /readyz` answering 200. */
  freshFolder: number;
  existingFolder: number;
}

/** Starts the real service, as `npm start` does, on a folder that is not there yet, and again on that folder. */
export async function measureStarts(): Promise<Starts> {
  const parent = await mkdtemp(join(tmpdir(), 'portal-bench-start-'));
  const dataDir = join(parent, 'data');
  const freshFolder = await start(dataDir);
  const existingFolder = await start(dataDir);
  await rm(parent, { recursive: true });
  return { freshFolder, existingFolder };
}

async function start(dataDir: string): Promise<number> {
  const began = performance.now();
  const service = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(service, 'exit');
  try {
    const address = await Promise.race([printedAddress(service.stdout), gone.then(() => undefined)]);
    if (!address) throw new Error('the service ended without printing its address');
    while ((await fetch(`${address}/readyz`)).status !== 200) await sleep(5);
    return rounded(performance.now() - began);
  } finally {
    service.kill('SIGTERM');
    await gone;
  }
}

async function printedAddress(output: NodeJS.ReadableStream): Promise<string | undefined> {
  const lines = createInterface(output);
  for await (const line of lines) {
    const [address] = ADDRESS.exec(line) ?? [];
    if (!address) continue;
    output.resume(); // Whatever it says later must not fill the pipe.
    return address;
  }
  return undefined;
}
