import type { Query } from '../lib/sql.ts';

/**
 * Works out anew what was paid here of these invoices: our succeeded payments and the rewards that were spent on them,
 * as far as they are not among the payments of the loaded data, which know a payment by the gateway's reference and a
 * redemption by its number (PRODUCT.md section 3). The caller holds the lock on the invoices' accounts, so that a load
 * and a settlement at the same moment can't both count, or both leave out, the same payment.
 * @param sql the transaction that changed the payments, redeemed, or loaded the data
 */
export async function refreshPaidHere(sql: Query, invoiceIds: readonly string[]): Promise<void> {
  await sql.query(
    `UPDATE invoice i SET "paidHere" = ours.amount
     FROM (
       SELECT wanted.id, coalesce(sum(paid.amount), 0) AS amount
       FROM (SELECT DISTINCT unnest($1::uuid[]) AS id) wanted LEFT JOIN LATERAL (
         SELECT a.amount, p.reference FROM payment_allocation a JOIN payment p ON p.id = a."paymentId"
         WHERE a."invoiceId" = wanted.id AND p.state = 'succeeded'
         UNION ALL
         SELECT r.value, r.number FROM reward_redemption r WHERE r."invoiceId" = wanted.id AND r.state = 'spent'
       ) paid ON NOT EXISTS (
         SELECT FROM invoice_settlement s WHERE s."invoiceId" = wanted.id AND s.reference = paid.reference)
       GROUP BY wanted.id
     ) ours
     WHERE i.id = ours.id AND i."paidHere" <> ours.amount`,
    [invoiceIds],
  );
}
