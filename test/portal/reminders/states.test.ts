import { beforeEach, describe, expect, it } from 'vitest';
import type { TestAccount } from '../../support/account.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld, type World } from '../../support/portal.ts';
import { newKey, payFor, pln } from '../payments/support.ts';
import { clockTo, digestsOf, linkAll, reminding } from './support.ts';

const database = await testDatabase();

describe('what somebody is reminded of', () => {
  let world: World;
  let account: TestAccount;
  let at: (iso: string) => void;
  let run: () => Promise<void>;

  /** What the person's summary of that day at nine in Warsaw is about, where there is one. */
  async function told(day: string, to = 'ann'): Promise<string[]> {
    const nine = `${day}T08:00:00.000Z`;
    at(nine);
    await run();
    return (await digestsOf(account)).find((digest) => digest.to === to && digest.at === nine)?.of ?? [];
  }
  const sql = (text: string, ...values: unknown[]) => account.sql.query(text, [account.id, ...values]);
  const contract = (endsOn: string, number = 'S-310') =>
    sql(
      `INSERT INTO contract ("accountId", "externalId", number, kind, "startsOn", "endsOn", currency, value, "autoRenew")
       VALUES ($1, $2, $2, 'support', '2025-01-01', $3, 'PLN', 4800, false)`,
      ...[number, endsOn],
    );

  beforeEach(async () => {
    world = await portalWorld(database);
    account = await world.account({ mia: ['management'], tom: ['technical'], ann: ['finance'] });
    await linkAll(account);
    at = clockTo(world);
    run = reminding(world);
    await run();
  });

  it('is told once while it is so, not daily', async () => {
    await account.invoice({ number: 'INV-1', dueOn: '2026-11-03' });
    expect(await told('2026-11-04')).toEqual(['overdue_invoices overdue:2026-11-03']);
    expect(await told('2026-11-05')).toEqual([]);
    expect(await told('2026-12-01')).toEqual([]);
  });

  it('is told when it becomes so: the day after an invoice was due in the account’s time zone', async () => {
    await account.invoice({ number: 'INV-1', dueOn: '2026-11-04' });
    expect(await told('2026-11-04')).toEqual([]);
    expect(await told('2026-11-05')).toEqual(['overdue_invoices overdue:2026-11-04']);
  });

  it('is told again with another date, and when it comes back after it was over', async () => {
    await account.invoice({ number: 'INV-1', dueOn: '2026-11-01' });
    expect(await told('2026-11-04')).toHaveLength(1);
    await sql(`UPDATE invoice SET "dueOn" = '2026-11-02' WHERE "accountId" = $1`);
    expect(await told('2026-11-05')).toEqual(['overdue_invoices overdue:2026-11-02']);
    await sql(`UPDATE invoice SET "paidLoaded" = total WHERE "accountId" = $1`);
    expect(await told('2026-11-06')).toEqual([]);
    await sql(`UPDATE invoice SET "paidLoaded" = 0 WHERE "accountId" = $1`);
    expect(await told('2026-11-09')).toEqual(['overdue_invoices overdue:2026-11-02']);
  });

  it('leaves out an invoice in dispute or being paid, until that came to nothing', async () => {
    const [disputed, paid] = [
      await account.invoice({ number: 'INV-1', dueOn: '2026-11-01' }),
      await account.invoice({ number: 'INV-2', dueOn: '2026-11-02' }),
    ];
    await account.dispute(disputed, 'ann');
    const ann = world.portalFor(account, 'ann');
    const [payment] = await payFor(ann, { [paid]: pln('100.00') }, { page: true });
    expect(await told('2026-11-04')).toEqual([]);
    await sql(`UPDATE dispute SET state = 'closed' WHERE "accountId" = $1`);
    expect(await told('2026-11-05')).toEqual(['overdue_invoices overdue:2026-11-01']);
    await ann.payments.withdraw({ key: newKey(), id: payment!.id });
    expect(await told('2026-11-06')).toEqual(['overdue_invoices overdue:2026-11-02']);
  });

  it('is a contract that ends within 90 days, for those who renew it', async () => {
    await contract('2027-02-02');
    await contract('2027-02-03', 'S-311');
    expect(await told('2026-11-04', 'tom')).toEqual(['renewals expiring:2027-02-02']);
    expect(await told('2026-11-04', 'mia')).toEqual(['renewals expiring:2027-02-02']);
    expect(await told('2026-11-04', 'ann')).toEqual([]);
    expect(await told('2026-11-05', 'tom')).toEqual(['renewals expiring:2027-02-03']);
  });

  it('is a renewal to be paid instead once somebody renewed it, for those who pay: when it is there and when it is late', async () => {
    await contract('2026-12-11');
    await sql(
      `INSERT INTO payment_due ("accountId", "externalId", kind, description, "dueOn", currency, amount, "contractId")
       SELECT $1, 'PD-1', 'support_renewal', number, "endsOn", currency, value, id FROM contract WHERE "accountId" = $1`,
    );
    expect(await told('2026-11-04', 'tom')).toEqual([]);
    expect(await told('2026-11-04', 'ann')).toEqual(['renewals due:2026-12-11']);
    expect(await told('2026-12-11', 'ann')).toEqual([]);
    expect(await told('2026-12-14', 'ann')).toEqual(['renewals late:2026-12-11']);
  });

  it('is a card that stops working within 60 days, once more when it has, for those who can replace it', async () => {
    await account.method({ last4: '4242', expires: '2026-12' });
    await account.method({ last4: '5521', kind: 'bank' });
    // The 60th day is 31 December on 1 November, so on a working day the card is told as soon as it is.
    expect(await told('2026-11-04', 'ann')).toEqual(['expiring_cards expiring:2026-12']);
    expect(await told('2026-11-04', 'mia')).toEqual([]);
    expect(await told('2026-12-31', 'ann')).toEqual([]);
    expect(await told('2027-01-04', 'ann')).toEqual(['expiring_cards expired:2026-12']);
  });

  it('is no card that works for longer than 60 days', async () => {
    await account.method({ expires: '2027-01' });
    expect(await told('2026-12-01')).toEqual([]);
    expect(await told('2026-12-02')).toEqual(['expiring_cards expiring:2027-01']);
  });

  it('is nothing of another account’s', async () => {
    const other = await world.account({ eve: ['finance'] });
    await other.invoice({ number: 'INV-9', dueOn: '2026-01-01' });
    expect(await told('2026-11-04')).toEqual([]);
  });
});
