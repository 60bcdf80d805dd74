import { addDays, addMonths, daysBetween, type IsoDate, monthsBetween } from '../../lib/dates.ts';
import type { AccountScope } from '../scope.ts';

/** Both days included. */
export interface Period {
  from: IsoDate;
  to: IsoDate;
}

/** The periods that paying these payments due adds to their contracts, or added; those that renew nothing are left out. */
export async function readRenewals(
  { tx }: Pick<AccountScope, 'tx'>,
  ids: readonly string[],
): Promise<Map<string, Period>> {
  // What runs now is the period that the last payment here added, else the contract's own.
  const rows = await tx.$queryRaw<{ id: string; from: IsoDate; to: IsoDate; paid: boolean }[]>`
    SELECT d.id, d."renewsFrom" IS NOT NULL AS paid,
      to_char(coalesce(d."renewsFrom", last."renewsFrom", c."startsOn"), 'YYYY-MM-DD') AS "from",
      to_char(coalesce(d."renewsTo", c."endsOn"), 'YYYY-MM-DD') AS "to"
    FROM payment_due d JOIN contract c ON c.id = d."contractId"
      LEFT JOIN payment_due last ON last."contractId" = c.id AND last."renewsTo" = c."endsOn"
    WHERE d.kind = 'support_renewal' AND d.id = ANY (${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, paid, ...period }) => [id, paid ? period : following(period)]));
}

/** The period after this one, as long as it: in months where it has whole months, else in days. */
export function following({ from, to }: Period): Period {
  const next = addDays(to, 1);
  const months = monthsBetween(from, next);
  const end = addMonths(from, months) === next ? addMonths(next, months) : addDays(next, daysBetween(from, next));
  return { from: next, to: addDays(end, -1) };
}
