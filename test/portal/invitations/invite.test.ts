import { describe, expect, it } from 'vitest';
import { auditOf, newKey, noticesOf, refusal } from '../payments/support.ts';
import { mailsOf, statusOf } from '../people/support.ts';
import { invitationWorld } from './support.ts';

const world = await invitationWorld();
const { company, clock } = world;
const DAY = 86_400_000;

describe('inviting', () => {
  it('sends a manager’s invitation at once, in both languages, with a place for the link and no token', async () => {
    const { account, invite } = await company();
    const sent = await invite('ewa', ' Nowak@X.example ', ['technical', 'finance']);
    expect(sent).toMatchObject({
      ...{ email: 'nowak@x.example', name: 'Maria Nowak', roles: ['finance', 'technical'], state: 'sent' },
      ...{ inviter: { name: 'Ewa' }, decidedBy: null, deciders: [], expiresAt: '2026-11-10T10:00:00.000Z' },
      may: { decide: false, revoke: true, resend: true },
    });
    const [mail, ...more] = await mailsOf(account);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: 'nowak@x.example', linkId: sent.id });
    expect(mail!.text.match(/\{\{link\}\}/g)).toHaveLength(2);
    expect(mail!.text).toMatch(/Hello Maria Nowak[\s\S]*Dzień dobry/);
    expect(await noticesOf(account)).toEqual([]);
    expect(await auditOf(account)).toEqual(['contact invitations.invite done']);
  });

  it('makes anybody else’s wait, sends nothing, and asks every manager', async () => {
    const { account, as, invite } = await company();
    const waiting = await invite('anna');
    expect(waiting).toMatchObject({
      ...{ state: 'waiting', deciders: [{ name: 'Ewa' }, { name: 'Jan' }] },
      may: { decide: false, revoke: true, resend: false },
    });
    expect(await mailsOf(account)).toEqual([]);
    expect(await noticesOf(account)).toEqual(['ewa invitation.approval_asked', 'jan invitation.approval_asked']);
    expect(await as('ewa').invitations.show({ id: waiting.id })).toMatchObject({ may: { decide: true } });
    expect(await as('piotr').invitations.list({})).toMatchObject([
      { name: 'Maria Nowak', may: { decide: false, revoke: false, resend: false } },
    ]);
  });

  it('gives only roles one holds, management any', async () => {
    const { invite } = await company();
    await expect(invite('anna', 'a@x.example', ['finance', 'technical'])).rejects.toEqual(
      refusal('forbidden', 'roles_not_held', { roles: ['technical'], held: ['finance'] }),
    );
    expect(await invite('ewa', 'a@x.example', ['technical', 'management'])).toMatchObject({ state: 'sent' });
  });

  it('lets the primary contact send with any role where no manager is active, and decide others', async () => {
    const small = await world.account({ piotr: ['technical'], anna: ['finance'] });
    const [piotr, anna] = [world.portalFor(small, 'piotr'), world.portalFor(small, 'anna')];
    const invite = { key: newKey(), email: 'm@x.example', name: 'Maria', roles: ['management' as const] };
    expect(await piotr.invitations.invite(invite)).toMatchObject({ state: 'sent' });
    const waiting = await anna.invitations.invite({
      ...{ key: newKey(), email: 'f@x.example', name: 'Filip', roles: ['finance'] },
    });
    expect(waiting).toMatchObject({ state: 'waiting', deciders: [{ name: 'Piotr' }] });
    expect(await piotr.invitations.approve({ key: newKey(), id: waiting.id })).toMatchObject({ state: 'sent' });
  });

  it('refuses where nobody could decide', async () => {
    const { account, invite } = await company();
    for (const name of ['piotr', 'ewa', 'jan']) await account.suspend(name);
    await expect(invite('anna')).rejects.toEqual(refusal('forbidden', 'no_decider'));
  });

  it('says so when somebody has access, an open invitation, or a suspended access', async () => {
    const { account, invite } = await company();
    await expect(invite('ewa', account.email('anna'))).rejects.toEqual(
      refusal('conflict', 'already_has_access', { name: 'Anna', roles: ['finance'] }),
    );
    await invite('anna');
    await expect(invite('ewa')).rejects.toEqual(
      refusal('conflict', 'open_invitation', { inviter: 'Anna', state: 'waiting' }),
    );
    await account.suspend('anna');
    await expect(invite('piotr', account.email('anna'), ['technical'])).rejects.toEqual(
      refusal('conflict', 'invitee_suspended', {
        holders: [expect.objectContaining({ name: 'Ewa' }), expect.objectContaining({ name: 'Jan' })],
      }),
    );
  });

  it('invites a removed person again, who comes back with the new roles', async () => {
    const { account, as, invite } = await company();
    await as('ewa').users.remove({ key: newKey(), contactId: account.person('anna') });
    const { id } = await invite('ewa', account.email('anna'), ['technical']);
    await world.link(id).accept();
    expect(await statusOf(account, account.email('anna'))).toBe('active technical');
  });

  it('takes at most 20 a person and day, resendings among them', async () => {
    const { as, invite } = await company();
    const { id } = await invite('ewa', 'first@x.example');
    await as('ewa').invitations.resend({ key: newKey(), id });
    for (let n = 2; n < 20; n++) await invite('ewa', `n${n}@x.example`);
    await expect(invite('ewa', 'last@x.example')).rejects.toEqual(
      refusal('conflict', 'invitation_limit', { limit: 20 }),
    );
    await expect(as('ewa').invitations.resend({ key: newKey(), id })).rejects.toEqual(
      refusal('conflict', 'invitation_limit'),
    );
    expect(await invite('jan', 'last@x.example')).toMatchObject({ state: 'sent' });
    clock.move(DAY);
    expect(await invite('ewa', 'next@x.example')).toMatchObject({ state: 'sent' });
  });

  it.each([
    ['not-an-address', 'Maria'],
    ['a@b', 'Maria'],
    [`${'a'.repeat(250)}@x.example`, 'Maria'],
    ['a@x.example', ''],
    ['a@x.example', 'Visit http://evil.example'],
    ['a@x.example', 'evil.example'],
    ['a@x.example', 'Maria\nBcc: all'],
    ['a@x.example', 'x'.repeat(81)],
  ])('refuses the address %j with the name %j', async (email, name) => {
    const { account, as } = await company();
    const answer = as('ewa').invitations.invite({ key: newKey(), email, name, roles: ['finance'] });
    await expect(answer).rejects.toEqual(refusal('invalid', 'bad_input'));
    expect(await mailsOf(account)).toEqual([]);
  });

  it('takes names as people have them', async () => {
    const { as } = await company();
    for (const [n, name] of ['J. K. O’Brien', 'Łucja Żak-Śliwińska', "D'Arcy", 'Zoë'].entries()) {
      const invite = { key: newKey(), email: `p${n}@x.example`, name, roles: ['finance' as const] };
      expect(await as('ewa').invitations.invite(invite)).toMatchObject({ name });
    }
  });

  it('makes one invitation when two people invite the same address at once', async () => {
    const { invite, as } = await company();
    const results = await Promise.allSettled([invite('ewa'), invite('jan'), invite('anna')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await as('ewa').invitations.list({})).toHaveLength(1);
  });
});
