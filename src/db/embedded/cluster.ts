import { randomBytes } from 'node:crypto';
import { access, chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CodedError } from '../../lib/errors.ts';
import type { Binaries } from './binaries.ts';
import type { Runner } from './run.ts';

/** The owner of everything in the embedded server; its password stands beside the data, in `password`. */
export const OWNER = 'portal';

// Without these `LANG` decides, and gives SQL_ASCII or a failure; ICU collations are there all the same.
const LOCALE = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
const PLAIN = ['--locale=C', '--lc-messages=C'];

/**
 * Makes the server's folder (`data` and `password`) unless it is there: in a temporary one renamed at the end, so
 * that it is never found half made, and of several processes doing so at once the first one's stays.
 * @param folder the server's own, in DATA_DIR
 * @returns the owner's password
 * @throws CodedError `unavailable`: `database_initialise_failed`, `database_of_another_version` or `data_dir_unusable`
 */
export async function ensureCluster(
  folder: string,
  binaries: Binaries,
  runner: Runner,
  throwaway: boolean,
): Promise<string> {
  if (!(await exists(folder))) await initialise(folder, binaries, runner, throwaway);
  const [made, password] = await Promise.all([read(folder, 'data/PG_VERSION'), read(folder, 'password')]);
  const program = /(\d+)/.exec(await runner.run(binaries.postgres, ['--version']))?.[1];
  if (made !== program) {
    const hint = 'dump it with the old release and load it into a new DATA_DIR';
    throw new CodedError('unavailable', 'database_of_another_version', { folder, made, program, hint });
  }
  return password;
}

async function initialise(folder: string, { initdb }: Binaries, runner: Runner, throwaway: boolean): Promise<void> {
  const draft = await mkdtemp(`${folder}-new-`);
  const passwordFile = join(draft, 'password');
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (runner.account) {
    const { uid, gid } = runner.account;
    await Promise.all([draft, passwordFile].map((path) => chown(path, uid, gid)));
  }
  const access = [`--username=${OWNER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const sync = throwaway ? ['--no-sync'] : [];
  try {
    await runner.run(initdb, [`--pgdata=${join(draft, 'data')}`, ...access, ...LOCALE, ...PLAIN, ...sync]);
    await rename(draft, folder);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    if (await exists(folder)) return; // Another process was first.
    const { stderr } = cause as { stderr?: string };
    throw new CodedError('unavailable', 'database_initialise_failed', { folder, output: stderr?.trim() }, cause);
  }
  await removeDrafts(folder);
}

/** What processes killed while initialising left behind; one still at it finds that another was first. */
async function removeDrafts(folder: string): Promise<void> {
  const above = dirname(folder);
  for (const name of await readdir(above)) {
    const path = join(above, name);
    if (path.startsWith(`${folder}-new-`)) await rm(path, { recursive: true, force: true });
  }
}

async function read(folder: string, file: string): Promise<string> {
  try {
    return (await readFile(join(folder, file), 'utf8')).trim();
  } catch (cause) {
    const hint = 'run as the user who made it (root if that was root), or set another DATA_DIR';
    throw new CodedError('unavailable', 'data_dir_unusable', { folder, file, hint }, cause);
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
