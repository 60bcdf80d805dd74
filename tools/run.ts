import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** What a check found: an empty list means it passed. `note` is said on success where "ok" alone would mislead. */
export interface Outcome {
  readonly problems: readonly string[];
  readonly note?: string;
}

/** The repository's folder, from where every tool works whatever the current directory is. */
export const ROOT = join(import.meta.dirname, '..');

/**
 * Runs a program to its end with no input and gives its exit code and everything it printed.
 * The project's own binaries come first in PATH, so `#!/usr/bin/env node` means the pinned Node there too.
 */
export function run(file: string, args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const PATH = `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(file, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.env, PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise<{ code: number; output: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8').trim() }));
  });
}

/** A check that is a program: its output is the problem when it exits with anything but 0. */
export async function program(file: string, ...args: string[]): Promise<Outcome> {
  const { code, output } = await run(file, args);
  return { problems: code === 0 ? [] : [output || `${file} exited with ${code}`] };
}
