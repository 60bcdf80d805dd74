import { type Money, money } from '../../lib/money.ts';
import type { Scope } from '../scope.ts';

/** What was redeemed together on one invoice. */
export interface RedemptionView {
  /** What people call it: `R-1001`. */
  number: string;
  /** `reserved`: with a payment that has not ended. */
  state: 'reserved' | 'spent';
  value: Money;
  invoiceId: string;
  invoiceNumber: string;
  by: string;
  /** ISO 8601 in UTC. */
  at: string;
  /** The number of the payment it is the first part of. */
  payment: string | null;
}

interface Row extends Omit<RedemptionView, 'value' | 'at'> {
  value: string;
  currency: string;
  at: Date;
}

/** Redemptions that count, newest first, at most `limit`: one invoice's, those with these numbers, or all. */
export async function readRedemptions(
  { tx }: Pick<Scope, 'tx'>,
  { invoiceId, numbers, limit }: { invoiceId?: string; numbers?: readonly string[]; limit: number },
): Promise<RedemptionView[]> {
  const wanted = numbers ? [...numbers] : null;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.number, r.state, sum(r.value)::text AS value, i.currency, i.id AS "invoiceId",
      i.number AS "invoiceNumber", c.name AS by, r."createdAt" AS at, p.number AS payment
    FROM reward_redemption r JOIN invoice i ON i.id = r."invoiceId" JOIN contact c ON c.id = r."contactId"
      LEFT JOIN payment p ON p.id = r."paymentId"
    WHERE r.state <> 'released' AND (${invoiceId ?? null}::uuid IS NULL OR r."invoiceId" = ${invoiceId ?? null}::uuid)
      AND (${wanted}::text[] IS NULL OR r.number = ANY(${wanted}::text[]))
    GROUP BY r.number, r.state, i.id, c.name, r."createdAt", p.number
    ORDER BY r."createdAt" DESC, r.number DESC, i.number LIMIT ${limit}`;
  return rows.map(({ value, currency, at, ...row }) => ({
    ...row,
    value: money(value, currency),
    at: at.toISOString(),
  }));
}
