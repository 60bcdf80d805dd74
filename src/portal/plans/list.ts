import { z } from 'zod';
import type { IsoDate } from '../../lib/dates.ts';
import { CodedError } from '../../lib/errors.ts';
import { Decimal, type Money, money } from '../../lib/money.ts';
import { reading } from '../operation.ts';
import type { Scope } from '../scope.ts';

/** A subscription with the plan it belongs to (PRODUCT.md section 4); a plan without any has `subscription` null. */
export interface PlanRow {
  plan: string;
  subscription: {
    product: string;
    /** A decimal string. */
    quantity: string;
    startsOn: IsoDate;
    /** Its last day, where it has one. */
    endsOn: IsoDate | null;
    /** Its last day is over. */
    ended: boolean;
    /** The next one of the billing schedule, from today on. */
    nextCharge: { on: IsoDate; amount: Money } | null;
  } | null;
}

export interface PlanPage {
  rows: PlanRow[];
  /** Of all pages. */
  plans: number;
  subscriptions: number;
  /** Hand it back as `after` for the next page. */
  next?: string;
}

interface RawRow {
  planId: string;
  plan: string;
  id: string | null;
  product: string;
  quantity: string;
  startsOn: IsoDate;
  endsOn: IsoDate | null;
  chargeOn: IsoDate | null;
  currency: string;
  amount: string;
}

const CURSOR = /^([0-9a-f-]{36})[.]([0-9a-f-]{36})?$/;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * A page of the account's plans with their subscriptions, by the plan's and the product's name. Throws `invalid` for an
 * `after` that no page gave.
 */
export const list = reading({
  permission: 'plans.read',
  input: z.strictObject({
    after: z.string().max(100).optional(),
    limit: z.number().int().min(1).max(100).default(8),
  }),
  async handle(scope, { after, limit }): Promise<PlanPage> {
    const found = await readPage(scope, placeOf(after), limit + 1);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const [plans, subscriptions] = [await scope.tx.plan.count(), await scope.tx.subscription.count()];
    return {
      rows: rows.map((row) => view(row, scope.today)),
      ...{ plans, subscriptions },
      ...(found.length > limit && last && { next: `${last.planId}.${last.id ?? ''}` }),
    };
  },
});

function placeOf(cursor: string | undefined): { plan: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [, plan, id = FIRST_ID] = CURSOR.exec(cursor) ?? [];
  const uuid = z.guid();
  if (!uuid.safeParse(plan).success || !uuid.safeParse(id).success) {
    throw new CodedError('invalid', 'bad_input', { field: 'after' });
  }
  return { plan: plan!, id };
}

function readPage({ tx, today }: Scope, place: ReturnType<typeof placeOf>, limit: number) {
  const { plan = FIRST_ID, id = FIRST_ID } = place ?? {};
  return tx.$queryRaw<RawRow[]>`
    WITH row AS (
      SELECT p.id AS "planId", p.name AS plan, s.id, coalesce(s.id, ${FIRST_ID}::uuid) AS place,
        coalesce(s.product, '') AS product, s.quantity, s."startsOn", s."endsOn"
      FROM plan p LEFT JOIN subscription s ON s."planId" = p.id)
    SELECT r."planId", r.plan, r.id, r.product, r.quantity::text, to_char(r."startsOn", 'YYYY-MM-DD') AS "startsOn",
      to_char(r."endsOn", 'YYYY-MM-DD') AS "endsOn", to_char(c."chargeOn", 'YYYY-MM-DD') AS "chargeOn", c.currency,
      c.amount::text
    FROM row r LEFT JOIN LATERAL (
      SELECT * FROM scheduled_charge c WHERE c."subscriptionId" = r.id AND c."chargeOn" >= ${today}::date
      ORDER BY c."chargeOn" LIMIT 1) c ON true
    WHERE ${place === undefined} OR (r.plan, r."planId", r.product, r.place) > (
      SELECT l.plan, l."planId", l.product, l.place FROM row l WHERE l."planId" = ${plan}::uuid AND l.place = ${id}::uuid)
    ORDER BY r.plan, r."planId", r.product, r.place LIMIT ${limit}`;
}

function view({ plan, id, product, quantity, startsOn, endsOn, ...charge }: RawRow, today: IsoDate): PlanRow {
  if (id === null) return { plan, subscription: null };
  const { chargeOn, currency, amount } = charge;
  const nextCharge = chargeOn === null ? null : { on: chargeOn, amount: money(amount, currency) };
  const ended = endsOn !== null && endsOn < today;
  return {
    plan,
    subscription: {
      ...{ product, quantity: new Decimal(quantity).toFixed(), startsOn, endsOn, ended, nextCharge },
    },
  };
}
