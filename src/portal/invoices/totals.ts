import { z } from 'zod';
import { type Money, money } from '../../lib/money.ts';
import { reading } from '../operation.ts';
import type { AccountScope } from '../scope.ts';
import { type Filter, filterFields, issued } from './filter.ts';
import { rangeOf } from './status.ts';

/** Closed invoices are counted up to this many: a list must not slow down with what it does not show. */
const COUNTED = 1000;

export interface InvoiceTotals {
  count: number;
  /** There are more closed ones than were counted. */
  more: boolean;
  /** What is left to pay, per currency in the order of their codes; never added together. */
  left: Money[];
}

/** How many invoices the filter means and what is left to pay of them. */
export async function readTotals({ tx, today }: AccountScope, filter: Filter): Promise<InvoiceTotals> {
  const { unpaid, closed } = rangeOf(filter.status, today);
  const { from, to } = issued(filter);
  const sums = unpaid
    ? await tx.$queryRaw<{ currency: string; count: number; left: string }[]>`
        SELECT currency, count(*)::int AS count, sum("leftToPay")::text AS left FROM invoice
        WHERE "leftToPay" > 0 AND "dueOn" >= ${unpaid.from}::date AND "dueOn" < ${unpaid.before}::date
          AND "issuedOn" >= ${from}::date AND "issuedOn" <= ${to}::date
        GROUP BY currency ORDER BY currency`
    : [];
  const [others] = closed
    ? await tx.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM (
          SELECT FROM invoice
          WHERE "leftToPay" <= 0 AND "issuedOn" >= ${from}::date AND "issuedOn" <= ${to}::date
          ORDER BY "issuedOn" DESC, id LIMIT ${COUNTED + 1}) found`
    : [];
  const shut = others?.count ?? 0;
  return {
    count: sums.reduce((all, { count }) => all + count, 0) + Math.min(shut, COUNTED),
    more: shut > COUNTED,
    left: sums.map(({ currency, left }) => money(left, currency)),
  };
}

/** How much is owed ("how much do we owe?"), by status and issue date. */
export const totals = reading({
  permission: 'invoices.read',
  input: z.strictObject(filterFields),
  handle: readTotals,
});
