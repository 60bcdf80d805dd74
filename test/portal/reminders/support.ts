import { sqlOn } from '../../../src/db/sql.ts';
import type { PortalServices } from '../../../src/portal/operation.ts';
import { remindersSystem } from '../../../src/portal/reminders/system.ts';
import type { TestAccount } from '../../support/account.ts';
import type { World } from '../../support/portal.ts';

/** Makes the people of the account reachable in a chat. */
export async function linkAll({ id, sql }: TestAccount): Promise<void> {
  await sql.query(
    `INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'web', 'demo') ON CONFLICT DO NOTHING`,
    [id],
  );
  await sql.query(
    `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
     SELECT "accountId", id, 'web', 'demo', email, email FROM contact WHERE "accountId" = $1 ON CONFLICT DO NOTHING`,
    [id],
  );
}

/** The job as one process runs it. */
export function reminding({ services, database }: World, others: Partial<PortalServices> = {}) {
  const system = remindersSystem({ ...services, ...others }, sqlOn(database.pools.system));
  return async () => {
    for (const due of await system.due()) await system.look(due);
  };
}

/** The digests written down for the account's people so far: to whom, and when, oldest first. */
export async function digestsOf({ id, sql }: TestAccount): Promise<{ to: string; at: string }[]> {
  const { rows } = await sql.query<{ to: string; at: Date }>(
    `SELECT c.email AS "to", n."createdAt" AS at FROM notice n JOIN contact c ON c.id = n."contactId"
     WHERE n."accountId" = $1 AND n.kind = 'reminders.digest' ORDER BY n.id`,
    [id],
  );
  return rows.map(({ to, at }) => ({ to: to.split('@')[0]!, at: at.toISOString() }));
}
