import { refreshPaidHere } from '../db/invoice-balance.ts';
import type { Query } from '../lib/sql.ts';
import { invoices, REFUNDS } from './kinds/invoices.ts';
import { mergedIds } from './stage.ts';

/**
 * Brings our own payments in line with the loaded ones: those the data says were given back become `refunded`, and what
 * we paid here counts only as far as the data does not know of it (PRODUCT.md section 3).
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
  const { rows: affected } = await tx.query<{ id: string }>(
    `SELECT DISTINCT a."invoiceId" AS id FROM payment_allocation a
     WHERE a."invoiceId" IN (SELECT id FROM ${ids}) OR a."invoiceId" IS NOT NULL AND a."paymentId" = ANY ($1::uuid[])`,
    [refunded.map(({ id }) => id)],
  );
  await refreshPaidHere(
    tx,
    affected.map(({ id }) => id),
  );
  return refunded.map(({ number }) => number).sort();
}
