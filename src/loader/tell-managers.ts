import type { Query } from '../lib/sql.ts';
import type { SkippedPerson } from './people.ts';

/**
 * Tells the account's active managers, or where there is none its primary contact, whom a new ordering document names
 * in vain (PRODUCT.md section 2); one notice a load and person. Its details are `{ people: SkippedPerson[] }`.
 */
export async function tellManagers(
  tx: Query,
  load: string,
  now: Date,
  skipped: readonly SkippedPerson[],
): Promise<void> {
  const named = skipped.filter(({ document }) => document !== undefined);
  for (const account of new Set(named.map((person) => person.account))) {
    const people = named.filter((person) => person.account === account).map(({ account: _, ...person }) => person);
    await tx.query(
      `WITH manager AS (
         SELECT c.id, c."accountId" FROM contact c JOIN contact_role r ON r."contactId" = c.id
         JOIN account a ON a.id = c."accountId"
         WHERE a."externalId" = $1 AND c.status = 'active' AND r.role = 'management'),
       main AS (
         SELECT c.id, c."accountId" FROM ordering_document d
         JOIN contact c ON c."accountId" = d."accountId" AND c.email = d."primaryEmail"
         JOIN account a ON a.id = c."accountId"
         WHERE a."externalId" = $1 AND c.status = 'active' ORDER BY d."issuedOn", d."externalId" LIMIT 1)
       INSERT INTO notice ("accountId", "contactId", kind, details, key, "createdAt")
       SELECT "accountId", id, 'load.skipped_contacts', $2::jsonb, 'load.skipped_contacts:' || $3 || ':' || id, $4
       FROM (SELECT * FROM manager UNION ALL SELECT * FROM main WHERE NOT EXISTS (SELECT FROM manager)) told`,
      [account, JSON.stringify({ people }), load, now],
    );
  }
}
