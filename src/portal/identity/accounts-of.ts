import type { Query } from '../../lib/sql.ts';
import type { ChatUser } from '../identity.ts';

/** An account in which an e-mail may be linked from a chat: its active contact, or an invitation that is sent and open. */
export interface LinkableAccount {
  accountId: string;
  name: string;
  /** The active contact with that e-mail. */
  contactId: string | null;
  /** The contact's own language. */
  locale: string | null;
  invitation: { id: string; version: number } | null;
  trustsDirectory: boolean;
  /** This chat user was linked here once and is no longer. */
  wasEnded: boolean;
}

/**
 * The accounts, by name, for which this chat user's tenant is allowed and that know the e-mail (PRODUCT.md section 7).
 * @param email in lower case
 */
export async function accountsOf(
  system: Query,
  { channel, tenantId, userId }: ChatUser,
  email: string,
  now: Date,
): Promise<LinkableAccount[]> {
  return (await system.query<LinkableAccount>(FIND, [channel, tenantId, userId, email, now])).rows;
}

const FIND = `
  SELECT a.id AS "accountId", a.name, c.id AS "contactId", c.locale, t."trustsDirectory",
    CASE WHEN i.id IS NOT NULL THEN jsonb_build_object('id', i.id, 'version', i."tokenVersion") END AS invitation,
    EXISTS (SELECT FROM chat_link l WHERE l.platform = $1 AND l."tenantId" = $2 AND l."userId" = $3
      AND l."accountId" = a.id AND l."endedAt" IS NOT NULL) AS "wasEnded"
  FROM allowed_tenant t JOIN account a ON a.id = t."accountId"
  LEFT JOIN contact c ON c."accountId" = a.id AND c.email = $4 AND c.status = 'active'
  LEFT JOIN invitation i ON i."accountId" = a.id AND i.email = $4 AND i.state = 'sent' AND i."expiresAt" > $5
  WHERE t.platform = $1 AND t."tenantId" = $2 AND num_nonnulls(c.id, i.id) > 0
  ORDER BY a.name, a.id`;
