import { CodedError } from '../../lib/errors.ts';
import { Decimal, type Money, round } from '../../lib/money.ts';
import type { Query } from '../../lib/sql.ts';
import type { ChargeOutcome, PaymentGateway } from '../../portal/ports.ts';
import { forgetsAfter } from './misbehaviour.ts';

export type ChargeRequest = Parameters<PaymentGateway['charge']>[0];
type Declined = Extract<ChargeOutcome, { status: 'declined' }>['reason'];

/** One line of the provider's own books. */
export interface LedgerEntry {
  key: string;
  amount: string;
  currency: string;
  method: string;
  status: 'succeeded' | 'declined' | 'pending';
  reference: string;
  at: Date;
}

interface ChargeRow extends LedgerEntry {
  id: string;
  description: string;
  reason: Declined | null;
  becomes: 'succeeded' | 'declined' | null;
  due_at: Date | null;
}

/** What a new charge is to be: its status now, and what a pending one becomes when. */
export interface Plan {
  status: LedgerEntry['status'];
  reason?: Declined;
  becomes?: 'succeeded' | 'declined';
  dueAt?: Date;
}

/** Makes every other transaction wait that wants to charge, open or end something under `key`. */
export async function lockKey(tx: Query, key: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('simulated_gateway ' || $1, 0))`, [key]);
}

/** The charge made under `key`, if any; of a key that was forgotten and charged again, the last. */
export async function chargeOf(tx: Query, key: string): Promise<ChargeRow | undefined> {
  const { rows } = await tx.query<ChargeRow>(
    'select * from simulated_gateway.charge where key = $1 order by id desc limit 1',
    [key],
  );
  return rows[0];
}

/** A charge as the caller is told it. */
export function outcomeOf(charge: Pick<ChargeRow, 'status' | 'reason' | 'reference'>): ChargeOutcome {
  if (charge.status === 'succeeded') return { status: 'succeeded', reference: charge.reference };
  if (charge.status === 'declined') return { status: 'declined', reason: charge.reason ?? 'declined' };
  return { status: 'pending' };
}

/**
 * The charge already made with this key and these parameters; undefined when the key is new, or was forgotten.
 * Throws CodedError `conflict` `key_reused` when the key was used with other parameters.
 */
export async function repeated(tx: Query, request: ChargeRequest, now: Date): Promise<ChargeRow | undefined> {
  const charge = await chargeOf(tx, request.key);
  if (!charge) return undefined;
  const memory = await forgetsAfter(tx);
  if (memory !== undefined && now.getTime() - charge.at.getTime() >= memory) {
    await tx.query('update simulated_gateway.charge set forgotten = true where id = $1', [charge.id]);
    return undefined;
  }
  const same =
    round(charge.amount, charge.currency) === request.amount.amount &&
    charge.currency === request.amount.currency &&
    charge.method === request.method &&
    charge.description === request.description;
  if (!same) throw new CodedError('conflict', 'key_reused', { key: request.key });
  return charge;
}

/** Writes the charge into the books. `at` is when the provider executed it. */
export async function record(
  tx: Query,
  request: ChargeRequest,
  plan: Plan,
  reference: string,
  at: Date,
): Promise<ChargeRow> {
  const { key, amount, method, description } = request;
  const { rows } = await tx.query<ChargeRow>(
    `insert into simulated_gateway.charge
       (key, amount, currency, method, description, status, reason, reference, becomes, due_at, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning *`,
    [
      ...[key, amount.amount, amount.currency, method, description, plan.status, plan.reason ?? null],
      ...[reference, plan.becomes ?? null, plan.dueAt ?? null, at],
    ],
  );
  return rows[0]!;
}

/** All charges ever made, oldest first, the ones under forgotten keys too: what the bank would say. */
export async function ledger(sql: Query): Promise<LedgerEntry[]> {
  const { rows } = await sql.query<LedgerEntry>(
    `select key, amount, currency, method, status, reference, at from simulated_gateway.charge order by id`,
  );
  return rows.map((row) => ({ ...row, amount: round(row.amount, row.currency) }));
}

/**
 * The amount in its normal form, so that "10.5" and "10.50" are the same parameters.
 * Throws CodedError `invalid` `amount` for zero, a negative amount, or more decimals than the currency has.
 */
export function chargeable({ amount, currency }: Money): Money {
  const normal = round(amount, currency);
  const wrong = new Decimal(normal).lessThanOrEqualTo(0) || !new Decimal(normal).equals(amount);
  if (wrong) throw new CodedError('invalid', 'amount', { currency });
  return { amount: normal, currency };
}
