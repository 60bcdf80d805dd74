import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { wipeOld } from '../../src/db/retention.ts';
import { toys } from '../conversations/toy.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { talkIn } from '../support/talk.ts';

const database = await testDatabase();
const DAY = 86_400_000;

const count = async (table: string) => {
  const { rows } = await database.pools.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return rows[0]!.n;
};

describe('what is kept for a time only', () => {
  it('message texts are gone after 30 days and buttons after 90, and not before', async () => {
    const world = await portalWorld(database);
    const account = await world.account({ ann: ['finance'] });
    const talk = await talkIn(world, { repertoire: toys().repertoire });
    const ann = await talk.person(account, 'ann');
    await ann.says('pay invoice 123');
    await database.pools.owner.query('UPDATE conversation SET "updatedAt" = $1', [world.clock.now()]);

    await wipeOld(database.pools.system, new Date(world.clock.now().getTime() + 29 * DAY));
    expect(await count('inbox')).toBe(1);
    expect(await count('outbox')).toBe(1);

    await wipeOld(database.pools.system, new Date(world.clock.now().getTime() + 31 * DAY));
    expect(await count('inbox')).toBe(0);
    expect(await count('outbox')).toBe(0);
    expect(await count(`conversation WHERE state = '{}'`)).toBe(1);
    expect(await count('press')).toBeGreaterThan(0);

    await wipeOld(database.pools.system, new Date(world.clock.now().getTime() + 91 * DAY));
    expect(await count('press')).toBe(0);
  });

  it('a notice that is over is gone after 90 days, one that waits never', async () => {
    const world = await portalWorld(database);
    const account = await world.account({ ann: ['finance'] });
    const notice = (key: string, doneAt: Date | null) =>
      database.pools.owner.query(
        `INSERT INTO notice ("accountId", "contactId", kind, key, "doneAt")
         SELECT "accountId", id, 'test', $2, $3 FROM contact WHERE "accountId" = $1`,
        [account.id, key, doneAt],
      );
    await notice('over', world.clock.now());
    await notice('waits', null);
    await wipeOld(database.pools.system, new Date(world.clock.now().getTime() + 89 * DAY));
    expect(await count('notice')).toBe(2);
    await wipeOld(database.pools.system, new Date(world.clock.now().getTime() + 91 * DAY));
    expect(await count(`notice WHERE key = 'waits'`)).toBe(1);
    expect(await count('notice')).toBe(1);
  });

  it('an event that still waits is never taken away', async () => {
    await database.pools.owner.query(`INSERT INTO inbox (key, conversation, event) VALUES ($1, 'c', '{}')`, [
      randomUUID(),
    ]);
    await wipeOld(database.pools.system, new Date(Date.now() + 400 * DAY));
    expect(await count('inbox')).toBe(1);
  });
});
