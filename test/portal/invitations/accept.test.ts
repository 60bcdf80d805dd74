import { describe, expect, it } from 'vitest';
import { invitationToken } from '../../../src/portal/invitations/token.ts';
import { auditOf, newKey, noticesOf, refusal } from '../payments/support.ts';
import { mailsOf, statusOf } from '../people/support.ts';
import { invitationWorld } from './support.ts';

const world = await invitationWorld();
const { company, clock, link, linkOf, services, system } = world;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const dead = refusal('not_found', 'invitation_link', {});

describe('the page of an invitation', () => {
  it('shows what one is invited to, by whom and until when, and changes nothing however often', async () => {
    const { account, invite } = await company();
    const { id } = await invite('ewa', 'nowak@x.example', ['technical', 'finance']);
    for (let n = 0; n < 3; n++) {
      expect(await link(id).show()).toMatchObject({
        ...{ inviter: 'Ewa', name: 'Maria Nowak', email: 'nowak@x.example', roles: ['finance', 'technical'] },
        ...{ expiresAt: '2026-11-10T10:00:00.000Z', timeZone: 'Europe/Warsaw' },
      });
    }
    expect(await statusOf(account, 'nowak@x.example')).toBeUndefined();
    expect(await auditOf(account)).toEqual(['contact invitations.invite done']);
  });

  it('makes the invitee an active contact with the roles once pressed, and tells the inviter', async () => {
    const { account, invite, as } = await company();
    const { id } = await invite('ewa', 'nowak@x.example', ['technical', 'finance']);
    await link(id).accept();
    expect(await statusOf(account, 'nowak@x.example')).toBe('active finance,technical');
    expect(await as('ewa').invitations.show({ id })).toMatchObject({ state: 'accepted' });
    expect(await noticesOf(account)).toEqual(['ewa invitation.accepted']);
    expect((await auditOf(account)).at(-1)).toBe('invitee invitations.accept done');
  });

  it('answers the same for a used, unknown, replaced or run-out link', async () => {
    const { account, invite, as } = await company();
    const used = await invite('ewa', 'used@x.example');
    await link(used.id).accept();
    const replaced = await invite('ewa', 'replaced@x.example');
    await as('ewa').invitations.resend({ key: newKey(), id: replaced.id });
    const late = await invite('ewa', 'late@x.example');
    for (const one of [link(used.id), link(replaced.id), linkOf('forged'), linkOf('')]) {
      await expect(one.show()).rejects.toEqual(dead);
      await expect(one.accept()).rejects.toEqual(dead);
    }
    clock.move(7 * DAY);
    await expect(link(late.id).accept()).rejects.toEqual(dead);
    expect(await statusOf(account, 'late@x.example')).toBeUndefined();
  });

  it('is used once by two presses at once', async () => {
    const { account, invite } = await company();
    const { id } = await invite('ewa');
    const results = await Promise.allSettled([link(id).accept(), link(id).accept()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await statusOf(account, 'nowak@x.example')).toBe('active finance');
    expect((await auditOf(account)).slice(1)).toEqual([
      'invitee invitations.accept done',
      'invitee invitations.accept refused',
    ]);
  });

  it.each([
    ['the inviter is suspended', (a: Company) => a.suspend('anna')],
    ['the inviter lost the role', (a: Company) => a.setRoles('anna', ['technical'])],
    ['the approver is suspended', (a: Company) => a.suspend('ewa')],
    ['the approver is no manager any more', (a: Company) => a.setRoles('ewa', ['finance'])],
  ])('leads nowhere when %s', async (_, change) => {
    const { account, as, invite } = await company();
    const { id } = await invite('anna');
    await as('ewa').invitations.approve({ key: newKey(), id });
    await change(account);
    await expect(link(id).show()).rejects.toEqual(dead);
    await expect(link(id).accept()).rejects.toEqual(dead);
    expect(await statusOf(account, 'nowak@x.example')).toBeUndefined();
  });

  it('leads nowhere when the manager who sent it is none any more', async () => {
    const { account, invite } = await company();
    const { id } = await invite('ewa');
    await account.setRoles('ewa', ['finance']);
    await expect(link(id).accept()).rejects.toEqual(dead);
  });

  it('changes nothing for somebody who got access, or was suspended, in another way meanwhile', async () => {
    const { account, invite } = await company();
    const { id } = await invite('ewa', 'nowak@x.example', ['management']);
    await account.sql.query(`INSERT INTO contact ("accountId", email, name) VALUES ($1, 'nowak@x.example', 'Maria')`, [
      account.id,
    ]);
    await expect(link(id).accept()).rejects.toEqual(refusal('conflict', 'already_has_access'));
    await account.sql.query(`UPDATE contact SET status = 'suspended' WHERE email = 'nowak@x.example'`, []);
    await expect(link(id).accept()).rejects.toEqual(refusal('conflict', 'invitee_suspended'));
    expect(await statusOf(account, 'nowak@x.example')).toBe('suspended ');
  });

  it('keeps neither the token in the mail nor anything but its hash', async () => {
    const { account, invite } = await company();
    await invite('ewa');
    const { rows } = await account.sql.query<{ row: string }>(
      `SELECT i::text || m::text AS row FROM invitation i JOIN mail m ON m."linkId" = i.id WHERE i."accountId" = $1`,
      [account.id],
    );
    const [{ linkId } = { linkId: '' }] = await mailsOf(account);
    expect(rows[0]!.row).not.toContain(invitationToken(services.secretsKey, linkId, 0));
    expect(rows[0]!.row).toMatch(/[0-9a-f]{64}/);
  });
});

type Company = Awaited<ReturnType<typeof company>>['account'];

describe('the invitations’ jobs', () => {
  const ofAccount = async <T extends { accountId: string }>(found: Promise<T[]>, id: string) =>
    (await found).filter(({ accountId }) => accountId === id);

  it('remind every decider once, after 24 hours', async () => {
    const { account, invite } = await company();
    await invite('anna');
    clock.move(DAY - 1);
    expect(await ofAccount(system.invitations.unreminded(), account.id)).toEqual([]);
    clock.move(1);
    const [found] = await ofAccount(system.invitations.unreminded(), account.id);
    await Promise.all([system.invitations.remind(found!), system.invitations.remind(found!)]);
    expect((await noticesOf(account)).slice(2)).toEqual([
      'ewa invitation.approval_asked',
      'jan invitation.approval_asked',
    ]);
    expect(await ofAccount(system.invitations.unreminded(), account.id)).toEqual([]);
  });

  it('end what has run out, once, and tell the inviter', async () => {
    const { account, as, invite } = await company();
    const { id } = await invite('ewa');
    clock.move(7 * DAY);
    const [found] = await ofAccount(system.invitations.lapsing(), account.id);
    await Promise.all([system.invitations.lapse(found!), system.invitations.lapse(found!)]);
    expect(await as('ewa').invitations.show({ id })).toMatchObject({ state: 'expired' });
    expect(await noticesOf(account)).toEqual(['ewa invitation.expired']);
    expect((await auditOf(account)).at(-1)).toBe('system invitations.lapse done');
  });
});
