import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';
import { auditOf, newKey, refusal } from '../payments/support.ts';
import { statusOf } from './support.ts';

const world = await portalWorld(await testDatabase());
const { account: makeAccount, portalFor } = world;

/** Ewa manages; Piotr is the primary contact. */
async function company() {
  const account = await makeAccount({ piotr: ['technical'], ewa: ['management'], anna: ['finance'] });
  const as = (name: string) => portalFor(account, name);
  return { account, as, id: account.person };
}

describe('the list of people', () => {
  it('shows roles in their order, the primary contact, suspended people, and who asks', async () => {
    const { account, as, id } = await company();
    await as('ewa').users.changeRoles({ key: newKey(), contactId: id('anna'), roles: ['technical', 'finance'] });
    await as('ewa').users.suspend({ key: newKey(), contactId: id('anna') });
    expect(await as('piotr').users.list({})).toEqual([
      {
        ...{ id: id('anna'), name: 'Anna', email: account.email('anna'), roles: ['finance', 'technical'] },
        ...{ status: 'suspended', isPrimary: false, isYou: false, mayManage: false },
      },
      expect.objectContaining({ name: 'Ewa', status: 'active', roles: ['management'], isPrimary: false }),
      expect.objectContaining({ name: 'Piotr', isPrimary: true, isYou: true }),
    ]);
    expect(await as('piotr').users.list({ role: 'management' })).toMatchObject([{ name: 'Ewa' }]);
  });

  it('finds people by e-mail in any case and by an inflected name, of this account alone', async () => {
    const { account, as } = await company();
    const other = await makeAccount({ zofia: ['management'] });
    expect(await as('ewa').users.find({ email: account.email('anna').toUpperCase() })).toMatchObject([
      { name: 'Anna' },
    ]);
    expect(await as('ewa').users.find({ name: 'Piotrowi' })).toMatchObject([{ name: 'Piotr' }]);
    expect(await as('ewa').users.find({ name: 'Zofii' })).toEqual([]);
    expect(await as('ewa').users.find({ email: other.email('zofia') })).toEqual([]);
  });
});

describe('changing roles', () => {
  it('gives exactly the roles named and says which there were', async () => {
    const { account, as, id } = await company();
    const roles = ['management', 'technical'] as const;
    const done = await as('ewa').users.changeRoles({ key: newKey(), contactId: id('anna'), roles: [...roles] });
    expect(done).toMatchObject({ person: { roles: ['technical', 'management'] }, before: ['finance'] });
    expect(await statusOf(account, account.email('anna'))).toBe('active management,technical');
    await expect(
      as('ewa').users.changeRoles({ key: newKey(), contactId: id('anna'), roles: [...roles] }),
    ).rejects.toEqual(refusal('conflict', 'roles_unchanged'));
  });

  it('lets nobody raise their own roles, nor the account lose its last manager', async () => {
    const { as, id } = await company();
    const own = (roles: ('finance' | 'management')[]) =>
      as('ewa').users.changeRoles({ key: newKey(), contactId: id('ewa'), roles });
    await expect(own(['management', 'finance'])).rejects.toEqual(refusal('forbidden', 'own_roles'));
    await as('ewa').users.changeRoles({ key: newKey(), contactId: id('anna'), roles: ['finance', 'management'] });
    await as('anna').users.changeRoles({ key: newKey(), contactId: id('ewa'), roles: ['finance'] });
    await expect(
      as('anna').users.changeRoles({ key: newKey(), contactId: id('anna'), roles: ['finance'] }),
    ).rejects.toEqual(refusal('conflict', 'last_manager'));
  });

  it('takes effect on the next operation of that person', async () => {
    const { as, id } = await company();
    await as('ewa').users.changeRoles({ key: newKey(), contactId: id('anna'), roles: ['technical'] });
    await expect(as('anna').invoices.list({})).rejects.toEqual(refusal('forbidden', 'role_needed'));
  });
});

describe('who would be left', () => {
  it('names who else holds each role that is lost, and what nobody could do any more', async () => {
    const { as, id } = await company();
    const last = await as('ewa').users.leaving({ contactId: id('anna') });
    expect(last.lost).toEqual([{ role: 'finance', left: [] }]);
    expect(last.nobodyCould).toContain('pay invoices');
    await as('ewa').users.changeRoles({ key: newKey(), contactId: id('piotr'), roles: ['finance'] });
    expect(await as('ewa').users.leaving({ contactId: id('anna'), roles: ['technical'] })).toMatchObject({
      lost: [{ role: 'finance', left: [{ name: 'Piotr' }] }],
      nobodyCould: [],
    });
    await as('ewa').users.suspend({ key: newKey(), contactId: id('anna') });
    expect((await as('ewa').users.leaving({ contactId: id('anna') })).lost).toEqual([]);
  });

  it('refuses what the change itself would refuse', async () => {
    const { as, id } = await company();
    const leaving = (contactId: string, roles?: ('finance' | 'management')[]) =>
      as('ewa').users.leaving({ contactId, ...(roles && { roles }) });
    await expect(leaving(id('ewa'))).rejects.toEqual(refusal('conflict', 'last_manager'));
    await expect(leaving(id('ewa'), ['finance'])).rejects.toEqual(refusal('forbidden', 'own_roles'));
    await expect(leaving(id('anna'), ['finance'])).rejects.toEqual(refusal('conflict', 'roles_unchanged'));
    await expect(leaving(randomUUID())).rejects.toEqual(refusal('not_found', 'not_found', {}));
  });
});

describe('suspending, reinstating and removing', () => {
  it('takes the access away at once and gives it back with the roles', async () => {
    const { account, as, id } = await company();
    await as('ewa').users.suspend({ key: newKey(), contactId: id('anna') });
    await expect(as('anna').users.list({})).rejects.toEqual(refusal('forbidden', 'no_access'));
    await expect(as('ewa').users.suspend({ key: newKey(), contactId: id('anna') })).rejects.toEqual(
      refusal('conflict', 'already_suspended'),
    );
    await as('ewa').users.reinstate({ key: newKey(), contactId: id('anna') });
    expect(await statusOf(account, account.email('anna'))).toBe('active finance');
    await expect(as('ewa').users.reinstate({ key: newKey(), contactId: id('anna') })).rejects.toEqual(
      refusal('conflict', 'not_suspended'),
    );
  });

  it('keeps a tombstone of a removed person and ends what they asked for', async () => {
    const { account, as, id } = await company();
    await as('anna').access.request({ key: newKey(), role: 'technical' });
    const sent = await as('anna').invitations.invite({
      ...{ key: newKey(), email: 'new@x.example', name: 'Nowa Osoba', roles: ['finance'] },
    });
    await as('ewa').users.remove({ key: newKey(), contactId: id('anna') });
    expect(await statusOf(account, account.email('anna'))).toBe('removed ');
    expect(await as('ewa').users.list({})).toHaveLength(2);
    expect(await as('ewa').access.list({})).toEqual([]);
    expect(await as('ewa').invitations.show({ id: sent.id })).toMatchObject({
      state: 'revoked',
      inviter: { name: 'Anna' },
    });
    expect(await auditOf(account)).toEqual([
      ...['contact access.request done', 'contact invitations.invite done'],
      ...['contact invitations.revoke done', 'contact users.remove done'],
    ]);
  });

  it('keeps the last manager, and without a manager the primary contact', async () => {
    const { as, id } = await company();
    for (const one of ['suspend', 'remove'] as const) {
      await expect(as('ewa').users[one]({ key: newKey(), contactId: id('ewa') })).rejects.toEqual(
        refusal('conflict', 'last_manager'),
      );
    }
    const small = await makeAccount({ piotr: ['technical'], anna: ['finance'] });
    const piotr = portalFor(small, 'piotr');
    for (const one of ['suspend', 'remove'] as const) {
      await expect(piotr.users[one]({ key: newKey(), contactId: small.person('piotr') })).rejects.toEqual(
        refusal('conflict', 'last_primary'),
      );
    }
    await piotr.users.remove({ key: newKey(), contactId: small.person('anna') });
    expect(await statusOf(small, small.email('anna'))).toBe('removed ');
  });

  it('leaves one of two managers who remove each other at once', async () => {
    for (let round = 0; round < 5; round++) {
      const account = await makeAccount({ ewa: ['management'], jan: ['management'] });
      const remove = (who: string, whom: string) =>
        portalFor(account, who).users.remove({ key: newKey(), contactId: account.person(whom) });
      const results = await Promise.allSettled([remove('ewa', 'jan'), remove('jan', 'ewa')]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const left = await Promise.all(['ewa', 'jan'].map((name) => statusOf(account, account.email(name))));
      expect(left.sort()).toEqual(['active management', 'removed ']);
    }
  });

  it('leaves one of two managers who take each other’s role at once', async () => {
    const account = await makeAccount({ ewa: ['management'], jan: ['management'] });
    const demote = (who: string, whom: string) =>
      portalFor(account, who).users.changeRoles({
        ...{ key: newKey(), contactId: account.person(whom), roles: ['technical'] },
      });
    const results = await Promise.allSettled([demote('ewa', 'jan'), demote('jan', 'ewa')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await Promise.all(['ewa', 'jan'].map((name) => statusOf(account, account.email(name))));
    expect(left.sort()).toEqual(['active management', 'active technical']);
  });

  it('does it once per key, and answers the repeat the same', async () => {
    const { account, as, id } = await company();
    const key = newKey();
    const [first, second] = [
      await as('ewa').users.suspend({ key, contactId: id('anna') }),
      await as('ewa').users.suspend({ key, contactId: id('anna') }),
    ];
    expect(second).toEqual(first);
    expect(await auditOf(account)).toEqual(['contact users.suspend done']);
  });

  it('answers a person of another account like one that does not exist', async () => {
    const { as } = await company();
    const other = await makeAccount({ zofia: ['finance'] });
    for (const contactId of [other.person('zofia'), randomUUID()]) {
      const answers = [
        () => as('ewa').users.changeRoles({ key: newKey(), contactId, roles: ['finance'] }),
        () => as('ewa').users.suspend({ key: newKey(), contactId }),
        () => as('ewa').users.reinstate({ key: newKey(), contactId }),
        () => as('ewa').users.remove({ key: newKey(), contactId }),
      ];
      for (const answer of answers) await expect(answer()).rejects.toEqual(refusal('not_found', 'not_found', {}));
    }
    expect(await statusOf(other, other.email('zofia'))).toBe('active finance');
  });
});
