import type { IsoDate } from '../../lib/dates.ts';
import { CodedError } from '../../lib/errors.ts';
import { type Money, money } from '../../lib/money.ts';
import type { OrderState } from '../../lib/order-words.ts';
import type { Scope } from '../scope.ts';

/** An order in a list (PRODUCT.md section 5). */
export interface OrderRow {
  id: string;
  number: string;
  orderedOn: IsoDate;
  placedBy: string;
  state: OrderState;
  total: Money;
  carrier: string | null;
  trackingNumber: string | null;
  /** When it is to be there, or was to be. */
  expectedOn: IsoDate | null;
  /** The person asking is told of its changes. */
  watched: boolean;
}

type RawRow = Omit<OrderRow, 'total'> & { currency: string; total: string };

/** The account's orders with these ids, in their order; those that are none of its are left out. */
export async function readRows({ tx, actor }: Scope, ids: readonly string[]): Promise<OrderRow[]> {
  const rows = await tx.$queryRaw<RawRow[]>`
    SELECT id, number, to_char("orderedOn", 'YYYY-MM-DD') AS "orderedOn", "placedBy", state, currency, total::text,
      carrier, "trackingNumber", to_char("expectedOn", 'YYYY-MM-DD') AS "expectedOn",
      EXISTS (SELECT FROM order_watch w WHERE w."orderId" = o.id AND w."contactId" = ${actor.id}::uuid) AS watched
    FROM "order" o WHERE id = ANY (${ids}::uuid[])`;
  const found = new Map(
    rows.map(({ currency, total, ...row }) => [row.id, { ...row, total: money(total, currency) }] as const),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** One of the account's orders; throws `not_found`. */
export async function readRow(scope: Scope, id: string): Promise<OrderRow> {
  const [row] = await readRows(scope, [id]);
  if (!row) throw new CodedError('not_found', 'not_found');
  return row;
}
