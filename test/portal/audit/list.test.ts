import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';
import { newKey, payFor, pln, refusal } from '../payments/support.ts';

const world = await portalWorld(await testDatabase());

/** Ewa manages, Anna pays, Tom orders; Anna downloaded and paid 123, Tom asked for a role and was refused invoices. */
async function office() {
  const account = await world.account({ tom: ['technical'], ewa: ['management'], anna: ['finance'] });
  const as = (name: string) => world.portalFor(account, name);
  const id = await account.invoice({ number: '123', total: '100.00' });
  await account.invoice({ number: '124', total: '50.00' });
  const methodId = await account.method({ isDefault: true });
  await as('anna').invoices.pdf({ key: newKey(), id });
  await payFor(as('anna'), { [id]: pln('100.00') }, { id: methodId });
  await as('tom').access.request({ key: newKey(), role: 'finance' });
  await as('tom')
    .invoices.list({})
    .catch(() => undefined);
  return { account, as };
}

describe('the audit trail as people read it', () => {
  it('shows a manager everybody’s records, newest first, and others their own alone', async () => {
    const { as } = await office();
    const all = await as('ewa').audit.list({});
    expect(all.all).toBe(true);
    expect(all.entries.map(({ actor, action, outcome }) => `${actor.name} ${action} ${outcome}`)).toEqual(
      expect.arrayContaining(['Tom invoices.list refused', 'Tom access.request done', 'Anna invoices.pdf done']),
    );
    expect(all.entries.map(({ seq }) => seq)).toEqual([...all.entries.map(({ seq }) => seq)].sort((a, b) => b - a));
    const own = await as('tom').audit.list({});
    expect(own.all).toBe(false);
    expect(own.entries.map(({ action }) => action)).toEqual(['invoices.list', 'access.request']);
    expect(own.entries.every(({ actor }) => actor.isYou)).toBe(true);
  });

  it('refuses another person’s records to whoever is no manager, and narrows a manager’s view to a person', async () => {
    const { account, as } = await office();
    const actorId = account.person('anna');
    await expect(as('tom').audit.list({ actorId })).rejects.toEqual(refusal('forbidden', 'role_needed'));
    const annas = await as('ewa').audit.list({ actorId });
    expect(annas.entries.length).toBeGreaterThan(0);
    expect(annas.entries.every(({ actor }) => actor.name === 'Anna')).toBe(true);
    const mine = await as('tom').audit.list({ actorId: account.person('tom') });
    // Being refused another’s records is one too.
    expect(mine.entries.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      ...['audit.list refused', 'invoices.list refused', 'access.request done'],
    ]);
  });

  it('finds what was done to an invoice and to its payments', async () => {
    const { as } = await office();
    const about = await as('ewa').audit.list({ invoice: '123' });
    const actions = new Set(about.entries.map(({ action }) => action));
    expect([...actions].sort()).toEqual(['invoices.pdf', 'payments.pay', 'payments.settle']);
    expect((await as('ewa').audit.list({ invoice: '124' })).entries).toEqual([]);
  });

  it('pages without losing or repeating a record', async () => {
    const { as } = await office();
    const { entries } = await as('ewa').audit.list({});
    const first = await as('ewa').audit.list({ limit: 2 });
    await as('tom').own.setLanguage({ key: newKey(), locale: 'pl' });
    const second = await as('ewa').audit.list({ limit: 50, before: first.next! });
    expect([...first.entries, ...second.entries]).toEqual(entries);
    expect(second.next).toBeUndefined();
  });

  it('keeps to the dates in the account’s time zone, both inclusive', async () => {
    const { account, as } = await office();
    const { rows } = await account.sql.query<{ day: string }>(
      `SELECT (max(at) AT TIME ZONE 'Europe/Warsaw')::date::text AS day FROM audit_record WHERE chain = $1`,
      [account.id],
    );
    const day = rows[0]!.day;
    expect((await as('ewa').audit.list({ from: day, to: day })).entries.length).toBeGreaterThan(3);
    expect((await as('ewa').audit.list({ to: '2000-01-01' })).entries).toEqual([]);
  });

  it('shows nothing of another account, whose people are like nobody', async () => {
    const { as } = await office();
    const other = await office();
    expect((await as('ewa').audit.list({ actorId: other.account.person('anna') })).entries).toEqual([]);
    expect((await as('ewa').audit.list({ actorId: randomUUID() })).entries).toEqual([]);
  });
});
