import { beforeAll, describe, expect, it, vi } from 'vitest';
import { sqlOn } from '../../src/db/sql.ts';
import { reminderJobs } from '../../src/jobs/reminders.ts';
import type { PortalServices } from '../../src/portal/operation.ts';
import { openSystem } from '../../src/portal/system.ts';
import { clockTo, digestsOf, linkAll } from '../portal/reminders/support.ts';
import type { TestAccount } from '../support/account.ts';
import { testDatabase } from '../support/database.ts';
import { quietLog } from '../support/log.ts';
import { portalWorld, type World } from '../support/portal.ts';

const database = await testDatabase();
const { owner, system } = database.pools;

const jobOf = (world: World, others: Partial<PortalServices> = {}, log = quietLog) =>
  reminderJobs({ system: openSystem({ ...world.services, ...others }, sqlOn(system)), log })[0]!;

describe('the job that reminds people', () => {
  it('reminds the people of one account though another one fails, and that one’s the next time', async () => {
    const world = await portalWorld(database);
    const people = (name: string) => world.account({ [name]: ['finance'] });
    const accounts: TestAccount[] = [await people('ann'), await people('eve')];
    for (const account of accounts) {
      await linkAll(account);
      await account.invoice({ number: 'INV-1', dueOn: '2026-10-01' });
    }
    await jobOf(world).run();
    clockTo(world)('2026-11-04T08:00:00Z');
    const error = vi.fn();
    const db: PortalServices['db'] = {
      tenantTransaction: async (id, work) => {
        if (id === accounts[0]!.id) throw new Error('the database is away');
        return database.tenantTransaction(id, work);
      },
    };
    await jobOf(world, { db }, { ...quietLog, error } as unknown as typeof quietLog).run();
    expect(error).toHaveBeenCalledTimes(1);
    const told = async () => (await Promise.all(accounts.map(digestsOf))).map((digests) => digests.length);
    expect(await told()).toEqual([0, 1]);
    await jobOf(world).run();
    expect(await told()).toEqual([1, 1]);
  });

  describe('with ten thousand people', () => {
    let world: World;

    beforeAll(async () => {
      world = await portalWorld(database);
      await owner.query(`INSERT INTO account ("externalId", name, "timeZone", "supportEmail")
        SELECT 'M-' || n, 'Account ' || n, 'Europe/Warsaw', 'support@m.example' FROM generate_series(1, 500) n`);
      await owner.query(`INSERT INTO contact ("accountId", email, name, "digestAt")
        SELECT a.id, 'p' || n || '@m.example', 'Person ' || n, '2026-11-04T08:00:00Z'
        FROM account a, generate_series(1, 20) n WHERE a."externalId" LIKE 'M-%'`);
      await owner.query('ANALYZE contact');
    });

    it('finds nobody before their turn by an index, without reading anybody', async () => {
      const reminders = openSystem(world.services, sqlOn(system)).reminders;
      const seen: string[] = [];
      const spy = {
        async query(text: string) {
          seen.push(text);
          return { rows: [] };
        },
      };
      await openSystem(world.services, spy as never).reminders.due();
      const { rows } = await system.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, TIMING OFF) ${seen[0]}`, [
        world.clock.now(),
      ]);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain('contact_digest');
      expect(plan).not.toContain('Seq Scan on contact');
      expect(await reminders.due()).toEqual([]);
    });

    it('takes all of their turns at nine, each account in one transaction, once', async () => {
      clockTo(world)('2026-11-04T08:00:00Z');
      const transactions = vi.fn(database.tenantTransaction);
      await jobOf(world, { db: { tenantTransaction: transactions } as never }).run();
      expect(transactions).toHaveBeenCalledTimes(500);
      const { rows } = await owner.query(
        `SELECT count(*)::int AS count, min("digestAt") AS first FROM contact WHERE email LIKE '%@m.example'`,
      );
      expect(rows).toEqual([{ count: 10_000, first: new Date('2026-11-05T08:00:00Z') }]);
      await jobOf(world, { db: { tenantTransaction: transactions } as never }).run();
      expect(transactions).toHaveBeenCalledTimes(500);
    }, 60_000);
  });
});
