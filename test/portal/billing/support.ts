import type { TestAccount } from '../../support/account.ts';

/** A card as it is typed into the provider's page. */
export const CARD = { action: 'card', number: '5555 5555 5555 4444', expiry: '09/31', cvc: '123' };

/** Gives the account a billing profile as a load would. */
export async function billingOf({ sql, id }: TestAccount): Promise<void> {
  await sql.query(
    `INSERT INTO billing_profile ("accountId", "contactName", "contactEmail", "contactPhone", address, "taxNumber")
     VALUES ($1, 'Anna Kowalska', 'anna.kowalska@x.example', '+48225550123', E'Main Street 15\n00-950 Warsaw', 'PL000')`,
    [id],
  );
}

/** The account's methods, removed ones too: `visa 4242 default`. */
export async function methodsOf({ sql, id }: TestAccount): Promise<string[]> {
  const { rows } = await sql.query<{ line: string }>(
    `SELECT concat_ws(' ', coalesce(brand, kind), last4, CASE WHEN "isDefault" THEN 'default' END,
       CASE WHEN "removedAt" IS NOT NULL THEN 'removed' END, CASE WHEN "detachedAt" IS NOT NULL THEN 'detached' END) AS line
     FROM payment_method WHERE "accountId" = $1 ORDER BY kind DESC, last4, "removedAt" NULLS FIRST`,
    [id],
  );
  return rows.map(({ line }) => line);
}
