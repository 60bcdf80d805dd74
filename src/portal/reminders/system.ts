import type { Sql } from '../../lib/sql.ts';
import { inAccount } from '../account.ts';
import type { PortalServices } from '../operation.ts';
import { lookAt } from './look.ts';

/** An account in which somebody's turn has come. */
export interface DueAccount {
  accountId: string;
  /** Those of them who can be reached in some chat now; nobody else is told, so that nothing counts as told to them. */
  reachable: string[];
}

// The same rule as recognising somebody (src/portal/identity.ts): a live link, an allowed tenant, the e-mail proved.
const DUE = `
  SELECT c."accountId", coalesce(array_agg(c.id) FILTER (WHERE EXISTS (
    SELECT FROM chat_link l JOIN allowed_tenant t
      ON t."accountId" = l."accountId" AND t.platform = l.platform AND t."tenantId" = l."tenantId"
    WHERE l."contactId" = c.id AND l.email = c.email AND l."endedAt" IS NULL)), '{}') AS reachable
  FROM contact c WHERE c.status = 'active' AND (c."digestAt" <= $1 OR c."digestAt" IS NULL)
  GROUP BY c."accountId" ORDER BY c."accountId"`;

/**
 * What the job that reminds people may do. Everything may be repeated, by several processes at once.
 * @param system reads all accounts, changes nothing
 */
export function remindersSystem(services: PortalServices, system: Sql) {
  return {
    /** Accounts with people whose turn has come. */
    async due(): Promise<DueAccount[]> {
      return (await system.query<DueAccount>(DUE, [services.clock.now()])).rows;
    },

    /** Reminds the people of one of them whose turn it still is, and settles when theirs is next: in one transaction. */
    look: ({ accountId, reachable }: DueAccount) =>
      inAccount(services, accountId, { kind: 'system', id: 'reminders', via: 'job' }, (scope) =>
        lookAt(scope, new Set(reachable)),
      ),
  };
}
