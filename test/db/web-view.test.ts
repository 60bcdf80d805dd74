import { beforeEach, describe, expect, it } from 'vitest';
import { sqlOn } from '../../src/db/sql.ts';
import { webView } from '../../src/db/web-view.ts';
import { testAccount } from '../support/account.ts';
import { testDatabase } from '../support/database.ts';

const { pools } = await testDatabase();
const view = webView(pools.system);
const TALK = 'web:demo:anna@acme.example';

beforeEach(async () => {
  await pools.system.query('DELETE FROM inbox');
  await pools.system.query('DELETE FROM outbox');
  await pools.system.query('DELETE FROM press');
});

const write = (text: string, conversation = TALK) =>
  pools.system.query('INSERT INTO inbox (key, conversation, event) VALUES ($1, $2, $3)', [
    crypto.randomUUID(),
    conversation,
    { content: { type: 'text', text } },
  ]);
const INSERT = `INSERT INTO outbox (key, conversation, reply, state, replaces) VALUES ($1, $2, $3, $4, $5) RETURNING seq`;
const say = async (text: string, state = 'sent', replaces?: string) => {
  const reply = { text, audience: 'person' };
  const { rows } = await pools.system.query(INSERT, [crypto.randomUUID(), TALK, reply, state, replaces ?? null]);
  return String(rows[0].seq);
};

describe('the news of a conversation', () => {
  it('is all of it at first, then only what came since', async () => {
    await write('hello');
    await say('Hello!');
    const first = await view.news(TALK);
    expect(first.events.map(({ content }) => content)).toEqual([{ type: 'text', text: 'hello' }]);
    expect(first.replies.map(({ reply }) => reply.text)).toEqual(['Hello!']);
    await say('Anything else?');
    const second = await view.news(TALK, first.cursor);
    expect([second.events.length, second.replies.map(({ reply }) => reply.text)]).toEqual([0, ['Anything else?']]);
    expect(await view.news(TALK, second.cursor)).toMatchObject({ events: [], replies: [] });
  });

  it("is nobody else's", async () => {
    await write('hello', 'web:demo:emily@acme.example');
    expect((await view.news(TALK)).events).toEqual([]);
  });

  it('misses nothing that took its number early and was committed late', async () => {
    const slow = await pools.system.connect();
    await slow.query('BEGIN');
    await slow.query(INSERT, ['early', TALK, { text: 'early' }, 'sent', null]);
    await say('late');
    const first = await view.news(TALK);
    expect(first.replies.map(({ reply }) => reply.text)).toEqual(['late']);
    await slow.query('COMMIT');
    slow.release();
    expect((await view.news(TALK, first.cursor)).replies.map(({ reply }) => reply.text)).toEqual(['early']);
  });

  it('has a message once it is delivered, and not before', async () => {
    const seq = await say('soon', 'waiting');
    const before = await view.news(TALK);
    expect(before).toMatchObject({ replies: [], busy: true });
    await pools.system.query(`UPDATE outbox SET state = 'sent' WHERE seq = $1`, [seq]);
    expect(await view.news(TALK, before.cursor)).toMatchObject({ replies: [{ seq }], busy: false });
  });

  it('names the message that a change in place is about', async () => {
    const seq = await say('Pay?');
    await say('Paid.', 'sent', seq);
    expect((await view.news(TALK)).replies.map(({ replaces }) => replaces)).toEqual([null, seq]);
  });

  it('is busy while something that was written is not done', async () => {
    await write('hello');
    const before = await view.news(TALK);
    expect([before.busy, before.events[0]?.done]).toEqual([true, false]);
    await pools.system.query('UPDATE inbox SET "doneAt" = now()');
    const after = await view.news(TALK, before.cursor);
    expect([after.busy, after.events[0]?.done]).toEqual([false, true]);
  });

  it('calls a press by what its button said, wherever in the card that stood', async () => {
    const button = { label: 'Pay', action: 'p1' };
    const card = { blocks: [{ type: 'table', columns: [], rows: [{ cells: [], actions: [button] }] }] };
    await pools.system.query(INSERT, ['o1', TALK, { text: 'list', card }, 'sent', null]);
    await pools.system.query(
      `INSERT INTO press (id, conversation, "accountId", "contactId", "outboxKey", action)
       VALUES ('p1', $1, gen_random_uuid(), gen_random_uuid(), 'o1', '{}')`,
      [TALK],
    );
    for (const press of ['p1', 'forged']) {
      await pools.system.query('INSERT INTO inbox (key, conversation, event) VALUES ($1, $2, $3)', [
        press,
        TALK,
        { content: { type: 'press', press } },
      ]);
    }
    expect((await view.news(TALK)).events.map(({ label }) => label)).toEqual(['Pay', null]);
  });
});

it('the people are those with access, by account, with their roles', async () => {
  const account = await testAccount(sqlOn(pools.owner), crypto.randomUUID(), {
    anna: ['finance', 'management'],
    emily: ['technical'],
    jan: [],
  });
  await account.suspend('emily');
  const [{ people } = { people: [] }] = await view.people();
  expect(people).toEqual([
    { name: 'Anna', email: account.email('anna'), roles: ['finance', 'management'] },
    { name: 'Jan', email: account.email('jan'), roles: [] },
  ]);
});
