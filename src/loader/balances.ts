import { refreshPaidHere } from '../db/invoice-balance.ts';
import type { Query } from '../lib/sql.ts';
import { invoices, REFUNDS } from './kinds/invoices.ts';
import { mergedIds } from './stage.ts';

/**
 * Brings our own payments and redemptions in line with the loaded ones: payments the data says were given back become
 * `refunded`, such rewards are free again, and what we paid here counts only as far as the data does not know of it
 * (PRODUCT.md section 3).
 * @returns the numbers of our payments that are refunded now
 */
export async function settleWithData(tx: Query): Promise<string[]> {
  const ids = mergedIds(invoices);
  const { rows: refunded } = await tx.query<{ id: string; number: string }>(
    `UPDATE payment p SET state = 'refunded'
     FROM ${REFUNDS} r JOIN ${ids} i USING (n)
     WHERE p."accountId" = i."accountId" AND p.reference = r.reference AND p.state IN ('succeeded', 'needs_review')
     RETURNING p.id, p.number`,
  );
  // Rewards given back, and those reserved with a payment that is given back, can be used again.
  await tx.query(
    `UPDATE reward_redemption r SET state = 'released'
     WHERE r.state = 'reserved' AND r."paymentId" = ANY ($1::uuid[]) OR r.state = 'spent' AND EXISTS (
       SELECT FROM ${REFUNDS} f JOIN ${ids} i USING (n) WHERE i.id = r."invoiceId" AND f.reference = r.number)`,
    [refunded.map(({ id }) => id)],
  );
  const { rows: affected } = await tx.query<{ id: string }>(
    `SELECT a."invoiceId" AS id FROM payment_allocation a
     WHERE a."invoiceId" IN (SELECT id FROM ${ids}) OR a."invoiceId" IS NOT NULL AND a."paymentId" = ANY ($1::uuid[])
     UNION SELECT r."invoiceId" FROM reward_redemption r WHERE r."invoiceId" IN (SELECT id FROM ${ids})`,
    [refunded.map(({ id }) => id)],
  );
  await refreshPaidHere(
    tx,
    affected.map(({ id }) => id),
  );
  return refunded.map(({ number }) => number).sort();
}
