import type { Query } from '../lib/sql.ts';
import { paymentsDue } from './kinds/payments-due.ts';
import { staged } from './stage.ts';

/** A renewal of the file is the one made here where they are due at most so many days apart: terms are longer. */
const APART_DAYS = 90;

/**
 * Gives renewals that people made here (src/portal/contracts/renew.ts) the file's external id once the file has them
 * too, so that a contract's renewal is one, and what was paid of it stays paid. Each is paired with the nearest.
 */
export async function adoptRenewals(tx: Query): Promise<void> {
  await tx.query(
    `WITH pair AS (
       SELECT d.id, s."externalId",
         row_number() OVER (PARTITION BY d.id ORDER BY abs(s."dueOn" - d."dueOn"), s."externalId") AS of_ours,
         row_number() OVER (PARTITION BY a.id, s."externalId" ORDER BY abs(s."dueOn" - d."dueOn"), d.id) AS of_file
       FROM ${staged(paymentsDue)} s JOIN account a ON a."externalId" = s.account
         JOIN contract c ON c."accountId" = a.id AND c."externalId" = s."contractId"
         JOIN payment_due d ON d."accountId" = a.id AND d."contractId" = c.id AND d."externalId" LIKE 'renewal:%'
       WHERE s.kind = 'support_renewal' AND abs(s."dueOn" - d."dueOn") <= $1
         AND NOT EXISTS (SELECT FROM payment_due k WHERE k."accountId" = a.id AND k."externalId" = s."externalId"))
     UPDATE payment_due d SET "externalId" = pair."externalId" FROM pair
     WHERE pair.id = d.id AND of_ours = 1 AND of_file = 1`,
    [APART_DAYS],
  );
}

/** A contract's end that the file moves by fewer days is corrected, not renewed: no term is as short. */
const TERM_DAYS = 28;

/**
 * Takes renewals that people made here out of payments due once the file has renewed the contract without them, so that
 * nobody pays for a term twice; what a payment is under way for stays. Called when the rows are merged.
 */
export async function closeRenewed(tx: Query): Promise<void> {
  await tx.query(
    `UPDATE payment_due d SET state = 'paid' FROM contract c JOIN account a ON a.id = c."accountId"
     WHERE a."externalId" IN (SELECT account FROM load_seen) AND c.id = d."contractId" AND d.state = 'due'
       AND d."externalId" LIKE 'renewal:%' AND c."endsOn" >= right(d."externalId", 10)::date + $1::int
       AND NOT EXISTS (SELECT FROM payment_allocation l JOIN payment p ON p.id = l."paymentId"
         WHERE l."dueId" = d.id AND p.state IN ('awaiting_approval', 'awaiting_payer', 'processing', 'needs_review'))`,
    [TERM_DAYS],
  );
}
