import { appendFile, readFile } from 'node:fs/promises';
import type { Head } from './chain.ts';

/** The newest heads, kept outside the database, so that records cut off its end are missed (PRODUCT.md section 13). */
export interface AuditHeads {
  keep(head: Head): Promise<void>;
  /** Every head kept: also an old one tells when the record it was of has become another. */
  read(): Promise<Head[]>;
}

/** Heads as lines appended to a file, each beginning a new one, so that a torn line before it does no harm. */
export function headsFile(path: string): AuditHeads {
  return {
    keep: (head) => appendFile(path, `\n${JSON.stringify(head)}`, { mode: 0o600 }),
    async read() {
      const lines = (await textOf(path)).split('\n').filter((line) => line.endsWith('}'));
      return lines.map((line) => JSON.parse(line) as Head);
    },
  };
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
