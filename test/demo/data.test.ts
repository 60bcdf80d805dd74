import { describe, expect, it } from 'vitest';
import { demoDocument } from '../../src/demo/data.ts';
import { loadDemo } from '../../src/demo/load.ts';
import { declineOf } from '../../src/gateways/simulated/tokens.ts';
import { isCoded } from '../../src/lib/errors.ts';
import { account, loaderOn, NOW } from '../loader/support.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
const { deps, all, load, audited } = loaderOn(database);

describe('the demonstration', () => {
  it('is refused to a database that has accounts of its own', async () => {
    await load({ accounts: [account({ id: 'REAL' })] });
    await expect(loadDemo(deps)).rejects.toSatisfy((error) => isCoded(error, 'conflict', 'demo.real_data'));
    await all('DELETE FROM account WHERE "externalId" = \'REAL\'');
  });

  it('marks the database and loads through the same door as files', async () => {
    await loadDemo(deps);
    expect(await all('SELECT name FROM mark')).toEqual([{ name: 'demonstration' }]);
    expect(audited.at(-1)).toMatchObject({ action: 'data.load', outcome: 'done' });
    expect(await all('SELECT name, "timeZone" FROM account ORDER BY name')).toEqual([
      { name: 'Acme Polska', timeZone: 'Europe/Warsaw' },
      { name: 'Northwind Traders', timeZone: 'America/New_York' },
    ]);
  });

  it('loads once a day, with dates that are right that day', async () => {
    const loads = async () => (await all('SELECT id FROM data_load')).length;
    const before = await loads();
    await loadDemo(deps);
    expect(await loads()).toBe(before);
    await loadDemo({ ...deps, clock: { now: () => new Date(NOW.getTime() + 86_400_000) } });
    expect(await loads()).toBe(before + 1);
    expect(await all(`SELECT "dueOn" FROM invoice WHERE number = '123'`)).toEqual([{ dueOn: '2026-11-12' }]);
  });

  it('has overdue, open, closed, partly paid, credited and credit-note invoices, and a page more than fits', async () => {
    const statuses = await all<{ name: string; status: string; count: string }>(
      `SELECT a.name, CASE WHEN "leftToPay" <= 0 THEN 'closed' WHEN "dueOn" < '2026-11-24' THEN 'overdue' ELSE 'open' END AS status,
         count(*)::text FROM invoice i JOIN account a ON a.id = i."accountId" GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    expect(statuses).toEqual([
      { name: 'Acme Polska', status: 'closed', count: '15' },
      { name: 'Acme Polska', status: 'open', count: '7' },
      { name: 'Acme Polska', status: 'overdue', count: '6' },
      { name: 'Northwind Traders', status: 'closed', count: '5' },
      { name: 'Northwind Traders', status: 'open', count: '4' },
      { name: 'Northwind Traders', status: 'overdue', count: '3' },
    ]);
    const some = async (where: string) => (await all(`SELECT number FROM invoice WHERE ${where}`)).length;
    expect(await some('"paidLoaded" > 0 AND "leftToPay" > 0')).toBeGreaterThan(0);
    expect(await some('credited > 0 AND "leftToPay" > 0')).toBeGreaterThan(0);
    expect(await some('credited = total')).toBeGreaterThan(0);
    expect(await some('total < 0')).toBe(2);
    expect(await some(`total > 20000 AND currency = 'PLN' AND "leftToPay" > 0`)).toBe(1);
    expect((await all('SELECT DISTINCT type FROM invoice')).length).toBe(6);
  });

  it('has finance, technical and management contacts in both accounts, and one e-mail in both', async () => {
    const holders = await all<{ people: number }>(
      'SELECT count(DISTINCT "contactId")::int AS people FROM contact_role GROUP BY "accountId", role',
    );
    expect(holders).toHaveLength(6);
    expect(
      await all(`SELECT c.name FROM contact c JOIN contact_role r ON r."contactId" = c.id
        WHERE r.role IN ('finance', 'management') GROUP BY c.id HAVING count(*) = 2`),
    ).toEqual([{ name: 'Tomasz Wróbel' }]);
    expect(await all('SELECT email FROM contact GROUP BY email HAVING count(*) > 1')).toHaveLength(1);
    expect(await all('SELECT DISTINCT kind FROM payment_due')).toHaveLength(3);
  });

  it('has rewards in money and in points, and in both accounts an unpaid support invoice they fit', async () => {
    expect(
      await all(`SELECT DISTINCT a.name, b."isPoints" FROM reward_batch b JOIN account a ON a.id = b."accountId"
        JOIN invoice i ON i."accountId" = a.id AND i.currency = b.currency
        WHERE i.type = 'support' AND i."leftToPay" > 0 AND b."expiresOn" > '2026-11-24' ORDER BY 1`),
    ).toEqual([
      { name: 'Acme Polska', isPoints: false },
      { name: 'Northwind Traders', isPoints: true },
    ]);
  });

  it('names only methods that the simulated gateway knows, a good default in each account', () => {
    const { methods } = demoDocument('2026-11-23');
    expect(methods.map(({ token }) => declineOf(token))).not.toContain('unknown_method');
    const defaults = methods.filter((method) => 'default' in method && method.default);
    expect(defaults.map(({ account: of, token }) => [of, declineOf(token)])).toEqual([
      ['ACME', undefined],
      ['NORTHWIND', undefined],
    ]);
  });
});
