import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sqlOn } from '../../../src/db/sql.ts';
import { openSystem } from '../../../src/portal/system.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';
import { auditOf, newKey, noticesOf, refusal } from '../payments/support.ts';
import { statusOf } from '../people/support.ts';

const world = await portalWorld(await testDatabase());

/** Piotr is the primary contact, Ewa and Jan manage. */
async function company(people = { piotr: ['technical'], ewa: ['management'], jan: ['management'], anna: ['finance'] }) {
  const account = await world.account(people as Parameters<typeof world.account>[0]);
  const as = (name: string) => world.portalFor(account, name);
  return {
    account,
    as,
    ask: (who: string, role: 'finance' | 'technical' | 'management') => as(who).access.request({ key: newKey(), role }),
  };
}

describe('asking for a role', () => {
  it('asks every other manager, and gives the role once one approves', async () => {
    const { account, as, ask } = await company();
    const asked = await ask('anna', 'technical');
    expect(asked).toMatchObject({ state: 'waiting', role: 'technical', deciders: [{ name: 'Ewa' }, { name: 'Jan' }] });
    expect(await as('ewa').access.list({})).toMatchObject([{ id: asked.id, mayDecide: true }]);
    expect(await as('piotr').access.list({})).toEqual([]);
    expect(await as('ewa').access.approve({ key: newKey(), id: asked.id })).toMatchObject({ state: 'approved' });
    expect(await statusOf(account, account.email('anna'))).toBe('active finance,technical');
    expect(await noticesOf(account)).toEqual([
      ...['ewa role_request.approval_asked', 'jan role_request.approval_asked', 'anna role_request.decided'],
    ]);
    expect(await auditOf(account)).toEqual(['contact access.request done', 'contact access.approve done']);
  });

  it('declines with the reason and changes no role', async () => {
    const { account, as, ask } = await company();
    const { id } = await ask('anna', 'technical');
    const done = await as('jan').access.decline({ key: newKey(), id, reason: 'not needed' });
    expect(done).toMatchObject({ state: 'declined', reason: 'not needed', decidedBy: { name: 'Jan' } });
    expect(await statusOf(account, account.email('anna'))).toBe('active finance');
    expect(await as('anna').access.show({ id })).toMatchObject({ state: 'declined' });
    expect((await ask('anna', 'technical')).state).toBe('waiting');
  });

  it('keeps one open request a role, and none for a role one holds', async () => {
    const { ask } = await company();
    await ask('anna', 'technical');
    await expect(ask('anna', 'technical')).rejects.toEqual(
      refusal('conflict', 'role_requested', { holders: [{ name: 'Ewa' }, { name: 'Jan' }] }),
    );
    await expect(ask('anna', 'finance')).rejects.toEqual(refusal('conflict', 'role_held'));
    expect(await ask('anna', 'management')).toMatchObject({ state: 'waiting' });
  });

  it('lets a manager’s own request go to another manager, else to the primary contact, never to oneself', async () => {
    const { as, ask } = await company();
    const { id, deciders } = await ask('ewa', 'finance');
    expect(deciders).toMatchObject([{ name: 'Jan' }]);
    await expect(as('ewa').access.approve({ key: newKey(), id })).rejects.toEqual(refusal('forbidden', 'own_request'));
    await expect(as('piotr').access.approve({ key: newKey(), id })).rejects.toEqual(
      refusal('forbidden', 'role_needed'),
    );
    const alone = await company({ piotr: ['technical'], ewa: ['management'], jan: [], anna: [] });
    const own = await alone.ask('ewa', 'finance');
    expect(own.deciders).toMatchObject([{ name: 'Piotr' }]);
    expect(await alone.as('piotr').access.approve({ key: newKey(), id: own.id })).toMatchObject({ state: 'approved' });
  });

  it('holds the primary contact to what they stand in for', async () => {
    const { as, ask } = await company({ piotr: ['technical'], ewa: ['management'], jan: [], anna: ['finance'] });
    const { id } = await ask('anna', 'technical');
    await expect(as('piotr').access.approve({ key: newKey(), id })).rejects.toEqual(
      refusal('forbidden', 'not_a_decider', { holders: [{ name: 'Ewa', email: expect.any(String) as string }] }),
    );
  });

  it('refuses where nobody could decide', async () => {
    const { account, ask } = await company({ piotr: ['technical'], ewa: [], jan: [], anna: ['finance'] });
    await expect(ask('piotr', 'finance')).rejects.toEqual(refusal('forbidden', 'no_decider'));
    expect(await noticesOf(account)).toEqual([]);
  });

  it('is decided once, and says to the second what happened', async () => {
    const { as, ask } = await company();
    const { id } = await ask('anna', 'technical');
    const both = await Promise.allSettled([
      as('ewa').access.approve({ key: newKey(), id }),
      as('jan').access.decline({ key: newKey(), id }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { state } = await as('anna').access.show({ id });
    await expect(as('ewa').access.approve({ key: newKey(), id })).rejects.toEqual(
      refusal('conflict', 'role_request_ended', { state, name: 'Anna' }),
    );
  });

  it('gives nothing to somebody whose access was suspended meanwhile', async () => {
    const { account, as, ask } = await company();
    const { id } = await ask('anna', 'technical');
    await account.suspend('anna');
    await expect(as('ewa').access.approve({ key: newKey(), id })).rejects.toEqual(
      refusal('conflict', 'requester_gone'),
    );
    expect(await statusOf(account, account.email('anna'))).toBe('suspended finance');
  });

  it('answers another account’s request, and a colleague’s to others, like one that does not exist', async () => {
    const { as, ask } = await company();
    const other = await company();
    const theirs = await other.ask('anna', 'technical');
    for (const id of [theirs.id, randomUUID()]) {
      await expect(as('ewa').access.approve({ key: newKey(), id })).rejects.toEqual(
        refusal('not_found', 'not_found', {}),
      );
      await expect(as('ewa').access.decline({ key: newKey(), id })).rejects.toEqual(
        refusal('not_found', 'not_found', {}),
      );
      await expect(as('ewa').access.show({ id })).rejects.toEqual(refusal('not_found', 'not_found', {}));
    }
    const { id } = await ask('anna', 'technical');
    await expect(as('piotr').access.show({ id })).rejects.toEqual(refusal('not_found', 'not_found', {}));
  });

  it('finds whose wish is meant by name and role', async () => {
    const { as, ask } = await company();
    await ask('anna', 'technical');
    const second = await ask('anna', 'management');
    expect(await as('ewa').access.find({ who: { name: 'Annie' } })).toHaveLength(2);
    expect(await as('ewa').access.find({ who: { name: 'Anny' }, role: 'management' })).toMatchObject([
      { id: second.id },
    ]);
    expect(await as('piotr').access.find({ who: { name: 'Anna' } })).toEqual([]);
  });

  it('reminds the deciders once, after 24 hours', async () => {
    const { account, ask } = await company();
    await ask('anna', 'technical');
    const { access } = openSystem(world.services, sqlOn(world.database.pools.system));
    const ours = async () => (await access.unreminded()).filter(({ accountId }) => accountId === account.id);
    expect(await ours()).toEqual([]);
    world.clock.move(24 * 3_600_000);
    const [found] = await ours();
    await Promise.all([access.remind(found!), access.remind(found!)]);
    expect(await ours()).toEqual([]);
    expect((await noticesOf(account)).slice(2)).toEqual([
      ...['ewa role_request.approval_asked', 'jan role_request.approval_asked'],
    ]);
  });
});

describe('what one may do', () => {
  it('names the roles, what they allow, and for the rest which role it takes and who has it', async () => {
    const { as } = await company();
    const { roles, held, notHeld } = await as('anna').access.explain({});
    expect(roles).toEqual(['finance']);
    expect(held).toContainEqual({ permission: 'invoices.pay', label: 'pay invoices', roles: ['finance'] });
    expect(notHeld).toContainEqual(
      expect.objectContaining({
        permission: 'users.manage',
        roles: ['management'],
        holders: [expect.objectContaining({ name: 'Ewa' }), expect.objectContaining({ name: 'Jan' })],
      }),
    );
  });

  it('counts what a stand-in may do as held', async () => {
    const { as } = await company({ piotr: ['technical'], ewa: [], jan: [], anna: ['finance'] });
    const { held } = await as('piotr').access.explain({});
    expect(held.map(({ permission }) => permission)).toContain('users.manage');
  });
});

describe('one’s language', () => {
  it('is set for oneself and tells the one before', async () => {
    const { account, as } = await company();
    expect(await as('anna').own.setLanguage({ key: newKey(), locale: 'pl' })).toEqual({ locale: 'pl' });
    expect(await as('anna').own.setLanguage({ key: newKey(), locale: 'en' })).toEqual({ locale: 'en', before: 'pl' });
    const { rows } = await account.sql.query('SELECT name FROM contact WHERE "accountId" = $1 AND locale IS NOT NULL', [
      account.id,
    ]);
    expect(rows).toEqual([{ name: 'Anna' }]);
  });
});
