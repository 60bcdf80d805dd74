import { Decimal, type Money, money } from '../../lib/money.ts';
import { type Named, named } from '../people/directory.ts';
import type { Scope } from '../scope.ts';
import { COUNTED, SPAN } from './states.ts';

/** Who decides about a payment above the limit, and why it has to wait. */
export interface Approval {
  limit: Money;
  /** What was compared with the limit: this payment and what counts besides. */
  counted: Money;
  deciders: Named[];
}

/**
 * Whether a payment by the actor has to be approved (PRODUCT.md section 3): compared with the account's limit of the
 * currency are this payment, the payer's payments of the last 24 hours, and all earlier parts for the same,
 * whoever paid them, nothing twice. Undefined where there is no limit or it is not exceeded.
 */
export async function approvalFor(
  scope: Scope,
  { total, ids }: { total: Money; ids: readonly string[] },
): Promise<Approval | undefined> {
  const { tx, actor, now } = scope;
  const { currency } = total;
  const since = new Date(now.getTime() - SPAN.limit);
  const rows = await tx.$queryRaw<{ limit: string; others: string }[]>`
    SELECT l.amount::text AS limit, (SELECT coalesce(sum(counted.amount), 0)::text FROM (
        SELECT p.amount FROM payment p
        WHERE p."payerId" = ${actor.id}::uuid AND p.currency = ${currency} AND p.state = ANY(${[...COUNTED]}::text[])
          AND p."confirmedAt" > ${since}
        UNION ALL
        SELECT a.amount FROM payment_allocation a JOIN payment p ON p.id = a."paymentId"
        WHERE coalesce(a."invoiceId", a."dueId") = ANY(${[...ids]}::uuid[]) AND p.state = ANY(${[...COUNTED]}::text[])
          AND NOT (p."payerId" = ${actor.id}::uuid AND p."confirmedAt" > ${since})) counted) AS others
    FROM approval_limit l WHERE l.currency = ${currency}`;
  const [found] = rows;
  if (!found) return undefined;
  const counted = new Decimal(found.others).plus(total.amount);
  if (counted.lessThanOrEqualTo(found.limit)) return undefined;
  const deciders = (await scope.people()).decidersFor(actor.id).map(named);
  return { limit: money(found.limit, currency), counted: money(counted, currency), deciders };
}
