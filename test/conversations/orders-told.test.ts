import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { addOrder, type Desk, loadOrders, orderDesk } from './orders-desk.ts';

const database = await testDatabase();
let desk: Desk;

/** Order 88012 as it stands, told by the file it was loaded from. */
const STANDS = {
  ...{ number: '88012', carrier: 'InTrans Kurier', trackingNumber: 'ITK 5520 1187 34' },
  events: [
    { at: '2026-10-21T09:00:00Z', state: 'booked' },
    { at: '2026-10-25T12:00:00Z', state: 'provisioning', note: 'Picked in the warehouse' },
    { at: '2026-11-01T15:30:00Z', state: 'shipped', note: 'Handed to the carrier' },
  ],
  lines: [
    { product: 'Network switch N24', quantity: '2', amount: '6780.00' },
    { product: 'Optical transceiver', quantity: '8', amount: '1960.00' },
  ],
};
const DELIVERED = {
  ...STANDS,
  state: 'delivered',
  events: [...STANDS.events, { at: '2026-11-03T09:40:00Z', state: 'delivered', note: 'Signed for at the reception' }],
};

/** What Tom is told when orders are loaded. */
async function toldOf(...orders: Record<string, unknown>[]) {
  const before = desk.tom.messages().length;
  await loadOrders(desk.world, desk.account, orders);
  await desk.talk.settle();
  return desk.tom.messages().slice(before);
}

const watch = (number: string) =>
  desk.tom.says(desk.by({ en: `watch order ${number}`, pl: `obserwuj zamówienie ${number}` }));

describe.each(['en', 'pl'] as const)('whoever watches an order (%s)', (locale) => {
  beforeEach(async () => {
    desk = await orderDesk(database, locale);
    await watch('88012');
  });

  it('is told of its change, once, however often the same is loaded', async () => {
    const [told, ...others] = await toldOf(DELIVERED);
    expect(others).toEqual([]);
    expect(told!.reply.text).toBe(
      desk.by({
        en: 'News of an order you watch. Order 88012 was delivered on 3 Nov 2026.',
        pl: 'Zmiana w obserwowanym zamówieniu. Zamówienie 88012 zostało dostarczone 3 lis 2026.',
      }),
    );
    expectSaidGolden(`conversations/orders-changed-${locale}`, told!, desk.account, locale);
    expect(await toldOf(DELIVERED)).toEqual([]);
  });

  it('is told of a date that has moved, and what it was', async () => {
    const [told] = await toldOf({ ...STANDS, expectedOn: '2026-11-10' });
    expect(told!.reply.text).toContain(
      desk.by({
        en: 'It is expected on 10 Nov 2026, in 7 days. Before, it was expected on 6 Nov 2026.',
        pl: 'Spodziewany termin: 10 lis 2026 (za 7 dni). Poprzedni termin: 6 lis 2026.',
      }),
    );
  });

  it('is told of many changes of one load in one message', async () => {
    await watch('88015');
    const late = { number: 'ORD-88015', orderedOn: '2026-10-26', total: '6400.00', currency: 'EUR' };
    const [told, ...others] = await toldOf(DELIVERED, { ...late, state: 'shipped', expectedOn: '2026-11-04' });
    expect(others).toEqual([]);
    expect(told!.reply.text).toBe(
      desk.by({
        en: '2 orders you watch have changed: 88012 (delivered), ORD-88015 (shipped, expected 4 Nov 2026).',
        pl: '2 obserwowane zamówienia się zmieniły: 88012 (dostarczone), ORD-88015 (wysłane, termin 4 lis 2026).',
      }),
    );
    expectSaidGolden(`conversations/orders-changed-many-${locale}`, told!, desk.account, locale);
  });
});

describe('whoever watches an order', () => {
  beforeEach(async () => {
    desk = await orderDesk(database, 'en');
    await watch('88012');
  });

  it('is not told of what a file says anew without a change of state, events or delivery', async () => {
    expect(await toldOf({ ...STANDS, total: '9000.00', placedBy: 'Tom A. Oak', lines: [] })).toEqual([]);
  });

  it('is not told of orders nobody watches, nor of another account’s with the same number', async () => {
    const other = await desk.world.account({ eve: ['technical'] });
    await addOrder(other, { number: '88012', state: 'booked' });
    const before = desk.tom.messages().length;
    await loadOrders(desk.world, other, [DELIVERED]);
    await desk.talk.settle();
    expect(desk.tom.messages().slice(before)).toEqual([]);
    expect(await toldOf({ number: 'ORD-88015', state: 'shipped', currency: 'EUR' })).toEqual([]);
  });

  it('is told no more after “stop watching it”', async () => {
    await desk.tom.says('stop watching it');
    expect(await toldOf(DELIVERED)).toEqual([]);
  });

  it('is told nothing once the role is lost, nor once suspended, whatever was written down before', async () => {
    await loadOrders(desk.world, desk.account, [{ ...STANDS, expectedOn: '2026-11-10' }]);
    await desk.account.setRoles('tom', ['finance']);
    const before = desk.tom.messages().length;
    await desk.talk.settle();
    expect(desk.tom.messages().slice(before)).toEqual([]);
    await desk.account.setRoles('tom', ['technical']);
    await desk.account.suspend('tom');
    expect(await toldOf(DELIVERED)).toEqual([]);
  });

  it('is told by mail, in words alone, where they are in no chat', async () => {
    const { world, account, ids } = desk;
    await world.portalFor(account, 'mia').orders.watch({ key: 'mia', id: ids.shipped });
    await toldOf(DELIVERED);
    const { rows } = await account.sql.query<{ to: string; text: string }>(
      'SELECT "to", text FROM mail WHERE "accountId" = $1',
      [account.id],
    );
    expect(rows).toEqual([
      {
        to: account.email('mia'),
        text: expect.stringMatching(/^News of an order you watch\. Order 88012 was delivered/),
      },
    ]);
  });

  it('gets its first ones and a count where very many have changed', async () => {
    const numbers = Array.from({ length: 11 }, (_, at) => `M-${100 + at}`);
    for (const number of numbers) await addOrder(desk.account, { number });
    await desk.account.sql.query(
      `INSERT INTO order_watch ("accountId", "orderId", "contactId")
       SELECT "accountId", id, $2 FROM "order" WHERE "accountId" = $1 AND number LIKE 'M-%'`,
      [desk.account.id, desk.account.person('tom')],
    );
    const [told] = await toldOf(...numbers.map((number) => ({ number, state: 'delivered' })));
    expect(told!.reply.text).toMatch(/^11 orders you watch have changed: M-100 .*M-107 \(delivered\) and 3 more\.$/);
  });
});
