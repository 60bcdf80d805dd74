import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { CodedError } from '../../lib/errors.ts';

const exec = promisify(execFile);

/** A user of the operating system. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

const NAME = 'postgres';

/**
 * Whom the server runs as when we are root: the system user `postgres`, made if missing; undefined when we are not.
 * @throws CodedError `unavailable`, `server_account_missing`: there is no such user and it could not be made
 */
export async function serverAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const known = await lookUp();
  if (known) return known;
  const failure = await exec('useradd', ['--system', '--user-group', '--no-create-home', NAME]).catch((e: Error) => e);
  const made = await lookUp();
  if (made) return made;
  const hint = `make a system user named ${NAME}, do not run as root, or set DATABASE_URL`;
  throw new CodedError('unavailable', 'server_account_missing', { user: NAME, hint }, failure);
}

async function lookUp(): Promise<Account | undefined> {
  const id = async (flag: string) => Number((await exec('id', [flag, NAME])).stdout);
  try {
    return { name: NAME, uid: await id('-u'), gid: await id('-g') };
  } catch {
    return undefined; // `id` fails for a user it does not know.
  }
}

/** The first folder on the way to any of `folders` that `account` may not walk through. */
export async function firstClosedFolder(folders: readonly string[], account: Account): Promise<string | undefined> {
  for (const folder of folders) {
    for (const step of wayTo(folder)) {
      const { mode, uid, gid } = await stat(step);
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return step;
    }
  }
  return undefined;
}

/** The folder and all above it, from the top down. */
function wayTo(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [...wayTo(above), folder];
}
