import { beforeEach, describe, expect, it } from 'vitest';
import type { TestAccount } from '../../support/account.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld, type World } from '../../support/portal.ts';
import { clockTo, digestsOf, linkAll, reminding } from './support.ts';

const database = await testDatabase();
const HOUR = 3_600_000;

describe('a summary', () => {
  let world: World;
  let account: TestAccount;
  let run: () => Promise<void>;
  let at: (iso: string) => void;
  let invoices = 0;

  const overdue = () => {
    invoices += 1;
    return account.invoice({ number: `INV-${invoices}`, dueOn: '2026-01-01' });
  };
  const moments = async () => (await digestsOf(account)).map((digest) => digest.at);
  const zone = (timeZone: string) =>
    account.sql.query('UPDATE contact SET "timeZone" = $2 WHERE "accountId" = $1', [account.id, timeZone]);

  beforeEach(async () => {
    world = await portalWorld(database);
    account = await world.account({ ann: ['finance'] });
    await linkAll(account);
    run = reminding(world);
    at = clockTo(world);
    await run();
  });

  it('comes at nine of the next working day of the account’s time zone, and not at the moment somebody is new', async () => {
    await overdue();
    at('2026-11-04T07:59:59Z');
    await run();
    expect(await moments()).toEqual([]);
    at('2026-11-04T08:00:00Z');
    await run();
    await run();
    expect(await moments()).toEqual(['2026-11-04T08:00:00.000Z']);
  });

  it.each([
    ['Europe/Warsaw', '2027-03-26T00:00:00Z', ['2027-03-26T08:00:00.000Z', '2027-03-29T07:00:00.000Z']],
    ['Europe/Warsaw', '2027-10-29T00:00:00Z', ['2027-10-29T07:00:00.000Z', '2027-11-01T08:00:00.000Z']],
    ['America/New_York', '2027-03-12T00:00:00Z', ['2027-03-12T14:00:00.000Z', '2027-03-15T13:00:00.000Z']],
    ['Asia/Kolkata', '2027-03-26T00:00:00Z', ['2027-03-26T03:30:00.000Z', '2027-03-29T03:30:00.000Z']],
    ['Pacific/Auckland', '2027-04-01T12:00:00Z', ['2027-04-01T20:00:00.000Z', '2027-04-04T21:00:00.000Z']],
  ])(
    'comes at nine in %s over the weekend the clocks change, every hour looked at',
    async (timeZone, from, expected) => {
      await zone(timeZone);
      at(from);
      await account.sql.query('UPDATE contact SET "digestAt" = NULL WHERE "accountId" = $1', [account.id]);
      for (let hour = 0; hour < 4 * 24; hour += 1) {
        if (hour % 24 === 0) await overdue();
        await run();
        world.clock.move(HOUR / 2);
        await run();
        world.clock.move(HOUR / 2);
      }
      expect((await moments()).slice(0, 2)).toEqual(expected);
    },
  );

  it('comes by the new clock to somebody who has moved, of everything once', async () => {
    await overdue();
    await zone('Asia/Kolkata');
    // It was to be at nine in Warsaw, half past one in the afternoon in Kolkata.
    at('2026-11-04T08:00:00Z');
    await run();
    await overdue();
    at('2026-11-05T03:30:00Z');
    await run();
    expect(await moments()).toEqual(['2026-11-04T08:00:00.000Z', '2026-11-05T03:30:00.000Z']);
    await zone('America/New_York');
    await overdue();
    // Nine in Kolkata is the night before in New York.
    at('2026-11-06T03:30:00Z');
    await run();
    at('2026-11-06T14:00:00Z');
    await run();
    expect((await moments())[2]).toBe('2026-11-06T14:00:00.000Z');
  });

  it('missed while the service was down comes the same day when it is up again', async () => {
    await overdue();
    at('2026-11-04T10:07:00Z');
    await run();
    expect(await moments()).toEqual(['2026-11-04T10:07:00.000Z']);
    at('2026-11-05T08:00:00Z');
    await overdue();
    await run();
    expect((await moments())[1]).toBe('2026-11-05T08:00:00.000Z');
  });

  it.each([
    ['in the evening', '2026-11-04T17:00:00Z', '2026-11-05T08:00:00.000Z'],
    ['at night', '2026-11-05T02:00:00Z', '2026-11-05T08:00:00.000Z'],
    ['on a Saturday', '2026-11-07T10:00:00Z', '2026-11-09T08:00:00.000Z'],
  ])('missed until %s comes with the next one', async (_when, up, expected) => {
    await overdue();
    at(up);
    await run();
    expect(await moments()).toEqual([]);
    at(expected);
    await run();
    expect(await moments()).toEqual([expected]);
  });

  it('of everything there was when the service first started is one', async () => {
    for (let count = 0; count < 120; count += 1) await overdue();
    at('2026-11-04T08:00:00Z');
    await run();
    expect(await moments()).toHaveLength(1);
    const digest = await world.portalFor(account, 'ann').reminders.digest({ at: ['2026-11-04T08:00:00.000Z'] });
    expect(digest.invoices).toMatchObject({ count: 120, left: [{ amount: '12000.00', currency: 'PLN' }] });
    expect(digest.invoices.rows).toHaveLength(5);
  });

  it('is nothing where nothing is new', async () => {
    at('2026-11-04T08:00:00Z');
    await run();
    expect(await moments()).toEqual([]);
  });

  it('waits for whoever can be reached in no chat, and then has all of it', async () => {
    await account.sql.query('UPDATE chat_link SET "endedAt" = now() WHERE "accountId" = $1', [account.id]);
    await overdue();
    at('2026-11-04T08:00:00Z');
    await run();
    expect(await moments()).toEqual([]);
    await linkAll(account);
    at('2026-11-05T08:00:00Z');
    await run();
    expect(await digestsOf(account)).toEqual([
      { to: 'ann', at: '2026-11-05T08:00:00.000Z', of: ['overdue_invoices overdue:2026-01-01'] },
    ]);
  });

  it('is not for whoever’s workspace is not allowed any more, nor for somebody suspended', async () => {
    await overdue();
    await account.sql.query('DELETE FROM allowed_tenant WHERE "accountId" = $1', [account.id]);
    at('2026-11-04T08:00:00Z');
    await run();
    await linkAll(account);
    await account.suspend('ann');
    at('2026-11-05T08:00:00Z');
    await run();
    expect(await moments()).toEqual([]);
  });
});
