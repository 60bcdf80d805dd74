import { type ContractKind, type ContractStatus, contractStatus } from '../../lib/contract-words.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { CodedError } from '../../lib/errors.ts';
import { type Money, money } from '../../lib/money.ts';
import { following, type Period } from '../dues/renewal.ts';
import type { AccountScope } from '../scope.ts';
import { type Renewal, readRenewals } from './renewal.ts';

/** A contract in a list (PRODUCT.md section 5). */
export interface ContractRow {
  id: string;
  number: string;
  kind: ContractKind;
  startsOn: IsoDate;
  /** Its last day. */
  endsOn: IsoDate;
  status: ContractStatus;
  value: Money;
  autoRenew: boolean;
  /** The term that a renewal adds. */
  next: Period;
  /** What renews it after `endsOn`, where somebody or the data has begun that. */
  renewal: Renewal | null;
}

type RawRow = Omit<ContractRow, 'value' | 'status' | 'next' | 'renewal'> & {
  currency: string;
  value: string;
  termFrom: IsoDate;
};

/** The account's contracts with these ids, in their order; those that are none of its are left out. */
export async function readRows(scope: AccountScope, ids: readonly string[]): Promise<ContractRow[]> {
  const rows = await scope.tx.$queryRaw<RawRow[]>`
    SELECT id, number, kind, to_char("startsOn", 'YYYY-MM-DD') AS "startsOn", to_char("endsOn", 'YYYY-MM-DD') AS "endsOn",
      currency, value::text, "autoRenew",
      -- What runs now is the term that the last payment here added, else the contract's own.
      to_char(coalesce((SELECT max("renewsFrom") FROM payment_due d WHERE d."contractId" = c.id AND d."renewsTo" = c."endsOn"),
        "startsOn"), 'YYYY-MM-DD') AS "termFrom"
    FROM contract c WHERE id = ANY (${ids}::uuid[])`;
  const renewals = await readRenewals(scope, rows);
  const found = new Map(
    rows.map(({ currency, value, termFrom, ...row }) => [
      row.id,
      {
        ...row,
        status: contractStatus(row.endsOn, scope.today),
        value: money(value, currency),
        next: following({ from: termFrom, to: row.endsOn }),
        renewal: renewals.get(row.id) ?? null,
      },
    ]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** One of the account's contracts; throws `not_found`. */
export async function readRow(scope: AccountScope, id: string): Promise<ContractRow> {
  const [row] = await readRows(scope, [id]);
  if (!row) throw new CodedError('not_found', 'not_found');
  return row;
}
