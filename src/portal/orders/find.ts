import { z } from 'zod';
import { lastGroup } from '../../lib/document-number.ts';
import { reading } from '../operation.ts';
import { type OrderRow, readRows } from './row.ts';

/** More than this many are not offered to choose from. */
const MOST = 25;

/**
 * The orders a typed number means, at most 25, newest first: those that have exactly it, also as their tracking number,
 * else those whose whole last group of digits it is; a mere suffix finds nothing. Letters' case and spaces make no
 * difference.
 */
export const find = reading({
  permission: 'orders.read',
  input: z.strictObject({ number: z.string().trim().min(1).max(100) }),
  async handle(scope, { number: typed }): Promise<OrderRow[]> {
    const number = typed.replace(/\s/g, '').toUpperCase();
    const rows = await scope.tx.$queryRaw<{ id: string; exact: boolean }[]>`
      SELECT id, exact FROM (
        SELECT id, number, "orderedOn", ${number} IN (upper(regexp_replace(number, '\\s', '', 'g')),
          upper(regexp_replace("trackingNumber", '\\s', '', 'g'))) IS TRUE AS exact
        FROM "order") named
      WHERE exact OR number ~ ${lastGroup(number)}
      ORDER BY exact DESC, "orderedOn" DESC, number DESC LIMIT ${MOST}`;
    const exact = rows.filter((row) => row.exact);
    return readRows(
      scope,
      (exact.length > 0 ? exact : rows).map(({ id }) => id),
    );
  },
});
