import { z } from 'zod';
import type { ScheduleRow } from '../../documents/types.ts';
import { addDays, addMonths, type IsoDate } from '../../lib/dates.ts';
import { type Money, totals } from '../../lib/money.ts';
import { periodInput } from '../invoices/filter.ts';
import { reading } from '../operation.ts';
import type { AccountScope } from '../scope.ts';

/** Charge dates, both days included (PRODUCT.md section 12). */
export interface Period {
  from: IsoDate;
  to: IsoDate;
}

/** What a schedule has: of which period, how many charges, and their sum per currency; never added together. */
export interface ScheduleSummary {
  period: Period;
  count: number;
  totals: Money[];
}

/** The period asked for, else a year from today on. */
export const periodOf = ({ today }: Pick<AccountScope, 'today'>, period: Period | undefined): Period =>
  period ?? { from: today, to: addDays(addMonths(today, 12), -1) };

/** The charges of a period, in the order of their dates; at most `limit`. */
export const readCharges = ({ tx }: AccountScope, { from, to }: Period, limit: number): Promise<ScheduleRow[]> =>
  tx.$queryRaw<ScheduleRow[]>`
    SELECT c."subscriptionId", to_char(c."chargeOn", 'YYYY-MM-DD') AS "chargeOn", p.name AS plan, s.product,
      trim_scale(s.quantity)::text AS quantity, c.amount::text, c.currency,
      to_char(c."periodFrom", 'YYYY-MM-DD') AS "periodFrom", to_char(c."periodTo", 'YYYY-MM-DD') AS "periodTo"
    FROM scheduled_charge c JOIN subscription s ON s.id = c."subscriptionId" JOIN plan p ON p.id = s."planId"
    WHERE c."chargeOn" >= ${from}::date AND c."chargeOn" <= ${to}::date
    ORDER BY c."chargeOn", p.name, s.product, s.id LIMIT ${limit}`;

async function summarise({ tx }: AccountScope, period: Period): Promise<ScheduleSummary> {
  const sums = await tx.$queryRaw<{ currency: string; count: number; amount: string }[]>`
    SELECT currency, count(*)::int AS count, sum(amount)::text AS amount FROM scheduled_charge
    WHERE "chargeOn" >= ${period.from}::date AND "chargeOn" <= ${period.to}::date GROUP BY currency`;
  return { period, count: sums.reduce((all, { count }) => all + count, 0), totals: totals(sums) };
}

/** What the subscription billing schedule of a period comes to; without a period, of a year from today on. */
export const charges = reading({
  permission: 'schedule.download',
  input: z.strictObject({ period: periodInput.optional() }),
  handle: (scope, { period }) => summarise(scope, periodOf(scope, period)),
});
