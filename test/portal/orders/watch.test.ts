import { beforeEach, describe, expect, it } from 'vitest';
import { addOrder, loadOrders } from '../../conversations/orders-desk.ts';
import type { TestAccount } from '../../support/account.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';

const database = await testDatabase();
const world = await portalWorld(database);
let account: TestAccount;
let id: string;
const door = (name = 'tom') => world.portalFor(account, name).orders;

const audited = async () =>
  (
    await account.sql.query<{ line: string }>(
      `SELECT concat_ws(' ', action, object, outcome) AS line FROM audit_record WHERE chain = $1 ORDER BY seq`,
      [account.id],
    )
  ).rows.map(({ line }) => line);

const notices = async () =>
  (await account.sql.query<{ details: unknown }>(`SELECT details FROM notice WHERE "accountId" = $1`, [account.id]))
    .rows;

beforeEach(async () => {
  account = await world.account({ tom: ['technical'], mia: ['management'] });
  id = await addOrder(account, { number: '88012', state: 'booked' });
});

describe('watching an order', () => {
  it('is one’s own, switched on and off, each written down once', async () => {
    expect(await door().watch({ key: 'a', id })).toMatchObject({
      changed: true,
      order: { watched: true },
    });
    expect(await door().watch({ key: 'b', id })).toMatchObject({ changed: false });
    expect((await door().show({ id })).watched).toBe(true);
    expect((await door('mia').show({ id })).watched).toBe(false);
    expect((await door().list({ watched: true })).count).toBe(1);
    expect((await door('mia').list({ watched: true })).count).toBe(0);
    expect(await door().unwatch({ key: 'c', id })).toMatchObject({
      changed: true,
      order: { watched: false },
    });
    expect(await door().unwatch({ key: 'd', id })).toMatchObject({ changed: false });
    expect(await audited()).toEqual(['orders.watch order:88012 done', 'orders.unwatch order:88012 done']);
  });

  it('answers a repeat with what it did, and two presses at once with one watch', async () => {
    const twice = await Promise.all([1, 2].map(() => door().watch({ key: 'a', id })));
    expect(twice.map(({ changed }) => changed)).toEqual([true, true]);
    const presses = await Promise.all(['b', 'c'].map((key) => door('mia').watch({ key, id })));
    expect(presses.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect(await audited()).toEqual(['orders.watch order:88012 done', 'orders.watch order:88012 done']);
  });

  it.each(['delivered', 'cancelled'] as const)('is refused where it is %s, and can still be ended', async (state) => {
    await door().watch({ key: 'a', id });
    await account.sql.query('UPDATE "order" SET state = $2 WHERE id = $1', [id, state]);
    const refused = door('mia').watch({ key: 'b', id });
    await expect(refused).rejects.toMatchObject({
      code: 'conflict',
      reason: 'order_ended',
      details: { number: '88012', state },
    });
    expect(await door().unwatch({ key: 'c', id })).toMatchObject({ changed: true });
  });

  it('misses nothing of a load under way: it waits for it, and answers with what the load brought', async () => {
    const order = { number: '88012', orderedOn: '2026-10-20', total: '100.00', state: 'shipped' };
    let watching: ReturnType<ReturnType<typeof door>['watch']> | undefined;
    await loadOrders(world, account, [order], async () => {
      watching = door().watch({ key: 'a', id });
      await expect
        .poll(async () => {
          const { rows } = await account.sql.query<{ waits: boolean }>(
            `SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database OR l.database IS NULL
             WHERE NOT l.granted AND d.datname = current_database()) AS waits`,
          );
          return rows[0]!.waits;
        })
        .toBe(true);
    });
    expect(await watching).toMatchObject({ changed: true, order: { state: 'shipped' } });
    expect(await notices()).toEqual([]);
    await loadOrders(world, account, [{ ...order, state: 'delivered' }]);
    expect(await notices()).toEqual([
      { details: { orders: [{ id, was: { state: 'shipped', expectedOn: '2026-11-06' } }] } },
    ]);
  });
});
