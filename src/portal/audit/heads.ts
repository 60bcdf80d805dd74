import { appendFile, readFile } from 'node:fs/promises';
import type { Head } from './chain.ts';

/** The newest heads, kept outside the database, so that records cut off its end are missed (PRODUCT.md section 13). */
export interface AuditHeads {
  keep(head: Head): Promise<void>;
  /** The newest head known of each chain. */
  read(): Promise<Map<string, Head>>;
}

/** Heads as lines appended to a file; of a chain the highest counts, so that order and a torn last line do no harm. */
export function headsFile(path: string): AuditHeads {
  return {
    keep: (head) => appendFile(path, `${JSON.stringify(head)}\n`, { mode: 0o600 }),
    async read() {
      const heads = new Map<string, Head>();
      for (const line of (await textOf(path)).split('\n').filter((line) => line.endsWith('}'))) {
        const head = JSON.parse(line) as Head;
        if ((heads.get(head.chain)?.seq ?? -1) < head.seq) heads.set(head.chain, head);
      }
      return heads;
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
