import type { Query } from '../lib/sql.ts';
import { invoices, REFUNDS } from './kinds/invoices.ts';
import { paymentsDue } from './kinds/payments-due.ts';
import { staged } from './stage.ts';

/**
 * Takes back what our payments of payments due have changed, where the data says that they were given back, by the row of
 * the payment due or of an invoice: they become `refunded`, and what they paid is due again as far as nothing else has
 * paid it (PRODUCT.md section 3). Called before the rows are merged, so that the file's own state comes last.
 * @returns the numbers of the payments
 */
export async function reopenRefunded(tx: Query): Promise<string[]> {
  const { rows } = await tx.query<{ id: string; number: string }>(
    `UPDATE payment p SET state = 'refunded'
     FROM (
       SELECT a.id AS "accountId", s.reference FROM ${staged(paymentsDue)} s JOIN account a ON a."externalId" = s.account
       WHERE s.refunded
       UNION
       SELECT a.id, r.reference FROM ${REFUNDS} r JOIN ${staged(invoices)} s USING (n)
         JOIN account a ON a."externalId" = s.account) back
     WHERE p."accountId" = back."accountId" AND p.reference = back.reference AND p.state IN ('succeeded', 'needs_review')
       AND EXISTS (SELECT FROM payment_allocation l WHERE l."paymentId" = p.id AND l."dueId" IS NOT NULL)
     RETURNING p.id, p.number`,
  );
  if (rows.length > 0)
    await reopen(
      tx,
      rows.map(({ id }) => id),
    );
  return rows.map(({ number }) => number);
}

async function reopen(tx: Query, payments: readonly string[]): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT d.id FROM payment_due d JOIN payment_allocation a ON a."dueId" = d.id
     WHERE a."paymentId" = ANY ($1::uuid[]) AND d.state = 'paid' AND NOT EXISTS (
       SELECT FROM payment_allocation o JOIN payment p ON p.id = o."paymentId"
       WHERE o."dueId" = d.id AND p.state = 'succeeded')`,
    [payments],
  );
  const dues = [rows.map(({ id }) => id)];
  // Only what still stands as it was changed here: an event of ours is gone once the file knows of the payment.
  await tx.query(
    `WITH gone AS (
       DELETE FROM order_event e USING payment_due d
       WHERE d.id = ANY ($1::uuid[]) AND e."orderId" = d."orderId" AND e.position < 1 RETURNING e."orderId")
     UPDATE "order" o SET state = 'pending_payment' FROM gone WHERE o.id = gone."orderId" AND o.state = 'booked'`,
    dues,
  );
  await tx.query(
    `UPDATE contract c SET "endsOn" = d."renewsFrom" - 1 FROM payment_due d
     WHERE d.id = ANY ($1::uuid[]) AND c.id = d."contractId" AND c."endsOn" = d."renewsTo"`,
    dues,
  );
  await tx.query(
    `UPDATE payment_due SET state = 'due', "renewsFrom" = NULL, "renewsTo" = NULL WHERE id = ANY ($1::uuid[])`,
    dues,
  );
}
