import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TestAccount } from '../support/account.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { talkIn } from '../support/talk.ts';
import { postOf } from './codes.ts';

const database = await testDatabase();
const world = await portalWorld(database);
const talk = await talkIn(world);
const post = postOf(world);
const MINUTE = 60_000;

const allow = (account: TestAccount, trusts = false) =>
  database.pools.owner.query(
    `INSERT INTO allowed_tenant ("accountId", platform, "tenantId", "trustsDirectory") VALUES ($1, 'web', 'demo', $2)
     ON CONFLICT ("accountId", platform, "tenantId") DO UPDATE SET "trustsDirectory" = $2`,
    [account.id, trusts],
  );

async function acme(trusts = false) {
  const account = await world.account({ ewa: ['management'], ann: ['finance'] });
  await account.invoice({ number: 'ACME-1', total: '10.00' });
  await allow(account, trusts);
  const visitor = talk.visitor(`U${randomUUID()}`);
  return { account, visitor, email: account.email('ann') };
}

describe('somebody nobody knows', () => {
  it('is told who speaks and asked for the e-mail of the portal, and nothing of any account is shown', async () => {
    const { visitor } = await acme();
    await visitor.says('show my overdue invoices');
    expect(visitor.sees()).toContain('write me the e-mail address you use in the portal');
    expect(visitor.sees()).not.toContain('ACME-1');
  });

  it('writes an e-mail and then its code, is connected, and gets what they came for', async () => {
    const { visitor, email } = await acme();
    await visitor.says('show my overdue invoices');
    await visitor.says(`it is ${email}`);
    expect(visitor.sees()).toContain('within ten minutes');
    const [connected] = await visitor.says(await post.code(email));
    expect(connected!.reply.text).toBe(`You’re connected: Ann, Account ${email.split('@')[1]!.slice(0, 4)}.`);
    expect(visitor.sees()).toContain('ACME-1');
  });

  it('gets what they came for also where the welcome came after it', async () => {
    const { visitor, email } = await acme();
    await visitor.says('show my overdue invoices');
    await visitor.does({ type: 'wish', intent: 'help.menu', slots: {} });
    await visitor.says(email);
    await visitor.says(await post.code(email));
    expect(visitor.sees()).toContain('ACME-1');
  });

  it('who came for nothing yet gets the menu of what they may do', async () => {
    const { visitor, email } = await acme();
    await visitor.says(email);
    await visitor.says((await post.code(email)).toLowerCase().replace('-', ''));
    expect(visitor.sees()).toContain('Here is what I can do for you');
  });

  it('is answered the same whether or not the e-mail is known to anybody', async () => {
    const { visitor, email, account } = await acme();
    const [known] = await visitor.says(email);
    const [unknown] = await visitor.says('nobody@nowhere.example');
    await account.suspend('ewa');
    const [suspended] = await visitor.says(account.email('ewa'));
    const without = (text: string) => text.replace(/\S+@\S+/g, 'X');
    expect(without(unknown!.reply.text)).toBe(without(known!.reply.text));
    expect(without(suspended!.reply.text)).toBe(without(known!.reply.text));
    expect(await post.to('nobody@nowhere.example')).toEqual([]);
    expect(await post.to(account.email('ewa'))).toEqual([]);
  });

  it('is spoken to in their language, in the chat and by mail', async () => {
    const { visitor, email } = await acme();
    await visitor.says('pokaż zaległe faktury');
    expect(visitor.sees()).toContain('Jeszcze się nie znamy');
    await visitor.says(email);
    expect(visitor.sees()).toContain('jednorazowy kod jest już w drodze');
    const code = await post.code(email);
    expect((await post.to(email)).at(-1)!.text).toContain('Dzień dobry');
    const [connected] = await visitor.says(code);
    expect(connected!.reply.text).toContain('Połączenie z portalem działa: Ann');
  });

  it('who names somebody else’s e-mail in a wish sends that one no code', async () => {
    const { visitor, email } = await acme();
    await visitor.says(`invite ${email} as finance`);
    expect(visitor.sees()).toContain('I don’t know you yet');
    expect(await post.to(email)).toEqual([]);
  });

  it('who points at a message with an e-mail in it sends no code', async () => {
    const { visitor, email } = await acme();
    await visitor.does({ type: 'text', text: `connect me as ${email}`, quoted: true });
    expect(await post.to(email)).toEqual([]);
  });

  it('is told plainly what is wrong with a code, and what to do next', async () => {
    const { visitor, email } = await acme();
    await visitor.says('BCDF-GHJK');
    expect(visitor.sees()).toContain('No code is waiting');
    await visitor.says(email);
    const code = await post.code(email);
    await visitor.says('BCDF-GHJK');
    expect(visitor.sees()).toContain('You can try 4 more times');
    world.clock.move(10 * MINUTE);
    await visitor.says(code);
    expect(visitor.sees()).toContain('each works for ten minutes');
    await visitor.says(`send a code to ${email}`);
    for (let i = 0; i < 4; i += 1) await visitor.says('BCDF-GHJK');
    expect(visitor.sees()).toContain('You can try once more');
    await visitor.says('BCDF-GHJK');
    expect(visitor.sees()).toContain('tried too often');
    await visitor.says(await post.code(email));
    expect(visitor.sees()).toContain('tried too often');
  });

  it('who asks for too many codes is told when to try again', async () => {
    const { visitor } = await acme();
    for (let i = 0; i < 3; i += 1) await visitor.says(`x${i}@nowhere.example`);
    await visitor.says('x4@nowhere.example');
    expect(visitor.sees()).toBe('Too many codes have been asked for, so I sent none. Please try again in 60 minutes.');
  });

  it('gets no mail any more that would bring a code already expired', async () => {
    const { visitor, email } = await acme();
    await visitor.says(email);
    world.clock.move(10 * MINUTE);
    expect(await post.to(email)).toEqual([]);
    world.clock.move(60 * MINUTE);
    expect(await post.to(email)).toEqual([]);
  });

  it('where others read along is sent to the direct messages, and a code written there is ended', async () => {
    const { visitor, email } = await acme();
    const channel = talk.visitor(visitor.userId, { place: 'C1' });
    await channel.says('show my overdue invoices');
    expect(channel.sees()).toContain('Write to me directly');
    await channel.says(email);
    expect(channel.sees()).toContain('Write to me directly');
    await visitor.says(email);
    const code = await post.code(email);
    await channel.says(`my code is ${code}`);
    expect(channel.sees()).toContain('it is no longer valid');
    await visitor.says(code);
    expect(visitor.sees()).toContain('each works only once');
  });

  it('accepts an open invitation with the code sent to its address', async () => {
    const { account, visitor } = await acme();
    const email = `new-${randomUUID()}@acme.example`;
    await world
      .portalFor(account, 'ewa')
      .invitations.invite({ key: randomUUID(), email, name: 'Maria Nowak', roles: ['finance'] });
    await visitor.says('show my overdue invoices');
    await visitor.says(email);
    const [connected] = await visitor.says(await post.code(email));
    expect(connected!.reply.text).toContain('You’re connected: Maria Nowak');
    expect(visitor.sees()).toContain('ACME-1');
  });

  it('leaves no code in the database, neither the right one nor a wrong one', async () => {
    const { visitor, email } = await acme();
    await visitor.says(email);
    const code = await post.code(email);
    await visitor.says('my code: XWVT-RQPN');
    await visitor.says(code);
    const { owner } = database.pools;
    const { rows: columns } = await owner.query<{ table: string; name: string }>(
      `SELECT table_name AS "table", column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'ARRAY', 'character varying')`,
    );
    expect(columns.length).toBeGreaterThan(100);
    for (const { table, name } of columns) {
      const { rows } = await owner.query(`SELECT FROM "${table}" WHERE "${name}"::text ~* $1`, [
        [code, code.replace('-', ''), 'XWVT-?RQPN'].join('|'),
      ]);
      expect(rows, `${table}.${name}`).toEqual([]);
    }
  });
});

describe('a directory that is trusted', () => {
  const member = (email: string) => ({ kind: 'member', email, name: 'Ann', tenantName: 'Acme' }) as const;

  it('connects a full member without a code, and serves what they came for', async () => {
    const { account, email } = await acme(true);
    const visitor = talk.visitor(`U${randomUUID()}`, { profile: member(email.toUpperCase()) });
    const [connected] = await visitor.says('show my overdue invoices');
    expect(connected!.reply.text).toContain('I know you by the e-mail address of your profile');
    expect(visitor.sees()).toContain('ACME-1');
    const { rows } = await database.pools.owner.query(
      `SELECT details->>'by' AS by FROM audit_record WHERE chain = $1 AND action = 'links.link'`,
      [account.id],
    );
    expect(rows).toEqual([{ by: 'directory' }]);
  });

  it('asks a member who only wants to be connected for nothing more, and shows what there is', async () => {
    const { email } = await acme(true);
    const visitor = talk.visitor(`U${randomUUID()}`, { profile: member(email) });
    const [connected, menu, ...more] = await visitor.says('connect my account');
    expect(connected!.reply.text).toContain('you’re connected');
    expect(menu!.reply.text).toContain('what I can do for you');
    expect(more).toEqual([]);
  });

  it('connects nobody where it is not trusted', async () => {
    const { email } = await acme();
    const visitor = talk.visitor(`U${randomUUID()}`, { profile: member(email) });
    await visitor.says('show my overdue invoices');
    expect(visitor.sees()).toContain('I don’t know you yet');
  });

  it('connects nobody again who has disconnected', async () => {
    const { email } = await acme(true);
    const visitor = talk.visitor(`U${randomUUID()}`, { profile: member(email) });
    await visitor.says('hello');
    await database.pools.owner.query('UPDATE chat_link SET "endedAt" = now() WHERE "userId" = $1', [visitor.userId]);
    await visitor.says('show my overdue invoices');
    expect(visitor.sees()).toContain('I don’t know you yet');
    await visitor.says(email);
    await visitor.says(await post.code(email));
    expect(visitor.sees()).toContain('ACME-1');
  });

  it.each([
    ['guest', 'you’re a guest here'],
    ['bot', 'I only talk with people'],
    ['stranger', 'people of the organization I belong to'],
  ] as const)('connects no %s, and sends them no code', async (kind, said) => {
    const { email } = await acme(true);
    const visitor = talk.visitor(`U${randomUUID()}`, { profile: { kind, email } });
    for (const text of ['show my overdue invoices', email, 'BCDF-GHJK']) {
      await visitor.says(text);
      expect(visitor.sees()).toContain(said);
    }
    expect(await post.to(email)).toEqual([]);
  });
});

describe('somebody who is known', () => {
  it('types a code for another of their accounts and is connected there too', async () => {
    const { visitor, email } = await acme();
    const second = await world.account({ zoe: ['finance'] });
    await allow(second);
    await visitor.says(email);
    await visitor.says(await post.code(email));
    await visitor.says(`send a code to ${second.email('zoe')}`);
    await visitor.says(await post.code(second.email('zoe')));
    expect(visitor.sees()).toContain('You’re connected: Zoe');
  });

  it('whose e-mail has changed is not served, and connects anew with the new one', async () => {
    const { account, visitor, email } = await acme();
    await visitor.says(email);
    await visitor.says(await post.code(email));
    const changed = `ann-${randomUUID()}@acme.example`;
    await account.sql.query('UPDATE contact SET email = $2 WHERE id = $1', [account.person('ann'), changed]);
    await visitor.says('show my overdue invoices');
    expect(visitor.sees()).toContain('You no longer have access');
    expect(visitor.sees()).toContain('If your e-mail address has changed');
    await visitor.says(changed);
    await visitor.says(await post.code(changed));
    await visitor.says('show my overdue invoices');
    expect(visitor.sees()).toContain('ACME-1');
  });

  it('who is suspended loses at once what was open, the buttons on screen too', async () => {
    const { account, visitor, email } = await acme();
    await visitor.says(email);
    await visitor.says(await post.code(email));
    await visitor.says('pay invoice ACME-1');
    const old = visitor.button('No, leave it');
    const menu = visitor.messages().find(({ reply }) => reply.text.startsWith('Here is what I can do'));
    expect(menu).toBeDefined();
    await world.portalFor(account, 'ewa').users.suspend({ key: randomUUID(), contactId: account.person('ann') });
    await talk.settle();
    expect(visitor.messages().flatMap(({ reply }) => reply.card?.blocks ?? [])).toEqual([]);
    expect(visitor.sees()).toContain('You no longer have access');
    await visitor.pressesId(old);
    expect(visitor.sees()).toContain('You no longer have access');
    await visitor.says('yes');
    expect(visitor.sees()).toContain('You no longer have access');
    expect(JSON.stringify(visitor.messages().slice(-2))).not.toContain('ACME-1');
  });
});
