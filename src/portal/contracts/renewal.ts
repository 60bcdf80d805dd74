import type { ContractKind } from '../../lib/contract-words.ts';
import { addDays, type IsoDate } from '../../lib/dates.ts';
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

/** One that the data says is paid is for the end date that is at most so many days after it was due. */
const AHEAD_DAYS = 90;

/** What a renewal made here is called: one a contract and end date, whoever asks for it and however often. */
export const renewalKey = (contractId: string, endsOn: IsoDate): string => `renewal:${contractId}:${endsOn}`;

/** By when a renewal made today is to be paid: the contract's end, of an expired one at once. */
export const renewalDueOn = (endsOn: IsoDate, today: IsoDate): IsoDate => (endsOn < today ? today : endsOn);

/** An expired contract can be renewed for so many days: after that its next term would be partly or wholly over. */
const LAPSES_DAYS = 90;

export const hasLapsed = (endsOn: IsoDate, today: IsoDate): boolean => endsOn < addDays(today, -LAPSES_DAYS);

export const isWorthSomething = ({ amount }: Money): boolean => new Decimal(amount).greaterThan(0);

/** Whether `contracts.renew` makes a renewal of it. */
export const isRenewable = (
  { kind, endsOn, value, renewal }: { kind: ContractKind; endsOn: IsoDate; value: Money; renewal: Renewal | null },
  today: IsoDate,
): boolean => kind === 'support' && !renewal && !hasLapsed(endsOn, today) && isWorthSomething(value);

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
      AND CASE WHEN d.state = 'due' THEN true
        -- Paid here, it is for the end that it has moved.
        WHEN d."renewsFrom" IS NOT NULL THEN d."renewsFrom" = c."endsOn" + 1
        ELSE d."externalId" = ANY (${keys})
          OR d."externalId" NOT LIKE 'renewal:%' AND d."dueOn" > c."endsOn" - ${AHEAD_DAYS}::int END
    ORDER BY d."contractId", d.state = 'paid', d."dueOn", d.id`;
  return new Map(
    rows.map(({ contractId, currency, amount, ...row }) => [contractId, { ...row, amount: money(amount, currency) }]),
  );
}
