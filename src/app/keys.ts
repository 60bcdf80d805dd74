import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../lib/errors.ts';

const LENGTH = 32;

/**
 * The key given, else the one in the data folder, made at the first start. Two starting at once agree on one.
 * @throws CodedError `internal`, `key_file_damaged`: a new one would make the audit trail look forged
 */
export async function keyOf(given: Buffer | undefined, dataDir: string, name: string): Promise<Buffer> {
  if (given) return given;
  const path = join(dataDir, name);
  try {
    await writeFile(path, randomBytes(LENGTH).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from(await readFile(path, 'utf8'), 'hex');
  if (key.length !== LENGTH) throw new CodedError('internal', 'key_file_damaged', { path });
  return key;
}
