import type { Query } from '../lib/sql.ts';
import { methods } from './kinds/methods.ts';
import { staged } from './stage.ts';

/** Makes the file's default the account's, where it has none: a default that stands may be a person's choice. */
export async function setDefaultMethods(tx: Query): Promise<void> {
  await tx.query(
    `WITH done AS (
       UPDATE payment_method t SET "isDefault" = true
       FROM ${staged(methods)} s JOIN account a ON a."externalId" = s.account
       WHERE s."isDefault" AND t."accountId" = a.id AND t."externalId" = s."externalId" AND t."removedAt" IS NULL
         AND NOT EXISTS (SELECT FROM payment_method o
           WHERE o."accountId" = a.id AND o."isDefault" AND o."removedAt" IS NULL)
       RETURNING t.id)
     INSERT INTO load_touched SELECT $1, id, false FROM done`,
    [methods.section],
  );
}
