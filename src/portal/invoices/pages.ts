import { CodedError } from '../../lib/errors.ts';
import type { AccountScope } from '../scope.ts';
import { type Filter, issued } from './filter.ts';
import type { RawRow } from './row.ts';
import { rangeOf } from './status.ts';

/** Where a page ends: in the unpaid part by due date, in the closed part by issue date, then by id. */
interface Place {
  part: 'unpaid' | 'closed';
  on: string;
  id: string;
}

const CURSOR = /^(unpaid|closed)[.](\d{4}-\d{2}-\d{2})[.]([0-9a-f-]{36})$/;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const placeOf = (part: Place['part'], { id, dueOn, issuedOn }: RawRow) =>
  `${part}.${part === 'unpaid' ? dueOn : issuedOn}.${id}`;

function readCursor(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [, part, on, id] = CURSOR.exec(cursor) ?? [];
  if (!part || !on || !id) throw new CodedError('invalid', 'bad_input', { field: 'after' });
  return { part: part as Place['part'], on, id };
}

/**
 * A page of invoices: the unpaid ones, oldest due first and so overdue first, then the closed ones, newest first. It
 * goes by keyset on two partial indexes, so it costs the same whatever it does not show.
 * @param after the `next` of the page before; throws `invalid` for anything else
 */
export async function readRows(
  scope: AccountScope,
  filter: Filter,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ rows: RawRow[]; next?: string }> {
  const range = rangeOf(filter.status, scope.today);
  const place = readCursor(after);
  const rows: { part: Place['part']; row: RawRow }[] = [];
  if (range.unpaid && place?.part !== 'closed') {
    const found = await unpaid(scope, filter, range.unpaid, place, limit + 1);
    rows.push(...found.map((row) => ({ part: 'unpaid' as const, row })));
  }
  if (range.closed && rows.length <= limit) {
    const from = place?.part === 'closed' ? place : undefined;
    const found = await closed(scope, filter, from, limit + 1 - rows.length);
    rows.push(...found.map((row) => ({ part: 'closed' as const, row })));
  }
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ row }) => row),
    ...(rows.length > limit && last && { next: placeOf(last.part, last.row) }),
  };
}

function unpaid(
  { tx }: AccountScope,
  filter: Filter,
  due: { from: string; before: string },
  place: Place | undefined,
  limit: number,
): Promise<RawRow[]> {
  const { from, to } = issued(filter);
  return tx.$queryRaw<RawRow[]>`
    SELECT id, number, "purchaseOrder", type, to_char("issuedOn", 'YYYY-MM-DD') AS "issuedOn",
      to_char("dueOn", 'YYYY-MM-DD') AS "dueOn", currency, total::text, "leftToPay"::text AS left
    FROM invoice i
    WHERE "leftToPay" > 0 AND "dueOn" >= ${due.from}::date AND "dueOn" < ${due.before}::date
      AND "issuedOn" >= ${from}::date AND "issuedOn" <= ${to}::date
      AND ("dueOn", id) > (${place?.on ?? '-infinity'}::date, ${place?.id ?? FIRST_ID}::uuid)
    ORDER BY i."dueOn", i.id LIMIT ${limit}`;
}

function closed({ tx }: AccountScope, filter: Filter, place: Place | undefined, limit: number): Promise<RawRow[]> {
  const { from, to } = issued(filter);
  // Newest first and ids upwards is no row comparison: the bound on the date alone finds the place in the index.
  const on = place?.on ?? 'infinity';
  return tx.$queryRaw<RawRow[]>`
    SELECT id, number, "purchaseOrder", type, to_char("issuedOn", 'YYYY-MM-DD') AS "issuedOn",
      to_char("dueOn", 'YYYY-MM-DD') AS "dueOn", currency, total::text, "leftToPay"::text AS left
    FROM invoice i
    WHERE "leftToPay" <= 0 AND "issuedOn" >= ${from}::date AND "issuedOn" <= least(${to}::date, ${on}::date)
      AND ("issuedOn" < ${on}::date OR id > ${place?.id ?? FIRST_ID}::uuid)
    ORDER BY i."issuedOn" DESC, i.id LIMIT ${limit}`;
}
