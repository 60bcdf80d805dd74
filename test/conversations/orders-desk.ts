import { copyTransactions } from '../../src/db/copy.ts';
import { systemIds } from '../../src/lib/clock.ts';
import type { Locale } from '../../src/lib/locale.ts';
import type { OrderState } from '../../src/lib/order-words.ts';
import { loadDocument } from '../../src/loader/load.ts';
import type { TestAccount } from '../support/account.ts';
import type { testDatabase } from '../support/database.ts';
import { portalWorld, type World } from '../support/portal.ts';
import { talkIn } from '../support/talk.ts';

interface NewOrder {
  number: string;
  state?: OrderState;
  orderedOn?: string;
  expectedOn?: string | null;
  total?: string;
  currency?: string;
  carrier?: string;
  trackingNumber?: string;
  /** Moments with states and notes, oldest first. */
  events?: readonly (readonly [at: string, state: OrderState, note?: string])[];
  lines?: readonly (readonly [product: string, quantity: string, amount: string])[];
}

/** Adds an order as a load would; its id. */
export async function addOrder({ sql, id }: TestAccount, order: NewOrder): Promise<string> {
  const { number, state = 'booked', orderedOn = '2026-10-20', expectedOn = '2026-11-06', total = '100.00' } = order;
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO "order" ("accountId", "externalId", number, "orderedOn", "placedBy", state, currency, total, carrier,
       "trackingNumber", "expectedOn") VALUES ($1, $2, $2, $3, 'Tom Oak', $4, $5, $6, $7, $8, $9) RETURNING id`,
    [
      ...[id, number, orderedOn, state, order.currency ?? 'PLN', total],
      ...[order.carrier ?? null, order.trackingNumber ?? null, expectedOn],
    ],
  );
  const orderId = rows[0]!.id;
  for (const [at, [when, into, note]] of (order.events ?? []).entries()) {
    await sql.query(
      `INSERT INTO order_event ("accountId", "orderId", position, at, state, note) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, orderId, at + 1, when, into, note ?? null],
    );
  }
  for (const [at, [product, quantity, amount]] of (order.lines ?? []).entries()) {
    await sql.query(
      `INSERT INTO order_line ("accountId", "orderId", position, product, quantity, amount)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, orderId, at + 1, product, quantity, amount],
    );
  }
  return orderId;
}

/** Loads rows of orders for the account; what a row leaves out is as order 88012 of the desk has it. */
export async function loadOrders(
  { database, clock }: World,
  { id: accountId }: TestAccount,
  orders: readonly Record<string, unknown>[],
  inTransaction: () => Promise<void> = async () => undefined,
): Promise<void> {
  const rows = orders.map((order) => ({
    ...{ id: order.number, account: `A-${accountId}`, orderedOn: '2026-10-21', placedBy: 'Tom Oak' },
    ...{ state: 'shipped', currency: 'PLN', total: '8740.00', expectedOn: '2026-11-06' },
    ...order,
  }));
  const deps = { inTransaction: copyTransactions(database.pools.loader), clock, ids: systemIds, audit: inTransaction };
  await loadDocument('orders.json', { orders: rows }, deps);
}

/** An account with orders in every state; Tom (technical) orders things, Mia manages, Ann (finance) pays. */
export async function orderDesk(database: Awaited<ReturnType<typeof testDatabase>>, locale: Locale) {
  const world = await portalWorld(database);
  const account = await world.account({ mia: ['management'], tom: ['technical'], ann: ['finance'] });
  await account.sql.query('UPDATE contact SET locale = $2, "timeZone" = $3 WHERE "accountId" = $1', [
    ...[account.id, locale, 'Europe/Warsaw'],
  ]);
  const ids = {
    shipped: await addOrder(account, {
      ...{ number: '88012', state: 'shipped', orderedOn: '2026-10-21', total: '8740.00' },
      ...{ carrier: 'InTrans Kurier', trackingNumber: 'ITK 5520 1187 34' },
      events: [
        ['2026-10-21T09:00:00Z', 'booked'],
        ['2026-10-25T12:00:00Z', 'provisioning', 'Picked in the warehouse'],
        ['2026-11-01T15:30:00Z', 'shipped', 'Handed to the carrier'],
      ],
      lines: [
        ['Network switch N24', '2', '6780.00'],
        ['Optical transceiver', '8', '1960.00'],
      ],
    }),
    late: await addOrder(account, {
      ...{ number: 'ORD-88015', state: 'provisioning', orderedOn: '2026-10-26', expectedOn: '2026-11-01' },
      ...{ total: '6400.00', currency: 'EUR' },
    }),
    unpaid: await addOrder(account, {
      ...{ number: '88019', state: 'pending_payment', orderedOn: '2026-10-31', expectedOn: null, total: '18942.00' },
    }),
    delivered: await addOrder(account, {
      ...{ number: '88007', state: 'delivered', orderedOn: '2026-08-31', expectedOn: '2026-09-14', total: '15320.00' },
      events: [
        ['2026-08-31T08:00:00Z', 'booked'],
        ['2026-09-13T22:30:00Z', 'delivered', 'Signed for at the reception'],
      ],
    }),
    cancelled: await addOrder(account, { number: '87981', state: 'cancelled', orderedOn: '2026-04-29' }),
  };
  const talk = await talkIn(world);
  return {
    ...{ world, account, ids, talk },
    tom: await talk.person(account, 'tom'),
    by: <T>(texts: Record<Locale, T>): T => texts[locale],
  };
}

export type Desk = Awaited<ReturnType<typeof orderDesk>>;
