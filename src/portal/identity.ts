import { isLocale, type Locale } from '../lib/locale.ts';
import type { Sql } from '../lib/sql.ts';
import { mintPrincipal, type Principal } from './principal.ts';

/** A chat user as the platform names them. */
export interface ChatUser {
  channel: 'slack' | 'teams' | 'web';
  tenantId: string;
  userId: string;
}

export interface Recognised {
  principal: Principal;
  person: { id: string; name: string; email: string };
  account: { id: string; name: string; timeZone: string };
  /** All accounts the chat user may work for, this one among them. */
  accounts: readonly { id: string; name: string }[];
  /** False while somebody of several accounts has not said for which; until then nothing of any is shown. */
  chosen: boolean;
}

export type Recognition =
  | { known: true; who: Recognised }
  /** `no_access`: linked, but suspended, removed, or the tenant is no longer allowed. */
  | { known: false; why: 'not_linked' | 'no_access' };

interface Row {
  contactId: string;
  accountId: string;
  accountName: string;
  accountTimeZone: string;
  name: string;
  email: string;
  locale: string | null;
  timeZone: string | null;
  current: boolean;
  valid: boolean;
}

/**
 * Who a chat user is, now (PRODUCT.md section 7): the contact a live link names, while the tenant is allowed for that
 * account, the contact is active and still has the e-mail that was proved. Asked afresh for every turn.
 *
 * @param hint what to speak when the person has set no language: the chat profile's, else the text's.
 * @param accountId the account a card acts for, instead of the one the person works for now.
 */
export async function recognise(system: Sql, user: ChatUser, hint: Locale, accountId?: string): Promise<Recognition> {
  const rows = (await system.query(FIND, [user.channel, user.tenantId, user.userId])).rows as unknown as Row[];
  const valid = rows.filter((row) => row.valid);
  if (valid.length === 0) return { known: false, why: rows.length > 0 ? 'no_access' : 'not_linked' };
  const accounts = valid.map((row) => ({ id: row.accountId, name: row.accountName }));
  const chosen = accountId
    ? valid.find((row) => row.accountId === accountId)
    : (valid.find((row) => row.current) ?? valid[0]);
  if (!chosen) return { known: false, why: 'no_access' };
  const principal = mintPrincipal({
    contactId: chosen.contactId,
    accountId: chosen.accountId,
    locale: isLocale(chosen.locale) ? chosen.locale : hint,
    timeZone: chosen.timeZone ?? chosen.accountTimeZone,
  });
  const account = { id: chosen.accountId, name: chosen.accountName, timeZone: chosen.accountTimeZone };
  const person = { id: chosen.contactId, name: chosen.name, email: chosen.email };
  const certain = accountId !== undefined || chosen.current || valid.length === 1;
  return { known: true, who: { principal, person, account, accounts, chosen: certain } };
}

const FIND = `
  SELECT c.id AS "contactId", c."accountId", a.name AS "accountName", a."timeZone" AS "accountTimeZone",
    c.name, c.email, c.locale, c."timeZone", coalesce(u."accountId" = c."accountId", false) AS current,
    c.status = 'active' AND c.email = l.email AND EXISTS (
      SELECT FROM allowed_tenant t
      WHERE t."accountId" = c."accountId" AND t.platform = l.platform AND t."tenantId" = l."tenantId") AS valid
  FROM chat_link l
  JOIN contact c ON c.id = l."contactId" AND c."accountId" = l."accountId"
  JOIN account a ON a.id = c."accountId"
  LEFT JOIN chat_user u ON u.platform = l.platform AND u."tenantId" = l."tenantId" AND u."userId" = l."userId"
  WHERE l.platform = $1 AND l."tenantId" = $2 AND l."userId" = $3 AND l."endedAt" IS NULL
  ORDER BY a.name`;

/** Somebody by contact alone, for what is written to them by mail; undefined when they are no active contact. */
export async function recogniseContact(
  system: Sql,
  accountId: string,
  contactId: string,
  hint: Locale,
): Promise<Recognised | undefined> {
  const { rows } = await system.query<{
    name: string;
    email: string;
    locale: string | null;
    timeZone: string | null;
    accountName: string;
    accountTimeZone: string;
  }>(
    `SELECT c.name, c.email, c.locale, c."timeZone", a.name AS "accountName", a."timeZone" AS "accountTimeZone"
     FROM contact c JOIN account a ON a.id = c."accountId"
     WHERE c.id = $1 AND c."accountId" = $2 AND c.status = 'active'`,
    [contactId, accountId],
  );
  const row = rows[0];
  if (!row) return undefined;
  const locale = isLocale(row.locale) ? row.locale : hint;
  const account = { id: accountId, name: row.accountName, timeZone: row.accountTimeZone };
  return {
    principal: mintPrincipal({ contactId, accountId, locale, timeZone: row.timeZone ?? row.accountTimeZone }),
    person: { id: contactId, name: row.name, email: row.email },
    account,
    accounts: [account],
    chosen: true,
  };
}

/** Makes an account the one the chat user works for; nothing happens when no link allows it (it is checked each turn). */
export async function chooseAccount(system: Sql, user: ChatUser, accountId: string): Promise<void> {
  await system.query(
    `INSERT INTO chat_user (platform, "tenantId", "userId", "accountId") VALUES ($1, $2, $3, $4)
     ON CONFLICT (platform, "tenantId", "userId") DO UPDATE SET "accountId" = excluded."accountId"`,
    [user.channel, user.tenantId, user.userId, accountId],
  );
}
