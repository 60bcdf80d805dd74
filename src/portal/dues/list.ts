import { z } from 'zod';
import type { DueKind } from '../../lib/due-words.ts';
import { CodedError } from '../../lib/errors.ts';
import { Decimal, type Money, money } from '../../lib/money.ts';
import { dateInput } from '../date-input.ts';
import { reading } from '../operation.ts';
import type { Scope } from '../scope.ts';
import { type DueRow, readDues } from './row.ts';

export interface DuePage {
  rows: DueRow[];
  /** Of all pages, by kind; a kind there is none of is left out. */
  counts: Partial<Record<DueKind, number>>;
  /** How many of them should have been paid by now. */
  overdue: number;
  /** What all of them come to, per currency in the order of their codes; never added together. */
  totals: Money[];
  /** Hand it back as `after` for the next page. */
  next?: string;
}

const CURSOR = /^(\d{4}-\d{2}-\d{2})[.]([0-9a-f-]{36})$/;
const FIRST = '-infinity.00000000-0000-0000-0000-000000000000';

/**
 * A page of what is due and not paid, also what a payment is under way for: the longest overdue first. Throws `invalid`
 * for an `after` that no page gave.
 */
export const list = reading({
  permission: 'due.read',
  input: z.strictObject({
    after: z.string().max(100).optional(),
    limit: z.number().int().min(1).max(100).default(8),
  }),
  async handle(scope, { after, limit }): Promise<DuePage> {
    const [on, last] = after === undefined ? FIRST.split('.') : (CURSOR.exec(after)?.slice(1) ?? []);
    if (!on || !last || (after && !dateInput.safeParse(on).success) || !z.guid().safeParse(last).success) {
      throw new CodedError('invalid', 'bad_input', { field: 'after' });
    }
    const found = await scope.tx.$queryRaw<{ id: string }[]>`
      SELECT d.id FROM payment_due d LEFT JOIN "order" o ON o.id = d."orderId"
      WHERE d.state = 'due' AND o.state IS DISTINCT FROM 'cancelled' AND (d."dueOn", d.id) > (${on}::date, ${last}::uuid)
      ORDER BY d."dueOn", d.id LIMIT ${limit + 1}`;
    const rows = await readDues(
      scope,
      found.slice(0, limit).map(({ id }) => id),
    );
    const end = rows.at(-1);
    return {
      rows,
      ...(await readTotals(scope)),
      ...(found.length > limit && end && { next: `${end.dueOn}.${end.id}` }),
    };
  },
});

async function readTotals({ tx, today }: Scope): Promise<Pick<DuePage, 'counts' | 'overdue' | 'totals'>> {
  const sums = await tx.$queryRaw<{ kind: DueKind; currency: string; count: number; overdue: number; sum: string }[]>`
    SELECT d.kind, d.currency, count(*)::int AS count, count(*) FILTER (WHERE d."dueOn" < ${today}::date)::int AS overdue,
      sum(d.amount)::text AS sum
    FROM payment_due d LEFT JOIN "order" o ON o.id = d."orderId"
    WHERE d.state = 'due' AND o.state IS DISTINCT FROM 'cancelled' GROUP BY d.kind, d.currency`;
  const counts: DuePage['counts'] = {};
  const totals = new Map<string, Decimal>();
  let overdue = 0;
  for (const one of sums) {
    counts[one.kind] = (counts[one.kind] ?? 0) + one.count;
    overdue += one.overdue;
    totals.set(one.currency, (totals.get(one.currency) ?? new Decimal(0)).plus(one.sum));
  }
  return {
    counts,
    overdue,
    totals: [...totals.keys()].sort().map((currency) => money(totals.get(currency) ?? 0, currency)),
  };
}
