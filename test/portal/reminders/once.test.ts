import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TestAccount } from '../../support/account.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld, type World } from '../../support/portal.ts';
import { newKey } from '../payments/support.ts';
import { clockTo, digestsOf, linkAll, reminding } from './support.ts';

const database = await testDatabase();

describe('a summary', () => {
  let world: World;
  let account: TestAccount;
  let run: () => Promise<void>;

  beforeEach(async () => {
    world = await portalWorld(database);
    account = await world.account({ ann: ['finance'], bob: ['finance'] });
    await linkAll(account);
    run = reminding(world);
    await run();
    await account.invoice({ number: 'INV-1', dueOn: '2026-11-01' });
    clockTo(world)('2026-11-04T08:00:00Z');
  });

  it('is written once for each person by however many replicas at once', async () => {
    await Promise.all([run(), reminding(world)(), reminding(world)(), run()]);
    await run();
    expect((await digestsOf(account)).map(({ to }) => to).sort()).toEqual(['ann', 'bob']);
  });

  it('waits for the next minute where a load, a payment or a change of people has the account', async () => {
    const client = await database.pools.owner.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT FROM account WHERE id = $1 FOR NO KEY UPDATE', [account.id]);
      await run();
      expect(await digestsOf(account)).toEqual([]);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
    await run();
    expect(await digestsOf(account)).toHaveLength(2);
  });

  it('is written with what it says or not at all, and then by the next run', async () => {
    let dies = true;
    const dying = reminding(world, {
      db: {
        tenantTransaction: (id, work) =>
          database.tenantTransaction(id, async (tx) => {
            const result = await work(tx);
            if (dies) throw new Error('the process dies before the commit');
            return result;
          }),
      },
    });
    await expect(dying()).rejects.toThrow(/dies/);
    const { rows } = await account.sql.query('SELECT FROM reminder WHERE "accountId" = $1', [account.id]);
    expect([rows.length, await digestsOf(account)]).toEqual([0, []]);
    dies = false;
    await dying();
    expect(await digestsOf(account)).toHaveLength(2);
  });

  it('tells the news of days of any kind, and of nothing twice in a state, and leaves nothing out', async () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), late: fc.nat(3) }),
      fc.record({ kind: fc.constantFrom('pay', 'reopen', 'move'), which: fc.nat(5) }),
      fc.record({ kind: fc.constantFrom('crash', 'twice', 'down', 'snooze', 'off', 'on') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { maxLength: 4 }), { minLength: 4, maxLength: 8 }), (days) =>
        holds(days as Change[][]),
      ),
      { numRuns: 12 },
    );
  }, 120_000);
});

interface Change {
  kind: 'add' | 'late' | 'pay' | 'reopen' | 'move' | 'crash' | 'twice' | 'down' | 'snooze' | 'off' | 'on';
  late?: number;
  which?: number;
}

/** Lives through days of changes beside a model of what is to be told, which knows nothing of tables and turns. */
async function holds(days: readonly (readonly Change[])[]): Promise<void> {
  const world = await portalWorld(database);
  const account = await world.account({ ann: ['finance'] });
  await linkAll(account);
  const portal = world.portalFor(account, 'ann');
  const invoices: { id: string; dueOn: string; paid: boolean }[] = [];
  const known = new Set<string>();
  let quietUntil = '';
  let again: string[] = [];
  let on = true;
  await reminding(world)();
  for (const [index, changes] of days.entries()) {
    // Working days only: the 4th of November is a Wednesday.
    const day = workingDay(index);
    const of = (which = 0) => invoices[which % Math.max(invoices.length, 1)];
    const set = (text: string, ...values: unknown[]) => account.sql.query(text, values);
    clockTo(world)(`${day}T06:00:00.000Z`);
    for (const { kind, late = 0, which } of changes) {
      const invoice = of(which);
      if (kind === 'add') {
        const dueOn = `2026-10-${String(10 + late)}`;
        const id = await account.invoice({ number: `I-${invoices.length}`, dueOn });
        invoices.push({ id, dueOn, paid: false });
      } else if (invoice && (kind === 'pay' || kind === 'reopen')) {
        invoice.paid = kind === 'pay';
        await set('UPDATE invoice SET "paidLoaded" = $2 WHERE id = $1', invoice.id, invoice.paid ? '100' : '0');
      } else if (invoice && kind === 'move') {
        invoice.dueOn = invoice.dueOn === '2026-10-20' ? '2026-10-21' : '2026-10-20';
        await set('UPDATE invoice SET "dueOn" = $2 WHERE id = $1', invoice.id, invoice.dueOn);
      } else if (kind === 'snooze') {
        quietUntil = workingDay(index + 2);
        await portal.reminders.snooze({ key: newKey(), topics: ['overdue_invoices'], day: quietUntil });
        again = [...known];
      } else if (kind === 'off' || kind === 'on') {
        on = kind === 'on';
        await portal.reminders[on ? 'switchOn' : 'switchOff']({ key: newKey(), topics: ['overdue_invoices'] });
        // Whatever is switched on or off ends a snooze; switched on, what it held back is told.
        if (on) for (const one of again) known.delete(one);
        if (on) again = [];
        quietUntil = '';
      }
    }
    const does = (kind: Change['kind']) => changes.some((one) => one.kind === kind);
    clockTo(world)(`${day}T${does('down') ? '10:30' : '08:00'}:00.000Z`);
    if (does('crash')) await expect(crashing(world)()).rejects.toThrow(/dies/);
    if (does('twice')) await Promise.all([reminding(world)(), reminding(world)()]);
    await reminding(world)();
    const standing = invoices.filter(({ paid }) => !paid).map(({ id, dueOn }) => `${id} overdue:${dueOn}`);
    for (const one of known) if (!standing.includes(one)) known.delete(one);
    const quiet = !on || (quietUntil !== '' && quietUntil > day);
    if (!quiet) for (const one of again) known.delete(one);
    if (!quiet) again = [];
    const expected = quiet ? [] : standing.filter((one) => !known.has(one));
    for (const one of expected) known.add(one);
    expect([day, await toldAt(account, world.clock.now())]).toEqual([day, expected.sort()]);
  }
}

const workingDay = (index: number): string => {
  const date = new Date(Date.UTC(2026, 10, 4 + index + 2 * Math.floor((index + 2) / 5)));
  return date.toISOString().slice(0, 10);
};

const crashing = (world: World) =>
  reminding(world, {
    db: {
      tenantTransaction: (id, work) =>
        database.tenantTransaction(id, async (tx) => {
          await work(tx);
          throw new Error('the process dies before the commit');
        }),
    },
  });

/** What was told at that moment, where there is a message to tell it. */
async function toldAt({ sql, id }: TestAccount, now: Date): Promise<string[]> {
  const { rows } = await sql.query<{ told: string }>(
    `SELECT r."itemId" || ' ' || r.state AS told FROM reminder r
     WHERE r."accountId" = $1 AND r."toldAt" = $2 AND EXISTS (
       SELECT FROM notice n WHERE n."contactId" = r."contactId" AND n.kind = 'reminders.digest' AND n."createdAt" = $2)`,
    [id, now],
  );
  return rows.map(({ told }) => told).sort();
}
