import type { IsoDate } from '../../lib/dates.ts';
import { Decimal, type Money, money } from '../../lib/money.ts';
import { RESERVING } from '../payments/states.ts';
import type { AccountScope } from '../scope.ts';

/** What stands in payments due for a contract. `under_way`: a payment of it has been submitted. */
export interface Renewal {
  id: string;
  amount: Money;
  dueOn: IsoDate;
  state: 'due' | 'under_way' | 'paid';
}

/** A renewal paid this many days before the contract's end, or later, is the one for that end. */
const AHEAD_DAYS = 90;

/** What a renewal made here is called: one a contract and end date, whoever asks for it and however often. */
export const renewalKey = (contractId: string, endsOn: IsoDate): string => `renewal:${contractId}:${endsOn}`;

/** By when a renewal made today is to be paid: the contract's end, of an expired one at once. */
export const renewalDueOn = (endsOn: IsoDate, today: IsoDate): IsoDate => (endsOn < today ? today : endsOn);

export const isWorthSomething = ({ amount }: Money): boolean => new Decimal(amount).greaterThan(0);

/**
 * The renewals of these contracts by contract: the one to be paid, be it made here or loaded, else the one that is paid
 * for the end date the contract has now.
 */
export async function readRenewals(
  { tx }: Pick<AccountScope, 'tx'>,
  contracts: readonly { id: string; endsOn: IsoDate }[],
): Promise<Map<string, Renewal>> {
  const keys = contracts.map(({ id, endsOn }) => renewalKey(id, endsOn));
  const rows = await tx.$queryRaw<
    (Omit<Renewal, 'amount'> & { contractId: string; currency: string; amount: string })[]
  >`
    SELECT DISTINCT ON (d."contractId") d."contractId", d.id, d.currency, d.amount::text,
      to_char(d."dueOn", 'YYYY-MM-DD') AS "dueOn",
      CASE WHEN d.state = 'paid' THEN 'paid'
        WHEN EXISTS (SELECT FROM payment_allocation a JOIN payment p ON p.id = a."paymentId"
          WHERE a."dueId" = d.id AND p.state = ANY (${[...RESERVING]}::text[])) THEN 'under_way'
        ELSE 'due' END AS state
    FROM payment_due d JOIN contract c ON c.id = d."contractId"
    WHERE d.kind = 'support_renewal' AND c.id = ANY (${contracts.map(({ id }) => id)}::uuid[])
      AND (d.state = 'due' OR d."externalId" = ANY (${keys})
        OR (d."externalId" NOT LIKE 'renewal:%' AND d."dueOn" > c."endsOn" - ${AHEAD_DAYS}::int))
    ORDER BY d."contractId", d.state = 'paid', d."dueOn", d.id`;
  return new Map(
    rows.map(({ contractId, currency, amount, ...row }) => [contractId, { ...row, amount: money(amount, currency) }]),
  );
}
