import type { Query } from '../lib/sql.ts';

/**
 * Works out anew what our own payments have paid of these invoices: succeeded, and not among the payments of the loaded
 * data, which know ours by the gateway's reference (PRODUCT.md section 3). The caller holds the lock on the invoices'
 * accounts, so that a load and a settlement at the same moment can't both count, or both leave out, the same payment.
 * @param sql the transaction that changed the payments or loaded the data
 */
export async function refreshPaidHere(sql: Query, invoiceIds: readonly string[]): Promise<void> {
  await sql.query(
    `UPDATE invoice i SET "paidHere" = ours.amount
     FROM (
       SELECT wanted.id, coalesce(sum(a.amount) FILTER (WHERE p.id IS NOT NULL), 0) AS amount
       FROM unnest($1::uuid[]) AS wanted (id)
       LEFT JOIN payment_allocation a ON a."invoiceId" = wanted.id
       LEFT JOIN payment p ON p.id = a."paymentId" AND p.state = 'succeeded' AND NOT EXISTS (
         SELECT FROM invoice_settlement s WHERE s."invoiceId" = wanted.id AND s.reference = p.reference)
       GROUP BY wanted.id
     ) ours
     WHERE i.id = ours.id AND i."paidHere" <> ours.amount`,
    [invoiceIds],
  );
}
