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

/** The clock moved to that moment; it only goes forward. */
export const clockTo =
  ({ clock }: World) =>
  (iso: string): void =>
    clock.move(Date.parse(iso) - clock.now().getTime());

interface Digest {
  to: string;
  at: string;
  /** What it was written down for, as `topic state`, e.g. `overdue_invoices overdue:2026-10-01`. */
  of: string[];
}

/** The summaries written down for the account's people, oldest first. */
export async function digestsOf({ id, sql }: TestAccount): Promise<Digest[]> {
  const { rows } = await sql.query<{ to: string; at: Date; of: string[] }>(
    `SELECT c.email AS "to", n."createdAt" AS at, array(
       SELECT r.topic || ' ' || r.state FROM reminder r
       WHERE r."contactId" = c.id AND r."toldAt" = n."createdAt" ORDER BY 1) AS of
     FROM notice n JOIN contact c ON c.id = n."contactId"
     WHERE n."accountId" = $1 AND n.kind = 'reminders.digest' ORDER BY n.id`,
    [id],
  );
  return rows.map(({ to, at, of }) => ({ to: to.split('@')[0]!, at: at.toISOString(), of }));
}
