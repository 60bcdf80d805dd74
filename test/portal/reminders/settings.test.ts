import { beforeEach, describe, expect, it } from 'vitest';
import type { Portal } from '../../../src/portal/open.ts';
import type { TestAccount } from '../../support/account.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld, type World } from '../../support/portal.ts';
import { auditOf, newKey, refusal } from '../payments/support.ts';
import { clockTo, digestsOf, linkAll, reminding } from './support.ts';

const database = await testDatabase();

describe('reminders', () => {
  let world: World;
  let account: TestAccount;
  let ann: Portal;
  let at: (iso: string) => void;
  let run: () => Promise<void>;

  const of = async (topic: string) => {
    const { settings } = await ann.reminders.show({});
    return settings.find((one) => one.topic === topic);
  };
  /** Of what Ann is told at nine in Warsaw on that day. */
  async function told(day: string): Promise<string[]> {
    at(`${day}T08:00:00.000Z`);
    await run();
    return (await digestsOf(account)).find((one) => one.to === 'ann' && one.at === `${day}T08:00:00.000Z`)?.of ?? [];
  }
  const INVOICE = 'overdue_invoices overdue:2026-11-01';
  const CARD = 'expiring_cards expiring:2026-12';

  beforeEach(async () => {
    world = await portalWorld(database);
    account = await world.account({ mia: ['management'], ann: ['finance'] });
    await linkAll(account);
    ann = world.portalFor(account, 'ann');
    at = clockTo(world);
    run = reminding(world);
    await run();
    await account.invoice({ number: 'INV-1', dueOn: '2026-11-01' });
    await account.method({ expires: '2026-12' });
  });

  it('are all on to begin with, and tell which the person’s roles have a use for', async () => {
    const { settings, lastTold } = await ann.reminders.show({});
    expect(settings).toEqual(
      ['overdue_invoices', 'renewals', 'expiring_cards', 'orders', 'approvals'].map((topic) => ({
        ...{ topic, enabled: true, snoozedUntil: null },
        applies: !['orders', 'approvals'].includes(topic),
      })),
    );
    expect(lastTold).toEqual([]);
  });

  it('switched off are not told, and on again told of what stands then', async () => {
    const off = await ann.reminders.switchOff({ key: newKey(), topics: ['overdue_invoices'] });
    expect(off.before).toEqual([{ topic: 'overdue_invoices', enabled: true, snoozedUntil: null }]);
    expect(await told('2026-11-04')).toEqual([CARD]);
    await ann.reminders.switchOn({ key: newKey(), topics: ['overdue_invoices'] });
    expect(await told('2026-11-05')).toEqual([INVOICE]);
    expect((await ann.reminders.show({})).lastTold).toEqual(['overdue_invoices']);
  });

  it('switched so already change nothing and are not recorded', async () => {
    expect((await ann.reminders.switchOn({ key: newKey(), topics: ['renewals'] })).before).toEqual([]);
    expect(await auditOf(account)).toEqual([]);
  });

  it('snoozed come back at nine of that day, with what had been told and still stands', async () => {
    expect(await told('2026-11-04')).toEqual([CARD, INVOICE]);
    const { until } = await ann.reminders.snooze({ key: newKey(), topics: ['overdue_invoices'], day: '2026-11-06' });
    expect(until).toBe('2026-11-06T08:00:00.000Z');
    expect((await of('overdue_invoices'))?.snoozedUntil).toBe(until);
    await account.invoice({ number: 'INV-2', dueOn: '2026-11-02' });
    expect(await told('2026-11-05')).toEqual([]);
    expect(await told('2026-11-06')).toEqual([INVOICE, 'overdue_invoices overdue:2026-11-02']);
    expect((await of('overdue_invoices'))?.snoozedUntil).toBeNull();
    expect(await told('2026-11-09')).toEqual([]);
  });

  it('snoozed until a Saturday come on Monday, in the person’s own time zone', async () => {
    await account.sql.query(`UPDATE contact SET "timeZone" = 'America/New_York' WHERE "accountId" = $1`, [account.id]);
    const { until } = await ann.reminders.snooze({ key: newKey(), topics: ['renewals'], day: '2026-11-07' });
    expect(until).toBe('2026-11-09T14:00:00.000Z');
  });

  it('snoozed are told at once again when they are switched on before', async () => {
    await told('2026-11-04');
    await ann.reminders.snooze({ key: newKey(), topics: ['overdue_invoices'], day: '2026-11-20' });
    await ann.reminders.switchOn({ key: newKey(), topics: ['overdue_invoices'] });
    expect(await told('2026-11-05')).toEqual([INVOICE]);
  });

  it('put back as they were repeat nothing that the snooze was to repeat', async () => {
    await told('2026-11-04');
    const { before } = await ann.reminders.snooze({ key: newKey(), topics: ['overdue_invoices'], day: '2026-11-20' });
    await ann.reminders.restore({ key: newKey(), settings: before });
    expect(await of('overdue_invoices')).toMatchObject({ enabled: true, snoozedUntil: null });
    expect(await told('2026-11-05')).toEqual([]);
    expect(await told('2026-11-20')).toEqual([]);
  });

  it('are put off to no day that is over or very far', async () => {
    const snooze = (day: string) => ann.reminders.snooze({ key: newKey(), topics: ['renewals'], day });
    await expect(snooze('2026-11-02')).rejects.toEqual(refusal('invalid', 'snooze_past'));
    await expect(snooze('2028-01-01')).rejects.toEqual(refusal('invalid', 'snooze_too_long'));
    expect(await of('renewals')).toMatchObject({ snoozedUntil: null });
  });

  it('changed twice under one key are changed once, and two at once leave one of both', async () => {
    const key = newKey();
    const once = { key, topics: ['renewals' as const] };
    const [first, second] = [await ann.reminders.switchOff(once), await ann.reminders.switchOff(once)];
    expect(second).toEqual(first);
    await Promise.all([
      ann.reminders.switchOn({ key: newKey(), topics: ['renewals'] }),
      ann.reminders.snooze({ key: newKey(), topics: ['renewals'], day: '2026-11-06' }),
    ]);
    expect((await of('renewals'))?.snoozedUntil ?? 'on').toMatch(/^(on|2026-11-06T08:00:00\.000Z)$/);
  });

  it('are recorded in the person’s name, with the topics', async () => {
    await ann.reminders.switchOff({ key: newKey(), topics: ['renewals', 'orders'] });
    await ann.reminders.snooze({ key: newKey(), topics: ['approvals'], day: '2026-11-06' });
    const { rows } = await account.sql.query('SELECT action, object FROM audit_record WHERE chain = $1 ORDER BY seq', [
      account.id,
    ]);
    expect(rows).toEqual([
      { action: 'reminders.switchOff', object: 'topics:renewals,orders' },
      { action: 'reminders.snooze', object: 'topics:approvals' },
    ]);
  });

  it('tell nobody what was written for another person, nor what their roles no longer let them see', async () => {
    await told('2026-11-04');
    const moment = { at: ['2026-11-04T08:00:00.000Z'] };
    expect((await ann.reminders.digest(moment)).invoices.count).toBe(1);
    await account.setRoles('ann', ['technical']);
    expect(await ann.reminders.digest(moment)).toMatchObject({ invoices: { count: 0 }, cards: [] });
    const other = await world.account({ eve: ['finance'] });
    expect((await world.portalFor(other, 'eve').reminders.digest(moment)).invoices.count).toBe(0);
  });

  it('tell what stands when they are read: nothing of what was paid since, or switched off', async () => {
    await told('2026-11-04');
    const moment = { at: ['2026-11-04T08:00:00.000Z'] };
    await account.sql.query('UPDATE invoice SET "paidLoaded" = total WHERE "accountId" = $1', [account.id]);
    expect(await ann.reminders.digest(moment)).toMatchObject({ invoices: { count: 0 }, cards: [{ last4: '4242' }] });
    await ann.reminders.switchOff({ key: newKey(), topics: ['expiring_cards'] });
    expect((await ann.reminders.digest(moment)).cards).toEqual([]);
  });
});
