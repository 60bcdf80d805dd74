import { describe, expect, it } from 'vitest';
import { isCoded } from '../../../src/lib/errors.ts';
import type { Portal } from '../../../src/portal/open.ts';
import { allows, CONTACT_ROLES, type ContactRole, type Permission } from '../../../src/portal/policy.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';
import { newKey, refusal } from '../payments/support.ts';

const world = await portalWorld(await testDatabase());

/** What there is to do something with: Tom, Rita's waiting and sent invitations, and her wish for a role. */
interface Things {
  tom: string;
  waiting: string;
  sent: string;
  request: string;
}

type Deed = readonly [name: string, Permission, (portal: Portal, things: Things) => Promise<unknown>];

const DEEDS: readonly Deed[] = [
  ['users.list', 'users.read', (p) => p.users.list({})],
  ['users.find', 'users.read', (p) => p.users.find({ name: 'Tom' })],
  [
    ...(['users.changeRoles', 'users.manage'] as const),
    (p, { tom }) => p.users.changeRoles({ key: newKey(), contactId: tom, roles: ['technical'] }),
  ],
  ['users.choose', 'users.manage', (p) => p.users.choose({})],
  ['users.leaving', 'users.manage', (p, { tom }) => p.users.leaving({ contactId: tom })],
  ['users.reinstate', 'users.manage', (p, { tom }) => p.users.reinstate({ key: newKey(), contactId: tom })],
  ['users.suspend', 'users.manage', (p, { tom }) => p.users.suspend({ key: newKey(), contactId: tom })],
  ['users.remove', 'users.manage', (p, { tom }) => p.users.remove({ key: newKey(), contactId: tom })],
  ['invitations.list', 'users.read', (p) => p.invitations.list({})],
  ['invitations.find', 'users.read', (p) => p.invitations.find({ name: 'Maria' })],
  ['invitations.show', 'users.read', (p, { sent }) => p.invitations.show({ id: sent })],
  ['invitations.approve', 'invitations.decide', (p, { waiting: id }) => p.invitations.approve({ key: newKey(), id })],
  ['invitations.decline', 'invitations.decide', (p, { waiting: id }) => p.invitations.decline({ key: newKey(), id })],
  [
    'another’s invitations.revoke',
    'invitations.decide',
    (p, { sent: id }) => p.invitations.revoke({ key: newKey(), id }),
  ],
  [
    'another’s invitations.resend',
    'invitations.decide',
    (p, { sent: id }) => p.invitations.resend({ key: newKey(), id }),
  ],
  ['access.explain', 'own', (p) => p.access.explain({})],
  ['access.list', 'own', (p) => p.access.list({})],
  ['access.approve', 'access.decide', (p, { request: id }) => p.access.approve({ key: newKey(), id })],
  ['access.decline', 'access.decide', (p, { request: id }) => p.access.decline({ key: newKey(), id })],
  ['own.setLanguage', 'own', (p) => p.own.setLanguage({ key: newKey(), locale: 'pl' })],
  ['audit.list', 'audit.own', (p) => p.audit.list({})],
];

async function office(roles: readonly ContactRole[]) {
  const account = await world.account({
    ...{ sam: roles, tom: ['finance'], rita: ['finance'], ewa: ['management'], jan: ['management'] },
  });
  const rita = world.portalFor(account, 'rita').invitations;
  const invite = (email: string) => rita.invite({ key: newKey(), email, name: 'Maria', roles: ['finance'] });
  const [waiting, sent] = [await invite('w@x.example'), await invite('s@x.example')];
  await world.portalFor(account, 'ewa').invitations.approve({ key: newKey(), id: sent.id });
  const request = await world.portalFor(account, 'rita').access.request({ key: newKey(), role: 'technical' });
  const things: Things = { tom: account.person('tom'), waiting: waiting.id, sent: sent.id, request: request.id };
  return { account, things, sam: world.portalFor(account, 'sam') };
}

describe('who may do what with people', () => {
  it.each([[], ...CONTACT_ROLES.map((role) => [role])].map((roles) => [roles.join() || 'no role', roles] as const))(
    'holds %s to the policy in every operation',
    async (_, roles) => {
      let { account, things, sam } = await office(roles as ContactRole[]);
      for (const [name, permission, doIt] of DEEDS) {
        const allowed = allows(permission, new Set(roles as ContactRole[]), false);
        if (name === 'users.reinstate') await account.suspend('tom');
        const done = await doIt(sam, things).then(
          () => true,
          (error: unknown) => (isCoded(error, 'forbidden', 'role_needed') ? false : Promise.reject(error)),
        );
        expect([name, done]).toEqual([name, allowed]);
        if (allowed && permission.match(/manage|decide/))
          ({ account, things, sam } = await office(roles as ContactRole[]));
      }
      await account.suspend('sam');
      for (const [, , doIt] of DEEDS) {
        await expect(doIt(sam, things)).rejects.toEqual(refusal('forbidden', 'no_access'));
      }
    },
  );

  it('names the role it takes and who has it, the primary contact where no manager is active', async () => {
    const account = await world.account({ piotr: ['technical'], anna: ['finance'] });
    await expect(
      world.portalFor(account, 'anna').users.suspend({ key: newKey(), contactId: account.person('piotr') }),
    ).rejects.toEqual(
      refusal('forbidden', 'role_needed', {
        permission: 'users.manage',
        roles: ['management'],
        holders: [{ name: 'Piotr', email: account.email('piotr') }],
      }),
    );
  });

  it('lets the primary contact manage people only while no other manager is active', async () => {
    const account = await world.account({ piotr: ['technical'], anna: ['finance'], ewa: ['management'] });
    const change = (roles: ContactRole[]) =>
      world.portalFor(account, 'piotr').users.changeRoles({ key: newKey(), contactId: account.person('anna'), roles });
    await expect(change(['technical'])).rejects.toEqual(refusal('forbidden', 'role_needed'));
    await account.suspend('ewa');
    expect(await change(['technical'])).toMatchObject({ before: ['finance'] });
    const own = { key: newKey(), contactId: account.person('piotr'), roles: ['management' as const] };
    await expect(world.portalFor(account, 'piotr').users.changeRoles(own)).rejects.toEqual(
      refusal('forbidden', 'own_roles'),
    );
  });
});
