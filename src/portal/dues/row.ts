import type { IsoDate } from '../../lib/dates.ts';
import type { DueKind } from '../../lib/due-words.ts';
import { type Money, money } from '../../lib/money.ts';
import { METHOD_FIELDS, type MethodView, methodView } from '../payments/method-view.ts';
import { RESERVING } from '../payments/states.ts';
import type { AccountScope, Scope } from '../scope.ts';
import { type Period, readRenewals } from './renewal.ts';

/** `under_way`: a payment of it has been submitted. `cancelled`: its order was, so nothing is to be paid. */
export type DueState = 'due' | 'under_way' | 'paid' | 'cancelled';

/** A payment due (PRODUCT.md section 4). */
export interface DueRow {
  id: string;
  kind: DueKind;
  /** The order's or the contract's; null of a transaction. */
  number: string | null;
  /** As the data says it, in its own language. */
  description: string;
  dueOn: IsoDate;
  overdue: boolean;
  amount: Money;
  state: DueState;
  /** The period that paying a renewal adds to its contract, or added. */
  renews: Period | null;
  /** The card a transaction failed on; null of others, and for whoever may not see payment methods. */
  card: MethodView | null;
}

interface RawRow {
  id: string;
  kind: DueKind;
  number: string | null;
  description: string;
  dueOn: IsoDate;
  currency: string;
  amount: string;
  state: DueState;
  methodId: string | null;
}

/** The payments due with these ids, in their order; those that the account does not have are left out. */
export async function readDues(scope: Scope, ids: readonly string[]): Promise<DueRow[]> {
  const rows = await readRaw(scope, ids);
  const cards = scope.may('billing.read') ? await readCards(scope, rows) : new Map<string, MethodView>();
  const renewals = await readRenewals(scope, ids);
  const found = new Map(
    rows.map(({ currency, amount, methodId, ...row }): [string, DueRow] => [
      row.id,
      {
        ...row,
        overdue: row.dueOn < scope.today && row.state !== 'paid' && row.state !== 'cancelled',
        amount: money(amount, currency),
        renews: renewals.get(row.id) ?? null,
        card: (row.kind === 'expired_card' && methodId && cards.get(methodId)) || null,
      },
    ]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

const readRaw = ({ tx }: Pick<AccountScope, 'tx'>, ids: readonly string[]) =>
  tx.$queryRaw<RawRow[]>`
    SELECT d.id, d.kind, coalesce(o.number, c.number) AS number, d.description, to_char(d."dueOn", 'YYYY-MM-DD') AS "dueOn",
      d.currency, d.amount::text, d."methodId",
      CASE WHEN d.state = 'paid' THEN 'paid' WHEN o.state = 'cancelled' THEN 'cancelled'
        WHEN EXISTS (SELECT FROM payment_allocation a JOIN payment p ON p.id = a."paymentId"
          WHERE a."dueId" = d.id AND p.state = ANY (${[...RESERVING]}::text[])) THEN 'under_way'
        ELSE 'due' END AS state
    FROM payment_due d LEFT JOIN "order" o ON o.id = d."orderId" LEFT JOIN contract c ON c.id = d."contractId"
    WHERE d.id = ANY (${[...ids]}::uuid[])`;

async function readCards({ tx, today }: Scope, rows: readonly RawRow[]): Promise<Map<string, MethodView>> {
  const ids = rows.flatMap(({ methodId }) => methodId ?? []);
  const cards = await tx.paymentMethod.findMany({ where: { id: { in: ids } }, select: METHOD_FIELDS });
  return new Map(cards.map((card) => [card.id, methodView(card, today)]));
}
