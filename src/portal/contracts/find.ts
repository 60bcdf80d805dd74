import { z } from 'zod';
import { lastGroup } from '../../lib/document-number.ts';
import { reading } from '../operation.ts';
import { type ContractRow, readRows } from './row.ts';

/** More than this many are not offered to choose from. */
const MOST = 25;

/**
 * The contracts a typed number means (INTENTS.md), at most 25, those that end last first: the one that has exactly it,
 * else those whose whole last group of digits it is. Letters' case and spaces make no difference.
 */
export const find = reading({
  permission: 'contracts.read',
  input: z.strictObject({ number: z.string().trim().min(1).max(100) }),
  async handle(scope, { number: typed }): Promise<ContractRow[]> {
    const number = typed.replace(/\s/g, '').toUpperCase();
    const rows = await scope.tx.$queryRaw<{ id: string; exact: boolean }[]>`
      SELECT id, exact FROM (
        SELECT id, number, "endsOn", upper(regexp_replace(number, '\\s', '', 'g')) = ${number} AS exact
        FROM contract) named
      WHERE exact OR number ~ ${lastGroup(number)}
      ORDER BY exact DESC, "endsOn" DESC, number LIMIT ${MOST}`;
    const exact = rows.filter((row) => row.exact);
    return readRows(
      scope,
      (exact.length > 0 ? exact : rows).map(({ id }) => id),
    );
  },
});
