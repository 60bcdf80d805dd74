import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sqlOn } from '../../../src/db/sql.ts';
import { chooseAccount, recognise } from '../../../src/portal/identity.ts';
import type { TestAccount } from '../../support/account.ts';
import { barrier } from '../../support/barrier.ts';
import { identityWorld } from './support.ts';

const world = await identityWorld();
const { account: newAccount, allow, ask, codes, identity, owner, portalFor, prove, someone, trail, who } = world;
const system = sqlOn(world.database.pools.system);

const key = () => randomUUID();
const links = async (userId: string) => {
  const { rows } = await owner.query<{ live: boolean; email: string }>(
    'SELECT "endedAt" IS NULL AS live, email FROM chat_link WHERE "userId" = $1 ORDER BY "createdAt", "endedAt" NULLS LAST',
    [userId],
  );
  return rows;
};

async function company() {
  const account = await newAccount({ ewa: ['management'], ann: ['finance'] });
  const user = someone();
  await allow(account, user.tenantId);
  return { account, user, email: account.email('ann') };
}

async function linked(where: Awaited<ReturnType<typeof company>>) {
  world.clock.move(1000);
  await ask(where.user, where.email);
  const code = (await codes(where.user)).at(-1)!;
  expect((await prove(where.user, code)).linked).toBeDefined();
  return where;
}

/** Makes the same person a contact of another account. */
async function alsoIn(account: TestAccount, email: string, name = 'Ann Smith') {
  await owner.query('INSERT INTO contact ("accountId", email, name) VALUES ($1, $2, $3)', [account.id, email, name]);
}

describe('a proved e-mail', () => {
  it('links in every account that knows it and allows the workspace, and in no other', async () => {
    const { user, email, account } = await company();
    const [second, notAllowed, elsewhere] = [
      await newAccount({ zoe: ['finance'] }),
      await newAccount({ zoe: ['finance'] }),
      await newAccount({ zoe: ['finance'] }),
    ];
    for (const one of [second, notAllowed, elsewhere]) await alsoIn(one, email);
    await allow(second, user.tenantId);
    await allow(elsewhere, `${user.tenantId}X`);
    await ask(user, email);
    const proven = await prove(user, (await codes(user))[0]!);
    expect(proven.linked?.map(({ account }) => account.id).sort()).toEqual([account.id, second.id].sort());
    expect([...(await who(user))].sort()).toEqual([account.id, second.id].sort());
    expect(await trail(second)).toEqual(['system links.askCode done', 'contact links.link done code']);
    expect(await trail(notAllowed)).toEqual([]);
  });

  it('of the same user id in two workspaces is two people', async () => {
    const one = await linked(await company());
    const twin = { ...one.user, tenantId: `${one.user.tenantId}2` };
    await allow(one.account, twin.tenantId);
    expect(await who(twin)).toBe('not_linked');
    await ask(one.user, one.email);
    expect(await prove(twin, (await codes(one.user)).at(-1)!)).toEqual({ why: 'none' });
  });

  it('gives a choice of those accounts only whose workspace is allowed now', async () => {
    const { user, email, account } = await company();
    const second = await newAccount({ zoe: ['finance'] });
    await alsoIn(second, email);
    await allow(second, user.tenantId);
    await linked({ user, email, account });
    await chooseAccount(system, user, second.id);
    await owner.query('DELETE FROM allowed_tenant WHERE "accountId" = $1', [second.id]);
    const found = await recognise(system, user, 'en');
    expect(found).toMatchObject({ known: true, who: { chosen: true, account: { id: account.id } } });
    expect(await who(user)).toEqual([account.id]);
    expect(await recognise(system, user, 'en', second.id)).toEqual({ known: false, why: 'no_access' });
  });

  it('accepts the open invitation to it, recorded as the invitee’s, and then links', async () => {
    const { account, user } = await company();
    const email = `maria-${key()}@acme.example`;
    const invite = { email, name: 'Maria Nowak', roles: ['finance' as const] };
    await portalFor(account, 'ewa').invitations.invite({ key: key(), ...invite });
    await ask(user, email);
    const proven = await prove(user, (await codes(user))[0]!);
    expect(proven.linked).toMatchObject([{ name: 'Maria Nowak' }]);
    expect(await trail(account)).toEqual([
      'contact invitations.invite done',
      'system links.askCode done',
      'invitee invitations.accept done',
      'contact links.link done code',
    ]);
    const { rows } = await owner.query(
      `SELECT channel FROM audit_record WHERE chain = $1 AND action = 'invitations.accept'`,
      [account.id],
    );
    expect(rows).toEqual([{ channel: 'slack' }]);
  });

  it('accepts no invitation whose giver has lost the right, and says only that there is no access', async () => {
    const account = await newAccount({ ewa: ['management'], jan: ['management'], ann: ['finance'] });
    const user = someone();
    await allow(account, user.tenantId);
    const email = `maria-${key()}@acme.example`;
    const invite = { email, name: 'Maria Nowak', roles: ['technical' as const] };
    await portalFor(account, 'jan').invitations.invite({ key: key(), ...invite });
    await ask(user, email);
    await account.setRoles('jan', ['finance']);
    expect(await prove(user, (await codes(user))[0]!)).toEqual({ why: 'no_account' });
    expect(await who(user)).toBe('not_linked');
    expect((await trail(account)).at(-1)).toBe('invitee invitations.accept refused invitation_link');
  });

  it('sends no code for an invitation that waits, was revoked or has run out', async () => {
    const { account, user } = await company();
    const email = `maria-${key()}@acme.example`;
    const invite = { email, name: 'Maria Nowak', roles: ['finance' as const] };
    const { id } = await portalFor(account, 'ann').invitations.invite({ key: key(), ...invite });
    await ask(user, email);
    await portalFor(account, 'ewa').invitations.revoke({ key: key(), id });
    await ask(user, email);
    expect(await world.mails(email)).toEqual([]);
  });

  it('of somebody suspended before the code was typed links nobody', async () => {
    const { account, user, email } = await company();
    await ask(user, email);
    await portalFor(account, 'ewa').users.suspend({ key: key(), contactId: account.person('ann') });
    expect(await prove(user, (await codes(user))[0]!)).toEqual({ why: 'no_account' });
    expect(await links(user.userId)).toEqual([]);
  });

  it('of somebody being suspended at that moment gives no access, whichever comes first', async () => {
    for (let i = 0; i < 5; i += 1) {
      const { account, user, email } = await company();
      await ask(user, email);
      const [code] = await codes(user);
      const go = barrier(2);
      const contactId = account.person('ann');
      await Promise.all([
        go().then(() => prove(user, code!)),
        go().then(() => portalFor(account, 'ewa').users.suspend({ key: key(), contactId })),
      ]);
      expect(await who(user)).not.toEqual([account.id]);
    }
  });

  it('proved by another chat user ends nothing of the first', async () => {
    const first = await linked(await company());
    const phone = someone(first.user.tenantId);
    await linked({ ...first, user: phone });
    expect(await who(first.user)).toEqual([first.account.id]);
    expect(await who(phone)).toEqual([first.account.id]);
  });

  it('that is another colleague’s takes the place of the link before in that account', async () => {
    const first = await linked(await company());
    await linked({ ...first, email: first.account.email('ewa') });
    expect(await links(first.user.userId)).toEqual([
      { live: false, email: first.email },
      { live: true, email: first.account.email('ewa') },
    ]);
  });
});

describe('a link', () => {
  it('gives no access once the e-mail has changed, and is made anew with the new one', async () => {
    const { account, user } = await linked(await company());
    const changed = `ann-${key()}@acme.example`;
    await owner.query('UPDATE contact SET email = $2 WHERE id = $1', [account.person('ann'), changed]);
    expect(await who(user)).toBe('no_access');
    await linked({ account, user, email: changed });
    expect(await who(user)).toEqual([account.id]);
  });

  it('of somebody suspended gives none until they are reinstated; of somebody removed, none even when invited again', async () => {
    const { account, user, email } = await linked(await company());
    const contactId = account.person('ann');
    const ewa = portalFor(account, 'ewa');
    await ewa.users.suspend({ key: key(), contactId });
    expect(await who(user)).toBe('no_access');
    await ewa.users.reinstate({ key: key(), contactId });
    expect(await who(user)).toEqual([account.id]);
    await ewa.users.remove({ key: key(), contactId });
    expect(await who(user)).toBe('not_linked');
    await ewa.invitations.invite({ key: key(), email, name: 'Ann', roles: ['finance'] });
    expect(await who(user)).toBe('not_linked');
    await linked({ account, user, email });
    expect(await who(user)).toEqual([account.id]);
  });

  it('is listed and ended by its own person, and by no colleague', async () => {
    const { account, user } = await linked(await company());
    const ann = portalFor(account, 'ann');
    const [link] = await ann.links.list({});
    expect(link).toMatchObject({ platform: 'slack', tenantName: 'Acme', userId: user.userId });
    const { id } = link!;
    const refused = portalFor(account, 'ewa').links.end({ key: key(), id });
    await expect(refused).rejects.toMatchObject({ code: 'not_found' });
    const once = key();
    expect(await ann.links.end({ key: once, id })).toEqual(await ann.links.end({ key: once, id }));
    await expect(ann.links.end({ key: key(), id })).rejects.toMatchObject({ code: 'not_found' });
    expect(await who(user)).toBe('not_linked');
    expect((await trail(account)).at(-1)).toBe('contact links.end done');
  });
});

describe('a trusted directory', () => {
  it('links contacts of the accounts that trust it, and accepts no invitation', async () => {
    const { user, email, account } = await company();
    const trusting = await newAccount({ ewa: ['management'] });
    await allow(trusting, user.tenantId, true);
    await alsoIn(trusting, email);
    const linkedNow = await identity.linkByDirectory(user, email.toUpperCase());
    expect(linkedNow).toMatchObject([{ account: { id: trusting.id } }]);
    expect(await trail(trusting)).toEqual(['contact links.link done directory']);
    expect(await trail(account)).toEqual([]);
    const invited = `maria-${key()}@acme.example`;
    const invite = { email: invited, name: 'Maria Nowak', roles: ['finance' as const] };
    await portalFor(trusting, 'ewa').invitations.invite({ key: key(), ...invite });
    expect(await identity.linkByDirectory(someone(user.tenantId), invited)).toEqual([]);
  });

  it('links nobody again whose link was ended, but anybody whose e-mail has changed', async () => {
    const { user, email, account } = await company();
    await allow(account, user.tenantId, true);
    await identity.linkByDirectory(user, email);
    const changed = `ann-${key()}@acme.example`;
    await owner.query('UPDATE contact SET email = $2 WHERE id = $1', [account.person('ann'), changed]);
    expect(await identity.linkByDirectory(user, changed)).toHaveLength(1);
    expect(await who(user)).toEqual([account.id]);
    const [link] = await portalFor(account, 'ann').links.list({});
    await portalFor(account, 'ann').links.end({ key: key(), id: link!.id });
    expect(await identity.linkByDirectory(user, changed)).toEqual([]);
  });
});

describe('the functions of links', () => {
  it('stay in the account of the transaction', async () => {
    const [one, other] = [await linked(await company()), await linked(await company())];
    const inside = <T>(work: (query: (text: string, values: unknown[]) => Promise<T[]>) => Promise<T[]>) =>
      world.database.tenantTransaction(one.account.id, (tx) =>
        work((text, values) => tx.$queryRawUnsafe<T[]>(text, ...values)),
      );
    const contact = other.account.person('ann');
    expect(await inside((query) => query('SELECT * FROM links_of($1::uuid)', [contact]))).toEqual([]);
    expect(await inside((query) => query('SELECT * FROM link_end($1::uuid, NULL, now())', [contact]))).toEqual([]);
    const open = `SELECT link_open('slack', 'T1', NULL, 'U1', $1::uuid, now())`;
    await expect(inside((query) => query(open, [contact]))).rejects.toThrow();
    expect(await who(other.user)).toEqual([other.account.id]);
    await expect(system.query('SELECT * FROM links_of($1::uuid)', [contact])).rejects.toThrow(/permission denied/);
  });
});
