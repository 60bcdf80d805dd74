import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { type Money, money } from '../../lib/money.ts';
import { hasEnded, ORDER_FILTERS, ORDER_STATES, type OrderFilter, type OrderState } from '../../lib/order-words.ts';
import { dateInput } from '../date-input.ts';
import { periodInput } from '../invoices/filter.ts';
import { reading } from '../operation.ts';
import type { Scope } from '../scope.ts';
import { type OrderRow, readRows } from './row.ts';

export interface OrderPage {
  rows: OrderRow[];
  /** Of all pages. */
  count: number;
  /** What they are worth, per currency in the order of their codes; never added together. */
  totals: Money[];
  /** Hand it back as `after` for the next page. */
  next?: string;
}

interface Which {
  states: readonly OrderState[];
  from: string;
  to: string;
  watched: boolean;
}

const CURSOR = /^(\d{4}-\d{2}-\d{2})[.](.+)$/;

/**
 * A page of orders by state and order date (PRODUCT.md section 12), newest first, and what all of them are worth.
 * `watched`: only those the person asking watches. Throws `invalid` for an `after` that no page gave.
 */
export const list = reading({
  permission: 'orders.read',
  input: z.strictObject({
    status: z.enum(ORDER_FILTERS).default('all'),
    period: periodInput.optional(),
    watched: z.literal(true).optional(),
    after: z.string().max(200).optional(),
    limit: z.number().int().min(1).max(100).default(8),
  }),
  async handle(scope, { status, period, watched = false, after, limit }): Promise<OrderPage> {
    const which = { states: statesOf(status), watched, ...(period ?? { from: '-infinity', to: 'infinity' }) };
    const found = await readPage(scope, which, placeOf(after), limit + 1);
    const rows = await readRows(
      scope,
      found.slice(0, limit).map(({ id }) => id),
    );
    const last = rows.at(-1);
    return {
      rows,
      ...(await readTotals(scope, which)),
      ...(found.length > limit && last && { next: `${last.orderedOn}.${last.number}` }),
    };
  },
});

function statesOf(status: OrderFilter): readonly OrderState[] {
  if (status === 'all') return ORDER_STATES;
  return status === 'open' ? ORDER_STATES.filter((state) => !hasEnded(state)) : [status];
}

function placeOf(cursor: string | undefined): { on: string; number: string } {
  if (cursor === undefined) return { on: 'infinity', number: '' };
  const [, on, number] = CURSOR.exec(cursor) ?? [];
  if (!on || !number || !dateInput.safeParse(on).success) {
    throw new CodedError('invalid', 'bad_input', { field: 'after' });
  }
  return { on, number };
}

const readPage = (
  { tx, actor }: Scope,
  { states, from, to, watched }: Which,
  place: { on: string; number: string },
  limit: number,
) =>
  tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "order" o
    WHERE state = ANY (${states}) AND "orderedOn" >= ${from}::date AND "orderedOn" <= ${to}::date
      AND ("orderedOn", number) < (${place.on}::date, ${place.number})
      AND (NOT ${watched} OR EXISTS (
        SELECT FROM order_watch w WHERE w."orderId" = o.id AND w."contactId" = ${actor.id}::uuid))
    ORDER BY "orderedOn" DESC, number DESC LIMIT ${limit}`;

async function readTotals({ tx, actor }: Scope, { states, from, to, watched }: Which) {
  const sums = await tx.$queryRaw<{ currency: string; count: number; total: string }[]>`
    SELECT currency, count(*)::int AS count, sum(total)::text AS total FROM "order" o
    WHERE state = ANY (${states}) AND "orderedOn" >= ${from}::date AND "orderedOn" <= ${to}::date
      AND (NOT ${watched} OR EXISTS (
        SELECT FROM order_watch w WHERE w."orderId" = o.id AND w."contactId" = ${actor.id}::uuid))
    GROUP BY currency ORDER BY currency`;
  return {
    count: sums.reduce((all, { count }) => all + count, 0),
    totals: sums.map(({ currency, total }) => money(total, currency)),
  };
}
