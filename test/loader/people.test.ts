import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { account, loaderOn, orderingDocument } from './support.ts';

const database = await testDatabase();
const { load, all } = loaderOn(database);

const EWA = 'ewa.mazur@acme-polska.example';
const JAN = 'jan.lis@acme-polska.example';
const OLA = 'ola.wilk@acme-polska.example';

/** Everybody with status and roles. */
const people = async () =>
  (
    await all<{ person: string }>(
      `SELECT split_part(email, '@', 1) || ' ' || status || ' ' ||
         coalesce(string_agg(role, '+' ORDER BY role), '-') AS person
       FROM contact c LEFT JOIN contact_role r ON r."contactId" = c.id GROUP BY c.id ORDER BY email`,
    )
  ).map(({ person }) => person);

const first = orderingDocument({ finance: [JAN], management: [OLA] });

beforeEach(async () => {
  await all('TRUNCATE account CASCADE');
  await load({ accounts: [account()], orderingDocuments: [first] });
});

describe('an ordering document', () => {
  it('creates its people with their roles, the primary e-mail under no role as technical', async () => {
    expect(await people()).toEqual([
      'ewa.mazur active technical',
      'jan.lis active finance',
      'ola.wilk active management',
    ]);
  });

  it('gives everybody all roles that new documents of one load name', async () => {
    await load({
      accounts: [account({ id: 'TWO' })],
      orderingDocuments: [
        orderingDocument({ account: 'TWO', primaryEmail: 'A@b.example', finance: ['a@B.example'] }),
        orderingDocument({
          account: 'TWO',
          id: 'D2',
          number: 'Q-2',
          primaryEmail: 'a@b.example',
          management: ['a@b.example'],
        }),
      ],
    });
    expect(await people()).toContain('a active finance+management');
  });

  it('is read once: loaded again, nobody and no role that people took away comes back', async () => {
    await all('DELETE FROM contact_role USING contact c WHERE c.id = "contactId" AND email = $1', JAN);
    await all(
      `INSERT INTO contact_role ("accountId", "contactId", role) SELECT "accountId", id, 'technical' FROM contact WHERE email = $1`,
      JAN,
    );
    await all(`UPDATE contact SET status = 'suspended' WHERE email = $1`, OLA);
    await all(`UPDATE contact SET status = 'removed' WHERE email = $1`, EWA);
    const report = await load({ accounts: [account()], orderingDocuments: [first] });
    expect(await people()).toEqual([
      'ewa.mazur removed technical',
      'jan.lis active technical',
      'ola.wilk suspended management',
    ]);
    expect(report.skipped).toEqual([]);
  });

  it('that is new restores nobody: who was removed or suspended is named in the report and told to the managers', async () => {
    await all(`UPDATE contact SET status = 'suspended' WHERE email = $1`, JAN);
    await all(`UPDATE contact SET status = 'removed' WHERE email = $1`, EWA);
    const second = orderingDocument({
      id: 'D2',
      number: '88012',
      primaryEmail: EWA,
      finance: [JAN],
      technical: ['new@acme-polska.example'],
    });
    const report = await load({ orderingDocuments: [second] });
    expect(await people()).toEqual([
      'ewa.mazur removed technical',
      'jan.lis suspended finance',
      'new active technical',
      'ola.wilk active management',
    ]);
    const skipped = [
      { email: EWA, document: '88012', roles: ['technical'], reason: 'removed' },
      { email: JAN, document: '88012', roles: ['finance'], reason: 'suspended' },
    ];
    expect(report.skipped).toEqual(skipped.map((person) => ({ account: 'ACME', ...person })));
    const notices = await all(
      'SELECT c.email, n.kind, n.details, n.key FROM notice n JOIN contact c ON c.id = n."contactId"',
    );
    expect(notices).toEqual([
      {
        email: OLA,
        kind: 'load.skipped_contacts',
        details: { people: skipped },
        key: expect.stringContaining(report.id),
      },
    ]);
  });

  it('that is new gives no role to somebody who is there already, and says so', async () => {
    const report = await load({
      orderingDocuments: [orderingDocument({ id: 'D2', number: '2', primaryEmail: EWA, management: [JAN] })],
    });
    expect(await people()).toContain('jan.lis active finance');
    expect(report.skipped).toEqual([
      { account: 'ACME', email: JAN, document: '2', roles: ['management'], reason: 'has_access' },
    ]);
  });

  it('tells the primary contact where no manager is active', async () => {
    await all(`UPDATE contact SET status = 'removed' WHERE email = $1`, OLA);
    await load({ orderingDocuments: [orderingDocument({ id: 'D2', number: '2', management: [OLA] })] });
    expect(await all('SELECT c.email FROM notice n JOIN contact c ON c.id = n."contactId"')).toEqual([{ email: EWA }]);
  });
});

describe('a row of contacts', () => {
  const row = (email: string, over = {}) => ({
    account: 'ACME',
    email,
    name: 'Jan Maria Lis',
    phone: '+48 1',
    ...over,
  });

  it('of somebody known changes name and phone, never locale, status or roles', async () => {
    await all(`UPDATE contact SET locale = 'pl', status = 'suspended' WHERE email = $1`, JAN);
    const report = await load({ contacts: [row(JAN, { locale: 'en', roles: ['management'] })] });
    expect(report.counts).toEqual([{ section: 'contacts', inserted: 0, updated: 1, unchanged: 0 }]);
    expect(await all('SELECT name, phone, locale FROM contact WHERE email = $1', JAN)).toEqual([
      { name: 'Jan Maria Lis', phone: '+48 1', locale: 'pl' },
    ]);
    expect(await people()).toContain('jan.lis suspended finance');
  });

  it('of somebody removed changes nothing and is named in the report', async () => {
    await all(`UPDATE contact SET status = 'removed' WHERE email = $1`, JAN);
    const report = await load({ contacts: [row(JAN, { roles: ['finance'] })] });
    expect(report.counts).toEqual([{ section: 'contacts', inserted: 0, updated: 0, unchanged: 1 }]);
    expect(report.skipped).toEqual([{ account: 'ACME', email: JAN, roles: [], reason: 'removed' }]);
    expect(await all('SELECT name FROM contact WHERE email = $1', JAN)).toEqual([{ name: 'Jan Lis' }]);
  });

  it('of somebody new brings them in as it says', async () => {
    await load({
      contacts: [
        row('Nina@acme-polska.example', { locale: 'pl', timeZone: 'Europe/Warsaw', roles: ['finance', 'management'] }),
      ],
    });
    expect(await people()).toContain('nina active finance+management');
  });
});
