import type { IsoDate } from '../../lib/dates.ts';
import type { DueKind } from '../../lib/due-words.ts';
import { CodedError } from '../../lib/errors.ts';
import { Decimal, type Money, minorDigits, money } from '../../lib/money.ts';
import type { AccountScope } from '../scope.ts';
import { RESERVING } from './states.ts';

/** What a payment can be for: an invoice, or a payment due of a kind. */
export type PayableKind = 'invoice' | DueKind;

/** What stands on an invoice or a payment due now. `available` is what is left less what other payments have reserved. */
export interface Balance {
  kind: PayableKind;
  id: string;
  /** An invoice's, an order's or a contract's; of a transaction, its description. */
  number: string;
  dueOn: IsoDate;
  currency: string;
  left: Decimal;
  available: Decimal;
  disputed: boolean;
}

type Tx = AccountScope['tx'];

/** Makes other payments of these wait until this transaction ends; in id order, so that none waits in a ring. */
export async function lockPayables(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT FROM invoice WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  await tx.$executeRaw`SELECT FROM payment_due WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
}

/**
 * The balances of these invoices and payments due in id order; ones the account does not have are missing. A payment due
 * is left as a whole or not at all, and nothing of a cancelled order's.
 * @param without a payment whose own reservation is not to count
 */
export async function readBalances(tx: Tx, ids: readonly string[], without?: string): Promise<Balance[]> {
  const rows = await tx.$queryRaw<(Omit<Balance, 'left' | 'available'> & { left: string; reserved: string })[]>`
    SELECT 'invoice' AS kind, i.id, i.number, to_char(i."dueOn", 'YYYY-MM-DD') AS "dueOn", i.currency,
      i."leftToPay"::text AS left,
      EXISTS (SELECT FROM dispute d WHERE d."invoiceId" = i.id AND d.state = 'open') AS disputed,
      -- What the loaded data knows already is not left any more, so it is not reserved either.
      (coalesce((SELECT sum(a.amount) FROM payment_allocation a JOIN payment p ON p.id = a."paymentId"
        WHERE a."invoiceId" = i.id AND p.state = ANY(${[...RESERVING]}::text[]) AND p.id IS DISTINCT FROM ${without ?? null}::uuid
          AND NOT EXISTS (SELECT FROM invoice_settlement s WHERE s."invoiceId" = i.id AND s.reference = p.reference)
      ), 0)
      + coalesce((SELECT sum(r.value) FROM reward_redemption r
        WHERE r."invoiceId" = i.id AND r.state = 'reserved' AND r."paymentId" IS DISTINCT FROM ${without ?? null}::uuid
          AND NOT EXISTS (SELECT FROM invoice_settlement s WHERE s."invoiceId" = i.id AND s.reference = r.number)
      ), 0))::text AS reserved
    FROM invoice i WHERE i.id = ANY(${[...ids]}::uuid[])
    UNION ALL
    SELECT d.kind, d.id, coalesce(o.number, c.number, d.description), to_char(d."dueOn", 'YYYY-MM-DD'), d.currency,
      CASE WHEN d.state = 'due' AND o.state IS DISTINCT FROM 'cancelled' THEN d.amount ELSE 0 END::text, false,
      coalesce((SELECT sum(a.amount) FROM payment_allocation a JOIN payment p ON p.id = a."paymentId"
        WHERE a."dueId" = d.id AND p.state = ANY(${[...RESERVING]}::text[]) AND p.id IS DISTINCT FROM ${without ?? null}::uuid
      ), 0)::text
    FROM payment_due d LEFT JOIN "order" o ON o.id = d."orderId" LEFT JOIN contract c ON c.id = d."contractId"
    WHERE d.id = ANY(${[...ids]}::uuid[]) ORDER BY id`;
  return rows.map(({ left, reserved, ...row }) => ({
    ...row,
    left: new Decimal(left),
    available: new Decimal(left).minus(reserved),
  }));
}

/**
 * Throws `conflict`: `invoice_closed` or `due_closed` where nothing is left to pay, `under_way` where all that is left is
 * being paid.
 */
export function requireOpen({ kind, number, left, available }: Balance): void {
  if (left.lessThanOrEqualTo(0)) {
    throw new CodedError('conflict', kind === 'invoice' ? 'invoice_closed' : 'due_closed', { kind, number });
  }
  if (available.lessThanOrEqualTo(0)) throw new CodedError('conflict', 'under_way', { kind, number });
}

/**
 * What is to be paid of an invoice, in its currency's normal form. Throws `invalid`: `currency_mismatch`,
 * `minor_digits`, `amount_too_small`, `more_than_available`, each with what would do.
 */
export function payablePart(balance: Balance, wanted: { amount: string; currency?: string | undefined }): Money {
  const { number, currency, available } = balance;
  const amount = new Decimal(wanted.amount);
  const details = { field: 'amount', number, currency, available: money(available, currency) };
  const refuse = (reason: string) => new CodedError('invalid', reason, details);
  if (wanted.currency !== undefined && wanted.currency !== currency) throw refuse('currency_mismatch');
  if (amount.lessThanOrEqualTo(0)) throw refuse('amount_too_small');
  if (amount.decimalPlaces() > minorDigits(currency)) throw refuse('minor_digits');
  if (amount.greaterThan(available)) throw refuse('more_than_available');
  return money(amount, currency);
}
