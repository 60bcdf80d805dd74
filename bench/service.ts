import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, startChild } from './child.ts';
import { rounded } from './measure.ts';

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
  const service = await startChild(['src/main.ts'], { env: { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' } });
  try {
    await ready(service);
    return rounded(performance.now() - began);
  } finally {
    await service.stop();
  }
}

/** Resolves once the service says that it is. */
export async function ready({ address }: Child): Promise<void> {
  while ((await fetch(`${address}/readyz`)).status !== 200) await sleep(5);
}
