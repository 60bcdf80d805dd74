import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';

/**
 * Installs the packages of a folder that has a lock file of its own, where they are missing or older than the lock.
 * Says what went wrong, if it did.
 */
export async function installPackages(folder: string): Promise<string[]> {
  const mark = join(folder, 'node_modules/.package-lock.json');
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs) return [];
  const { code, output } = await run('npm', ['ci', '--ignore-scripts', '--no-progress'], { cwd: folder });
  return code === 0 ? [] : [`the packages of ${folder} could not be installed:\n${output}`];
}
