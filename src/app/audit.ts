import type { Query } from '../lib/sql.ts';
import { appendAudit, type Head } from '../portal/audit/chain.ts';
import type { AuditHeads } from '../portal/audit/heads.ts';
import type { AuditEntry } from '../portal/scope.ts';

/** The chain of what is nobody's account: loads. */
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
