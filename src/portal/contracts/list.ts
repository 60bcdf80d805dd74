import { z } from 'zod';
import { CONTRACT_FILTERS, type ContractFilter, expiringUntil } from '../../lib/contract-words.ts';
import { addDays, type IsoDate } from '../../lib/dates.ts';
import { CodedError } from '../../lib/errors.ts';
import { type Money, money } from '../../lib/money.ts';
import { dateInput } from '../date-input.ts';
import { reading } from '../operation.ts';
import type { Scope } from '../scope.ts';
import { type ContractRow, readRows } from './row.ts';

export interface ContractPage {
  rows: ContractRow[];
  /** Of all pages. */
  count: number;
  /** What they are worth, per currency in the order of their codes; never added together. */
  totals: Money[];
  /** Hand it back as `after` for the next page. */
  next?: string;
}

/** End dates, both included. */
interface Ends {
  from: string;
  to: string;
}

const CURSOR = /^(\d{4}-\d{2}-\d{2})[.](.+)$/;

/**
 * A page of contracts by status: those that still run, the one that ends first at first, then the expired ones, the one
 * that ended last at first; and what all of them are worth. Throws `invalid` for an `after` that no page gave.
 */
export const list = reading({
  permission: 'contracts.read',
  input: z.strictObject({
    status: z.enum(CONTRACT_FILTERS).default('all'),
    after: z.string().max(200).optional(),
    limit: z.number().int().min(1).max(100).default(8),
  }),
  async handle(scope, { status, after, limit }): Promise<ContractPage> {
    const ends = endsOf(status, scope.today);
    const found = await readPage(scope, ends, placeOf(after), limit + 1);
    const rows = await readRows(
      scope,
      found.slice(0, limit).map(({ id }) => id),
    );
    const last = rows.at(-1);
    return {
      rows,
      ...(await readTotals(scope, ends)),
      ...(found.length > limit && last && { next: `${last.endsOn}.${last.number}` }),
    };
  },
});

function endsOf(status: ContractFilter, today: IsoDate): Ends {
  const from = status === 'all' || status === 'expired' ? '-infinity' : today;
  if (status === 'expired') return { from, to: addDays(today, -1) };
  return { from, to: status === 'expiring' ? expiringUntil(today) : 'infinity' };
}

function placeOf(cursor: string | undefined): { on: IsoDate; number: string } | undefined {
  if (cursor === undefined) return undefined;
  const [, on, number] = CURSOR.exec(cursor) ?? [];
  if (!on || !number || !dateInput.safeParse(on).success) {
    throw new CodedError('invalid', 'bad_input', { field: 'after' });
  }
  return { on, number };
}

function readPage({ tx, today }: Scope, { from, to }: Ends, place: ReturnType<typeof placeOf>, limit: number) {
  const { on = today, number = '' } = place ?? {};
  return tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT id, number, "endsOn" < ${today}::date AS expired, abs("endsOn" - ${today}::date) AS away
      FROM contract WHERE "endsOn" >= ${from}::date AND "endsOn" <= ${to}::date) c
    WHERE ${place === undefined}
      OR (expired, away, number) > (${on}::date < ${today}::date, abs(${on}::date - ${today}::date), ${number})
    ORDER BY expired, away, number LIMIT ${limit}`;
}

async function readTotals({ tx }: Scope, { from, to }: Ends): Promise<Pick<ContractPage, 'count' | 'totals'>> {
  const sums = await tx.$queryRaw<{ currency: string; count: number; value: string }[]>`
    SELECT currency, count(*)::int AS count, sum(value)::text AS value FROM contract
    WHERE "endsOn" >= ${from}::date AND "endsOn" <= ${to}::date GROUP BY currency ORDER BY currency`;
  return {
    count: sums.reduce((all, { count }) => all + count, 0),
    totals: sums.map(({ currency, value }) => money(value, currency)),
  };
}
