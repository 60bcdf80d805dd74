import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '..');
const ADDRESS = /http:\S+\d/;

/** A process of this Node that has printed where it listens. */
export interface Child {
  address: string;
  /** For messages both ways. */
  process: ChildProcess;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

interface Options {
  env?: Readonly<Record<string, string>>;
  /** The only cores it may use, as taskset names them. */
  cores?: string;
}

/** Starts Node with these arguments in the repository's folder; resolves once it has printed its address. */
export async function startChild(args: readonly string[], { env, cores }: Options = {}): Promise<Child> {
  const command = [...(cores ? ['taskset', '-c', cores] : []), process.execPath, ...args];
  const child = spawn(command[0]!, command.slice(1), {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
  };
  const address = await Promise.race([printedAddress(child.stdout!), gone.then(() => undefined)]);
  if (address) return { address, process: child, stop };
  throw new Error(`${args.join(' ')} ended without printing its address`);
}

async function printedAddress(output: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface(output)) {
    const [address] = ADDRESS.exec(line) ?? [];
    if (!address) continue;
    output.resume(); // Whatever it says later must not fill the pipe.
    return address;
  }
  return undefined;
}
