import { beforeEach, describe, expect, it } from 'vitest';
import { clockTo } from '../portal/reminders/support.ts';
import { testDatabase } from '../support/database.ts';
import { type Desk, loadOrders, orderDesk } from './orders-desk.ts';

const database = await testDatabase();

describe('a change of an order somebody watches', () => {
  let desk: Desk;
  let at: (iso: string) => void;

  const load = (...orders: Record<string, unknown>[]) => loadOrders(desk.world, desk.account, orders);
  /** What Tom has been told since. */
  const since = () => {
    const before = desk.tom.messages().length;
    return async () => {
      await desk.talk.settle();
      return desk.tom
        .messages()
        .slice(before)
        .map(({ reply }) => reply.text);
    };
  };
  const SHIPPED = { number: '88012', expectedOn: '2026-11-12' };
  const LATE = { number: 'ORD-88015', orderedOn: '2026-10-26', total: '6400.00', currency: 'EUR', state: 'shipped' };

  beforeEach(async () => {
    desk = await orderDesk(database, 'en');
    at = clockTo(desk.world);
    await desk.tom.says('watch order 88012');
    await desk.tom.says('watch order 88015');
  });

  it('is told when it happens by day, from eight o’clock on', async () => {
    at('2026-11-04T07:00:00Z');
    const told = since();
    await load(SHIPPED);
    expect(await told()).toHaveLength(1);
  });

  it('of a night waits for nine o’clock, together with the others, each as it stands then', async () => {
    at('2026-11-03T22:00:00Z');
    const told = since();
    await load(SHIPPED);
    await desk.talk.settle();
    at('2026-11-04T03:00:00Z');
    await load({ ...SHIPPED, state: 'delivered' }, LATE);
    expect(await told()).toEqual([]);
    at('2026-11-04T07:59:00Z');
    expect(await told()).toEqual([]);
    at('2026-11-04T08:00:00Z');
    expect(await told()).toEqual([
      expect.stringMatching(/^2 orders you watch have changed: 88012 \(delivered\), ORD-88015/),
    ]);
    at('2026-11-04T09:00:00Z');
    expect(await told()).toHaveLength(1);
  });

  it('of a weekend waits for Monday', async () => {
    at('2026-11-07T12:00:00Z');
    const told = since();
    await load(SHIPPED);
    expect(await told()).toEqual([]);
    at('2026-11-09T08:00:00Z');
    expect(await told()).toHaveLength(1);
  });

  it('that waits is told with one that comes by day', async () => {
    at('2026-11-04T05:00:00Z');
    const told = since();
    await load(SHIPPED);
    expect(await told()).toEqual([]);
    at('2026-11-04T07:30:00Z');
    await load(LATE);
    expect(await told()).toEqual([expect.stringMatching(/^2 orders you watch have changed/)]);
    at('2026-11-04T08:00:00Z');
    expect(await told()).toHaveLength(1);
  });

  it('is not told while the topic is off, though the order stays watched', async () => {
    await desk.tom.says('turn off order reminders');
    const told = since();
    await load(SHIPPED);
    expect(await told()).toEqual([]);
    const { rows } = await desk.account.sql.query('SELECT FROM order_watch WHERE "accountId" = $1', [desk.account.id]);
    expect(rows).toHaveLength(2);
  });

  it('is told after a snooze, all of them in one message', async () => {
    await desk.tom.says('snooze order notifications until Friday');
    const told = since();
    await load(SHIPPED);
    await desk.talk.settle();
    await load(LATE);
    expect(await told()).toEqual([]);
    at('2026-11-06T07:59:00Z');
    expect(await told()).toEqual([]);
    at('2026-11-06T08:00:00Z');
    expect(await told()).toEqual([expect.stringMatching(/^2 orders you watch have changed/)]);
  });

  it('is not told by mail at night either', async () => {
    const mails = async () =>
      (await desk.account.sql.query('SELECT FROM mail WHERE "accountId" = $1', [desk.account.id])).rows.length;
    await desk.account.sql.query('UPDATE chat_link SET "endedAt" = now() WHERE "accountId" = $1', [desk.account.id]);
    at('2026-11-03T22:00:00Z');
    await load(SHIPPED);
    await desk.talk.settle();
    expect(await mails()).toBe(0);
    at('2026-11-04T08:00:00Z');
    await desk.talk.settle();
    expect(await mails()).toBe(1);
  });
});
