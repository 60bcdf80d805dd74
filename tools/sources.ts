import { globSync } from 'node:fs';
import { sep } from 'node:path';

/** Folders that hold code, tests last: what the import rules and the tests of the architecture look at. */
export const CODE_FOLDERS = ['src', 'dialogs', 'tools', 'bench', 'prisma', 'test'] as const;

const NOT_OURS = [/\/generated\//, /^tools\/prisma-schema-engine\//, /\/node_modules\//];

/**
 * Our own files of the given endings under `folders`, as paths relative to `root` with forward slashes, sorted.
 * Left out: what is generated, and the schema engine, which is copied in.
 */
export function sources(root: string, folders: readonly string[], endings = 'ts'): string[] {
  const patterns = folders.map((folder) => `${folder}/**/*.${endings.includes(',') ? `{${endings}}` : endings}`);
  const found = globSync(patterns, { cwd: root, exclude: ['**/node_modules'] });
  return found
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !NOT_OURS.some((pattern) => pattern.test(path)))
    .sort();
}
