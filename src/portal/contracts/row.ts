import { type ContractKind, type ContractStatus, contractStatus } from '../../lib/contract-words.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { CodedError } from '../../lib/errors.ts';
import { type Money, money } from '../../lib/money.ts';
import { following, type Period } from '../dues/renewal.ts';
import type { AccountScope } from '../scope.ts';
import { isRenewable, type Renewal, readRenewals, renewalDueOn } from './renewal.ts';

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
  /** The term that a renewal adds, and by when one that is made today is to be paid. */
  next: Period & { dueOn: IsoDate };
  /** What renews it after `endsOn`, where somebody or the data has begun that. */
  renewal: Renewal | null;
  /** It can be renewed now (`contracts.renew`). */
  renewable: boolean;
}

type RawRow = Omit<ContractRow, 'value' | 'status' | 'next' | 'renewal' | 'renewable'> & {
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
  const found = new Map(rows.map((row) => [row.id, view(row, renewals.get(row.id) ?? null, scope.today)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

function view({ currency, termFrom, ...raw }: RawRow, renewal: Renewal | null, today: IsoDate): ContractRow {
  const { endsOn } = raw;
  const row = { ...raw, status: contractStatus(endsOn, today), value: money(raw.value, currency), renewal };
  return {
    ...row,
    next: { ...following({ from: termFrom, to: endsOn }), dueOn: renewalDueOn(endsOn, today) },
    renewable: isRenewable(row, today),
  };
}

/** One of the account's contracts; throws `not_found`. */
export async function readRow(scope: AccountScope, id: string): Promise<ContractRow> {
  const [row] = await readRows(scope, [id]);
  if (!row) throw new CodedError('not_found', 'not_found');
  return row;
}
