import type { TestAccount } from '../../support/account.ts';

/** The mails of an account, oldest first. */
export async function mailsOf({ sql, id }: TestAccount) {
  const { rows } = await sql.query<{ to: string; subject: string; text: string; linkId: string }>(
    `SELECT "to", subject, text, "linkId" FROM mail WHERE "accountId" = $1 ORDER BY id`,
    [id],
  );
  return rows;
}

/** What stands in the database about a person: "active finance,technical", or nothing. */
export async function statusOf({ sql, id }: TestAccount, email: string): Promise<string | undefined> {
  const { rows } = await sql.query<{ line: string }>(
    `SELECT c.status || ' ' || coalesce(string_agg(r.role, ',' ORDER BY r.role), '') AS line
     FROM contact c LEFT JOIN contact_role r ON r."contactId" = c.id
     WHERE c."accountId" = $1 AND c.email = $2 GROUP BY c.id`,
    [id, email],
  );
  return rows[0]?.line;
}
