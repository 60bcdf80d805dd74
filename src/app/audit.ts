import type { Query, Sql } from '../lib/sql.ts';
import { appendAudit, type Head } from '../portal/audit/chain.ts';
import type { AuditHeads } from '../portal/audit/heads.ts';
import type { AuditEntry, Via } from '../portal/scope.ts';

/** The chain of what is nobody's account: loads, installations in Slack. */
const SYSTEM_CHAIN = 'system';

/** The operator's entries in the system's chain; `keep` writes the newest head down once the commit is through. */
export function operatorAudit(key: Buffer, heads: AuditHeads, now: () => Date) {
  let head: Head | undefined;
  return {
    async audit(tx: Query, entry: AuditEntry): Promise<void> {
      head = await appendAudit(tx, key, SYSTEM_CHAIN, { kind: 'operator', id: null, via: 'cli' }, now(), [entry]);
    },
    async keep(): Promise<void> {
      if (head) await heads.keep(head);
    },
  };
}

/**
 * Transactions of the system's own work that is no account's: what one audits is appended last to the system's chain,
 * and the newest head is written down once the commit is through.
 */
export function systemAudit(sql: Sql, key: Buffer, heads: AuditHeads, now: () => Date, via: Via) {
  return async <T>(work: (tx: Query, audit: (entry: AuditEntry) => void) => Promise<T>): Promise<T> => {
    let head: Head | undefined;
    const result = await sql.transaction(async (tx) => {
      const entries: AuditEntry[] = [];
      const done = await work(tx, (entry) => entries.push(entry));
      if (entries.length > 0) {
        head = await appendAudit(tx, key, SYSTEM_CHAIN, { kind: 'system', id: null, via }, now(), entries);
      }
      return done;
    });
    if (head) await heads.keep(head);
    return result;
  };
}
