import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { CodedError } from '../../lib/errors.ts';
import { type Account, firstClosedFolder, serverAccount } from './account.ts';

const exec = promisify(execFile);

/** Runs PostgreSQL's programs as somebody it accepts: it refuses to be root. */
export interface Runner {
  /** Whom the server's files must belong to; undefined where it is simply us. */
  account: Account | undefined;
  spawn(program: string, args: readonly string[], options: SpawnOptions): ChildProcess;
  /** @returns what the program printed; @throws the error of a program that failed, with its `stderr` */
  run(program: string, args: readonly string[]): Promise<string>;
}

/**
 * @param folders what the server must be able to reach: its programs and its data
 * @throws CodedError `unavailable`: `server_account_missing`, or `folder_unreachable` when a folder is root's alone
 */
export async function createRunner(folders: readonly string[]): Promise<Runner> {
  const account = await serverAccount();
  const prefix = account ? await wayInto(folders, account) : [];
  const identity = account && prefix.length === 0 ? { uid: account.uid, gid: account.gid } : {};
  const env = serverEnvironment();
  const full = (program: string, args: readonly string[]) => [...prefix, program, ...args] as [string, ...string[]];
  return {
    account,
    spawn(program, args, options) {
      const [command, ...rest] = full(program, args);
      return spawn(command, rest, { ...options, ...identity, env });
    },
    async run(program, args) {
      const [command, ...rest] = full(program, args);
      return (await exec(command, rest, { ...identity, env, cwd: '/' })).stdout;
    },
  };
}

/** The service's secrets are no business of the database server, and `LANG` or `PG...` must not decide how it works. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot && { SystemRoot, TEMP }) };
}

/**
 * A project or data folder somewhere below a folder that is root's alone (a clone in root's own home): the server
 * runs as its own user all the same, keeping of root's powers only that of walking through closed folders.
 * @returns what to put before a command; nothing where no folder is closed
 */
async function wayInto(folders: readonly string[], account: Account): Promise<string[]> {
  const closed = await firstClosedFolder(folders, account);
  if (closed === undefined) return [];
  for (const power of ['dac_read_search', 'dac_override']) {
    const prefix = asAccountWith(power, account);
    // It fails without that tool, or where root itself was given fewer powers (a container).
    if (await succeeds([...prefix, 'test', '-x', `${closed}/.`])) return prefix;
  }
  const hint = 'let others pass through it (chmod o+x), move the project or DATA_DIR, or do not run as root';
  throw new CodedError('unavailable', 'folder_unreachable', { folder: closed, user: account.name, hint });
}

function asAccountWith(power: string, { uid, gid }: Account): string[] {
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  // PostgreSQL looks for its programs with access(2), which counts such powers under this bit alone.
  const powers = ['--securebits=+no_setuid_fixup', `--inh-caps=+${power}`, `--ambient-caps=+${power}`];
  return ['setpriv', ...identity, ...powers, '--'];
}

const succeeds = ([command, ...args]: string[]): Promise<boolean> =>
  exec(command as string, args, { cwd: '/' }).then(
    () => true,
    () => false,
  );
