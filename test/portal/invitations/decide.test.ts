import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { auditOf, newKey, noticesOf, refusal } from '../payments/support.ts';
import { mailsOf } from '../people/support.ts';
import { invitationWorld } from './support.ts';

const world = await invitationWorld();
const { company, clock, link } = world;
const DAY = 86_400_000;

describe('deciding an invitation', () => {
  it('approves: sends it, with seven days from now, and tells the inviter', async () => {
    const { account, as, invite } = await company();
    const { id } = await invite('anna');
    clock.move(DAY);
    const now = clock.now().getTime();
    expect(await as('ewa').invitations.approve({ key: newKey(), id })).toMatchObject({
      ...{ state: 'sent', decidedBy: { name: 'Ewa' }, expiresAt: new Date(now + 7 * DAY).toISOString() },
    });
    expect(await mailsOf(account)).toMatchObject([{ to: 'nowak@x.example', linkId: id }]);
    expect((await mailsOf(account))[0]!.text).toContain('Anna invites you');
    expect((await noticesOf(account)).slice(2)).toEqual(['anna invitation.decided']);
    expect(await auditOf(account)).toEqual(['contact invitations.invite done', 'contact invitations.approve done']);
  });

  it('declines with the reason, sends nothing, and tells the inviter', async () => {
    const { account, as, invite } = await company();
    const { id } = await invite('anna');
    expect(await as('jan').invitations.decline({ key: newKey(), id, reason: ' we don’t know her ' })).toMatchObject({
      ...{ state: 'declined', decidedBy: { name: 'Jan' }, reason: 'we don’t know her' },
    });
    expect(await mailsOf(account)).toEqual([]);
    expect((await noticesOf(account)).at(-1)).toBe('anna invitation.decided');
  });

  it('is decided once, and says to the second what happened and by whom', async () => {
    const { account, as, invite } = await company();
    const { id } = await invite('anna');
    const both = await Promise.allSettled([
      as('ewa').invitations.approve({ key: newKey(), id }),
      as('jan').invitations.decline({ key: newKey(), id }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { state, decidedBy } = await as('anna').invitations.show({ id });
    for (const name of ['ewa', 'jan']) {
      await expect(as(name).invitations.approve({ key: newKey(), id })).rejects.toEqual(
        refusal('conflict', 'invitation_ended', {
          state,
          by: decidedBy?.name,
          own: decidedBy?.name.toLowerCase() === name,
        }),
      );
    }
    expect((await mailsOf(account)).length).toBe(state === 'sent' ? 1 : 0);
  });

  it('is never for the inviter, nor for anybody but a manager', async () => {
    const { account, as, invite } = await company();
    const { id } = await invite('anna');
    await account.setRoles('anna', ['finance', 'management']);
    await expect(as('anna').invitations.approve({ key: newKey(), id })).rejects.toEqual(
      refusal('forbidden', 'own_request'),
    );
    await expect(as('piotr').invitations.approve({ key: newKey(), id })).rejects.toEqual(
      refusal('forbidden', 'role_needed'),
    );
    expect(await auditOf(account)).toContain('contact invitations.approve refused');
  });

  it('checks the inviter’s rights again', async () => {
    const { account, as, invite } = await company();
    const { id } = await invite('anna');
    await account.setRoles('anna', ['technical']);
    await expect(as('ewa').invitations.approve({ key: newKey(), id })).rejects.toEqual(
      refusal('conflict', 'inviter_rights'),
    );
    await account.setRoles('anna', ['finance']);
    await account.suspend('anna');
    await expect(as('ewa').invitations.approve({ key: newKey(), id })).rejects.toEqual(
      refusal('conflict', 'inviter_rights'),
    );
    expect(await mailsOf(account)).toEqual([]);
  });

  it('ends after seven days, whether or not the job has come by', async () => {
    const { as, invite } = await company();
    const { id } = await invite('anna');
    clock.move(7 * DAY);
    await expect(as('ewa').invitations.approve({ key: newKey(), id })).rejects.toEqual(
      refusal('conflict', 'invitation_ended', { state: 'expired' }),
    );
    expect(await as('ewa').invitations.list({})).toEqual([]);
    expect(await invite('anna')).toMatchObject({ state: 'waiting' });
  });
});

describe('revoking and resending', () => {
  it('revokes one’s own, or any as a manager, and its link stops working', async () => {
    const { as, invite } = await company();
    const sent = await invite('ewa');
    expect(await as('jan').invitations.revoke({ key: newKey(), id: sent.id })).toMatchObject({ state: 'revoked' });
    await expect(link(sent.id).accept()).rejects.toEqual(refusal('not_found', 'invitation_link'));
    const waiting = await invite('anna');
    await expect(as('piotr').invitations.revoke({ key: newKey(), id: waiting.id })).rejects.toEqual(
      refusal('forbidden', 'role_needed', { permission: 'invitations.decide' }),
    );
    expect(await as('anna').invitations.revoke({ key: newKey(), id: waiting.id })).toMatchObject({ state: 'revoked' });
    await expect(as('anna').invitations.revoke({ key: newKey(), id: waiting.id })).rejects.toEqual(
      refusal('conflict', 'invitation_ended', { state: 'revoked', own: true }),
    );
  });

  it('resends with a new link and seven new days, also after it ran out; the old link is dead', async () => {
    const { account, as, invite } = await company();
    const { id } = await invite('ewa');
    clock.move(6 * DAY);
    await as('jan').invitations.resend({ key: newKey(), id });
    await expect(link(id, 0).show()).rejects.toEqual(refusal('not_found', 'invitation_link'));
    clock.move(7 * DAY);
    await expect(link(id, 1).show()).rejects.toEqual(refusal('not_found', 'invitation_link'));
    await as('ewa').invitations.resend({ key: newKey(), id });
    expect(await link(id, 2).show()).toMatchObject({
      expiresAt: new Date(clock.now().getTime() + 7 * DAY).toISOString(),
    });
    expect(await mailsOf(account)).toHaveLength(3);
  });

  it('resends nothing that waits, ended, or is somebody else’s', async () => {
    const { as, invite } = await company();
    const { id } = await invite('anna');
    await expect(as('anna').invitations.resend({ key: newKey(), id })).rejects.toEqual(
      refusal('conflict', 'invitation_waiting'),
    );
    await as('ewa').invitations.approve({ key: newKey(), id });
    await expect(as('piotr').invitations.resend({ key: newKey(), id })).rejects.toEqual(
      refusal('forbidden', 'role_needed'),
    );
    expect(await as('anna').invitations.resend({ key: newKey(), id })).toMatchObject({ state: 'sent' });
    await as('anna').invitations.revoke({ key: newKey(), id });
    await expect(as('anna').invitations.resend({ key: newKey(), id })).rejects.toEqual(
      refusal('conflict', 'invitation_ended', { state: 'revoked' }),
    );
  });

  it('answers another account’s invitation like one that does not exist', async () => {
    const { as } = await company();
    const other = await company();
    const { id: theirs } = await other.invite('anna');
    for (const id of [theirs, randomUUID()]) {
      const { invitations } = as('ewa');
      for (const deed of ['approve', 'decline', 'revoke', 'resend'] as const) {
        await expect(invitations[deed]({ key: newKey(), id })).rejects.toEqual(refusal('not_found', 'not_found', {}));
      }
      await expect(invitations.show({ id })).rejects.toEqual(refusal('not_found', 'not_found', {}));
    }
    expect(await other.as('ewa').invitations.show({ id: theirs })).toMatchObject({ state: 'waiting' });
  });

  it('finds by e-mail and inflected name the open one, else what became of the last', async () => {
    const { as, invite } = await company();
    const { id } = await invite('ewa');
    const find = (who: { name: string } | { email: string }) => as('piotr').invitations.find(who);
    expect(await find({ name: 'Marii Nowak' })).toMatchObject([{ id, state: 'sent' }]);
    await as('ewa').invitations.revoke({ key: newKey(), id });
    expect(await find({ email: 'nowak@x.example' })).toMatchObject([{ id, state: 'revoked' }]);
    const { id: newer } = await invite('anna');
    expect(await find({ name: 'Nowak' })).toMatchObject([{ id: newer }]);
    expect(await find({ name: 'Kowalskiej' })).toEqual([]);
  });
});
