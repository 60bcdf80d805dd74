import { z } from 'zod';
import type { Clock, Ids } from '../../lib/clock.ts';
import { CodedError } from '../../lib/errors.ts';
import type { Query } from '../../lib/sql.ts';
import type { AuditEntry } from '../scope.ts';

/** What the operator's doing with tenants is built on. */
export interface TenantDeps {
  /** One transaction of the loader's role, the one that writes what people may not. */
  inTransaction<T>(work: (tx: Query) => Promise<T>): Promise<T>;
  /** Appends to the system's audit chain as the operator, last in the transaction. */
  audit(tx: Query, entry: AuditEntry): Promise<void>;
  clock: Clock;
  ids: Ids;
}

/** Whose people may be linked from where. */
export interface TenantLine {
  account: string;
  externalId: string;
  platform: string;
  tenantId: string;
  trustsDirectory: boolean;
}

const slack = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^T[A-Z0-9]{2,}$/);
const teams = z.string().trim().toLowerCase().pipe(z.guid());

/** A tenant as its platform names it: a Slack workspace's team id, an Entra tenant's id. */
const tenantSchema = z.discriminatedUnion('platform', [
  z.object({ platform: z.literal('slack'), tenantId: slack }),
  z.object({ platform: z.literal('teams'), tenantId: teams }),
]);
export type Tenant = z.infer<typeof tenantSchema>;

/** @throws CodedError `invalid`: `unknown_platform`, `not_a_tenant` with what one looks like */
export function parseTenant(platform: string, tenantId: string): Tenant {
  const parsed = tenantSchema.safeParse({ platform, tenantId });
  if (parsed.success) return parsed.data;
  if (platform !== 'slack' && platform !== 'teams') {
    throw new CodedError('invalid', 'unknown_platform', { platform, expected: 'slack or teams' });
  }
  const expected = { slack: 'a team id such as T0123ABCD', teams: 'the tenant’s id, a UUID' }[platform];
  throw new CodedError('invalid', 'not_a_tenant', { platform, tenant: tenantId, expected });
}

/**
 * An account by its external id, else by its name in any case.
 * @throws CodedError `not_found` `unknown_account`; `conflict` `several_accounts` with their external ids
 */
export async function findAccount(tx: Query, said: string): Promise<{ id: string; externalId: string; name: string }> {
  const { rows } = await tx.query<{ id: string; externalId: string; name: string }>(
    `SELECT id, "externalId", name FROM account WHERE "externalId" = $1 OR lower(name) = lower($1)
     ORDER BY "externalId" = $1 DESC, "externalId"`,
    [said],
  );
  const [first, second] = rows;
  if (!first) throw new CodedError('not_found', 'unknown_account', { account: said });
  if (!second || first.externalId === said) return first;
  const externalIds = rows.map(({ externalId }) => externalId);
  throw new CodedError('conflict', 'several_accounts', { account: said, externalIds });
}

/** Allows a tenant for an account, its directory trusted or not; false when it was so already. */
export function allowTenant(
  { inTransaction, audit }: TenantDeps,
  said: string,
  { platform, tenantId }: Tenant,
  trustsDirectory: boolean,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const account = await findAccount(tx, said);
    const { rows } = await tx.query(
      `INSERT INTO allowed_tenant AS t ("accountId", platform, "tenantId", "trustsDirectory") VALUES ($1, $2, $3, $4)
       ON CONFLICT ("accountId", platform, "tenantId") DO UPDATE SET "trustsDirectory" = $4
         WHERE t."trustsDirectory" <> $4
       RETURNING 1`,
      [account.id, platform, tenantId, trustsDirectory],
    );
    if (rows.length === 0) return false;
    const details = { platform, tenantId, trustsDirectory };
    await audit(tx, { action: 'tenants.allow', object: `account:${account.externalId}`, outcome: 'done', details });
    return true;
  });
}

/**
 * Allows it no longer: links from there give no access from the next turn on, and open cards there lose their buttons.
 * @param system reads the links
 * @throws CodedError `not_found` `not_allowed`
 */
export function forbidTenant(
  { inTransaction, audit, clock, ids }: TenantDeps,
  system: Query,
  said: string,
  { platform, tenantId }: Tenant,
): Promise<void> {
  return inTransaction(async (tx) => {
    const account = await findAccount(tx, said);
    const { rows } = await tx.query(
      'DELETE FROM allowed_tenant WHERE "accountId" = $1 AND platform = $2 AND "tenantId" = $3 RETURNING 1',
      [account.id, platform, tenantId],
    );
    if (rows.length === 0) throw new CodedError('not_found', 'not_allowed', { account: said, platform, tenantId });
    const linked = await system.query<{ contactId: string }>(
      `SELECT DISTINCT "contactId" FROM chat_link
       WHERE "accountId" = $1 AND platform = $2 AND "tenantId" = $3 AND "endedAt" IS NULL`,
      [account.id, platform, tenantId],
    );
    for (const { contactId } of linked.rows) {
      await tx.query(
        `INSERT INTO notice ("accountId", "contactId", kind, key, "createdAt") VALUES ($1, $2, 'access.ended', $3, $4)`,
        [account.id, contactId, `access.ended:${ids.uuid()}`, clock.now()],
      );
    }
    const details = { platform, tenantId };
    await audit(tx, { action: 'tenants.forbid', object: `account:${account.externalId}`, outcome: 'done', details });
  });
}

export async function listTenants(system: Query): Promise<TenantLine[]> {
  const { rows } = await system.query<TenantLine>(
    `SELECT a.name AS account, a."externalId", t.platform, t."tenantId", t."trustsDirectory"
     FROM allowed_tenant t JOIN account a ON a.id = t."accountId"
     ORDER BY a.name, a."externalId", t.platform, t."tenantId"`,
  );
  return rows;
}
