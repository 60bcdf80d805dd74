import { CodedError } from '../../lib/errors.ts';
import type { Query } from '../../lib/sql.ts';
import { type AccountServices, inAccount } from '../account.ts';
import { endLinks } from '../links/end-links.ts';
import { lockAccount } from '../people/lock.ts';

/** A live link as the operator is shown it. */
export interface LinkLine {
  id: string;
  account: string;
  name: string;
  email: string;
  platform: string;
  tenantId: string;
  userId: string;
  since: Date;
  /** It gives access now: the contact is active under that e-mail, and the tenant is allowed. */
  valid: boolean;
}

/** @param accountId every account's when absent */
export async function allLinks(system: Query, accountId?: string): Promise<LinkLine[]> {
  const { rows } = await system.query<LinkLine>(
    `SELECT l.id, a.name AS account, c.name, c.email, l.platform, l."tenantId", l."userId", l."createdAt" AS since,
       c.status = 'active' AND c.email = l.email AND t."accountId" IS NOT NULL AS valid
     FROM chat_link l JOIN contact c ON c.id = l."contactId" JOIN account a ON a.id = l."accountId"
     LEFT JOIN allowed_tenant t ON t."accountId" = l."accountId" AND t.platform = l.platform AND t."tenantId" = l."tenantId"
     WHERE l."endedAt" IS NULL AND ($1::uuid IS NULL OR l."accountId" = $1)
     ORDER BY a.name, c.name, l."createdAt", l.id`,
    [accountId ?? null],
  );
  return rows;
}

/**
 * Ends anybody's link, as the operator; recorded in its account's trail.
 * @param system finds whose it is
 * @throws CodedError `not_found` `unknown_link`: there is none, or it is ended
 */
export async function endAnyLink(services: AccountServices, system: Query, id: string): Promise<void> {
  const { rows } = await system.query<{ accountId: string; contactId: string; email: string }>(
    `SELECT l."accountId", l."contactId", c.email FROM chat_link l JOIN contact c ON c.id = l."contactId"
     WHERE l.id::text = lower($1) AND l."endedAt" IS NULL`,
    [id],
  );
  const [link] = rows;
  if (!link) throw new CodedError('not_found', 'unknown_link', { link: id });
  await inAccount(services, link.accountId, { kind: 'operator', id: null, via: 'cli' }, async (scope) => {
    await lockAccount(scope);
    await endLinks(scope, { id: link.contactId, email: link.email }, id.toLowerCase());
  });
}
