import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A migration as Prisma keeps it: a folder's name and the SQL in it. */
export interface Migration {
  name: string;
  sql: string;
}

export const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** The migrations of a folder, in the order they are applied: by name. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const read = async (name: string) => ({ name, sql: await readFile(join(folder, name, 'migration.sql'), 'utf8') });
  return Promise.all(names.sort().map(read));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const withLf = (text: string): string => text.replaceAll('\r\n', '\n');

/** What Prisma records of the file. Git may have changed its line ends, which Prisma forgives, so they are LF here. */
export const checksum = ({ sql }: Migration): string => sha256(withLf(sql));

/** True when `recorded` is the checksum of the same text, whichever line ends the file had then. */
export function isChecksumOf(migration: Migration, recorded: string): boolean {
  const lf = withLf(migration.sql);
  return recorded === sha256(lf) || recorded === sha256(lf.replaceAll('\n', '\r\n'));
}
