import { type Client, escapeIdentifier, type Pool } from 'pg';
import { CodedError } from '../lib/errors.ts';

/** The roles the migrations make, by the pool that takes them (ARCHITECTURE.md, "Doors"). */
export const ROLES = { tenant: 'portal_app', system: 'portal_system', loader: 'portal_loader' } as const;

/**
 * Lets the current user take the roles; nothing to do for a superuser, or when somebody granted them already.
 * @throws CodedError `unavailable`, `role_not_granted`: the user may neither take nor grant one, somebody else's
 */
export async function grantRoles(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  );
  // Before PostgreSQL 16 every member may take the role; there is no such right of its own.
  const sets = (rows[0]?.version ?? 0) >= 160_000;
  for (const role of Object.values(ROLES)) {
    const may = `SELECT pg_has_role(current_user, oid, $2) AS may FROM pg_roles WHERE rolname = $1`;
    const { rows } = await client.query<{ may: boolean }>(may, [role, sets ? 'SET' : 'MEMBER']);
    if (rows[0]?.may) continue;
    const grant = `GRANT ${escapeIdentifier(role)} TO CURRENT_USER`;
    await client.query(sets ? `${grant} WITH SET TRUE, INHERIT FALSE` : grant).catch((cause) => {
      const hint = `as an administrator of the server: GRANT ${Object.values(ROLES).join(', ')} TO <our user>`;
      throw new CodedError('unavailable', 'role_not_granted', { role, hint }, cause);
    });
  }
}

/** A table the role can reach and row-level security does not guard; none is what we want. */
const UNGUARDED = `SELECT oid::regclass::text AS name FROM pg_class
  WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
    AND has_any_column_privilege(oid, 'SELECT, INSERT, UPDATE') AND NOT row_security_active(oid)`;
const POWERS = `SELECT current_user AS role, rolsuper OR rolbypassrls AS exempt, EXISTS (
    SELECT FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
      AND pg_has_role(current_user, relowner, 'MEMBER')) AS owner,
    row_security_active('invoice') AS guarded FROM pg_roles WHERE rolname = current_user`;

/**
 * Makes sure, before anybody is served, that the tenant's role sees one account at a time.
 * @throws CodedError `internal`, `tenant_role_unsafe`, with what is wrong
 */
export async function assertTenantRole(tenant: Pool): Promise<void> {
  const { rows } = await tenant.query<{ role: string; exempt: boolean; owner: boolean; guarded: boolean }>(POWERS);
  const { rows: unguarded } = await tenant.query<{ name: string }>(UNGUARDED);
  const [powers] = rows;
  if (powers?.role === ROLES.tenant && !powers.exempt && !powers.owner && powers.guarded && !unguarded.length) return;
  throw new CodedError('internal', 'tenant_role_unsafe', { ...powers, unguarded: unguarded.map(({ name }) => name) });
}
