import { z } from 'zod';
import { lastGroup } from '../../lib/document-number.ts';
import { CodedError } from '../../lib/errors.ts';
import { reading } from '../operation.ts';
import { type DueRow, readDues } from './row.ts';

/** More than this many are not offered to choose from. */
const MOST = 25;

/**
 * The payments due for an order or a contract, at most 25, paid ones last: by its id, or by the number somebody typed
 * (INTENTS.md), which is those whose number is exactly it, else those whose whole last group of digits it is. Letters'
 * case and spaces make no difference.
 */
export const find = reading({
  permission: 'due.read',
  input: z.union([z.strictObject({ number: z.string().trim().min(1).max(100) }), z.strictObject({ of: z.uuid() })]),
  async handle(scope, wanted): Promise<DueRow[]> {
    const ofId = 'of' in wanted ? wanted.of : null;
    const number = 'number' in wanted ? wanted.number.replace(/\s/g, '').toUpperCase() : null;
    const rows = await scope.tx.$queryRaw<{ id: string; exact: boolean }[]>`
      SELECT id, exact FROM (
        SELECT d.id, d.state, d."dueOn", coalesce(o.number, c.number) AS number,
          coalesce(o.id, c.id) = ${ofId}::uuid
            OR upper(regexp_replace(coalesce(o.number, c.number), '\\s', '', 'g')) = ${number} AS exact
        FROM payment_due d LEFT JOIN "order" o ON o.id = d."orderId" LEFT JOIN contract c ON c.id = d."contractId") named
      WHERE exact OR number ~ ${number === null ? '^(?!)' : lastGroup(number)}
      ORDER BY exact DESC, state, "dueOn" DESC, id LIMIT ${MOST}`;
    const exact = rows.filter((row) => row.exact);
    return readDues(
      scope,
      (exact.length > 0 ? exact : rows).map(({ id }) => id),
    );
  },
});

/** One payment due, also a paid one; throws `not_found`. */
export const show = reading({
  permission: 'due.read',
  input: z.strictObject({ id: z.uuid() }),
  async handle(scope, { id }): Promise<DueRow> {
    const [row] = await readDues(scope, [id]);
    if (!row) throw new CodedError('not_found', 'not_found');
    return row;
  },
});
