import { z } from 'zod';
import { lastDigits } from '../../lib/document-number.ts';
import { reading } from '../operation.ts';
import type { AccountScope } from '../scope.ts';
import { type InvoiceRow, type RawRow, withBalances } from './row.ts';

/** More than this many are not offered to choose from. */
const MOST = 25;
/** From so many digits on leading zeros make no difference (INTENTS.md, "Fine points"). */
const FREE_ZEROS = 4;

/**
 * The invoices a typed number means (INTENTS.md): the one that has exactly it, else those whose whole last group of
 * digits it is, unpaid ones first; leading zeros are ignored only for four or more digits typed, and a mere suffix
 * finds nothing. Letters' case and spaces make no difference.
 */
export async function findRows({ tx }: AccountScope, typed: string): Promise<RawRow[]> {
  const number = typed.replace(/\s/g, '').toUpperCase();
  const digits = /^\d+$/.test(number) ? number : undefined;
  const whole = digits && digits.length < FREE_ZEROS ? `(^|[^0-9])${digits}[^0-9]*$` : '';
  const rows = await tx.$queryRaw<(RawRow & { exact: boolean })[]>`
    SELECT * FROM (
      SELECT id, number, "purchaseOrder", type, to_char("issuedOn", 'YYYY-MM-DD') AS "issuedOn",
        to_char("dueOn", 'YYYY-MM-DD') AS "dueOn", currency, total::text, "leftToPay"::text AS left,
        upper(regexp_replace(number, '\\s', '', 'g')) = ${number} AS exact
      FROM invoice WHERE "lastDigits" = ${lastDigits(number)}) named
    WHERE exact OR (${digits !== undefined} AND number ~ ${whole})
    ORDER BY exact DESC, "left"::numeric <= 0, "dueOn" DESC, number LIMIT ${MOST}`;
  const exact = rows.filter((row) => row.exact);
  return (exact.length > 0 ? exact : rows).map(({ exact: _, ...row }) => row);
}

/** The invoices a number means, at most 25: none, one, or several to choose from. */
export const find = reading({
  permission: 'invoices.read',
  input: z.strictObject({ number: z.string().trim().min(1).max(100) }),
  async handle(scope, { number }): Promise<InvoiceRow[]> {
    return withBalances(scope, await findRows(scope, number));
  },
});
