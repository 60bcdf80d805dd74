import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { slot } from '../../dialogs/define.ts';
import type { ConversationStore, Session } from '../../src/conversation/store.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { type Talk, type Talker, talkIn } from '../support/talk.ts';
import { toys } from './toy.ts';

const database = await testDatabase();

/** A store whose turn's end fails a given number of times: the process "dies" after the effect, before it is written. */
function failing(times: number, store: ConversationStore): ConversationStore {
  let left = times;
  const broken = (session: Session): Session => ({
    ...session,
    async finish(end) {
      if (left > 0) {
        left -= 1;
        throw new Error('the connection was lost');
      }
      return session.finish(end);
    },
  });
  return { ...store, exclusively: (key, work) => store.exclusively(key, (session) => work(broken(session))) };
}

async function setting() {
  const quiet = { log: createLogger({ level: 'silent' }) };
  const made = await portalWorld(database);
  const world = { ...made, services: { ...made.services, ...quiet } };
  return { world, account: await world.account({ ann: ['finance'] }), toy: toys() };
}

describe('a crash in the middle of a turn', () => {
  it('after the effect runs it again with the same key and the same values, and answers once', async () => {
    const { world, account, toy } = await setting();
    let break_ = false;
    const through = (store: ConversationStore): ConversationStore => {
      const bad = failing(1, store);
      return { ...store, exclusively: (key, work) => (break_ ? bad : store).exclusively(key, work) };
    };
    const talk = await talkIn(world, { repertoire: toy.repertoire, through });
    const ann = await talk.person(account, 'ann');
    await ann.says('pay invoice 123');
    break_ = true;
    const said = await ann.says('yes');
    expect(toy.effects).toHaveLength(2);
    expect(toy.effects[1]).toEqual(toy.effects[0]);
    expect(said.map(({ reply }) => reply.text)).toEqual(['Paid 123.']);
  });

  it('runs with what was confirmed, even when what would be shown now is different', async () => {
    const { world, account, toy } = await setting();
    const talk = await talkIn(world, {
      repertoire: toy.repertoire,
      through: (store) => ({
        ...store,
        exclusively: (key, work) =>
          store.exclusively(key, (session) =>
            work({
              ...session,
              async finish(end) {
                if (toy.effects.length === 1) {
                  toy.setPrice('99.00');
                  toy.effects.push(toy.effects[0]!);
                  throw new Error('the process died');
                }
                return session.finish(end);
              },
            }),
          ),
      }),
    });
    const ann = await talk.person(account, 'ann');
    await ann.says('pay invoice 123');
    await ann.says('yes');
    expect(ann.sees()).toContain('Paid 123.');
    expect(new Set(toy.effects.map(({ key }) => key)).size).toBe(1);
  });

  it('three times in the same event gives it up with an apology, and the conversation goes on', async () => {
    const { world, account, toy } = await setting();
    let break_ = false;
    const through = (store: ConversationStore): ConversationStore => {
      const bad = failing(3, store);
      return { ...store, exclusively: (key, work) => (break_ ? bad : store).exclusively(key, work) };
    };
    const talk = await talkIn(world, { repertoire: toy.repertoire, through });
    const ann = await talk.person(account, 'ann');
    break_ = true;
    await ann.says('show my invoices');
    break_ = false;
    expect(ann.sees()).toContain('Something went wrong on our side');
    await ann.says('show my invoices');
    expect(ann.sees()).toContain('Invoices all: 123, 124');
  });
});

describe('a message that is edited or deleted while it is served', () => {
  const no = (ann: Talker) => ann.event({ type: 'text', text: 'no' });
  it.each<[string, (talk: Talk, key: string, ann: Talker) => Promise<void>]>([
    ['edited', ({ conversations }, key, ann) => conversations.amend(key, no(ann))],
    ['deleted', ({ conversations }, key) => conversations.withdraw(key)],
  ])('(%s) and its process dies after the effect: what was done is said', async (_, change) => {
    const { world, account, toy } = await setting();
    const yes = randomUUID();
    let dies = true;
    const through = (store: ConversationStore): ConversationStore => ({
      ...store,
      exclusively: (conversation, work) =>
        store.exclusively(conversation, (session) =>
          work({
            ...session,
            async finish(end) {
              if (toy.effects.length === 0 || !dies) return session.finish(end);
              dies = false;
              await change(talk, yes, ann);
              throw new Error('the process died');
            },
            // Who is dead counts nothing.
            failed: async () => undefined,
          }),
        ),
    });
    const talk = await talkIn(world, { repertoire: toy.repertoire, through });
    const ann = await talk.person(account, 'ann');
    await ann.says('pay invoice 123');
    const said = await ann.says('yes', yes);
    expect(said.map(({ reply }) => reply.text)).toEqual(['Paid 123.']);
    expect(new Set(toy.effects.map(({ key }) => key)).size).toBe(1);
  });

  it('and fails for the last time: the next one is served all the same', async () => {
    const { world, account, toy } = await setting();
    const deleted = randomUUID();
    let tries = 0;
    const through = (store: ConversationStore): ConversationStore => ({
      ...store,
      exclusively: (conversation, work) =>
        store.exclusively(conversation, (session) =>
          work({
            ...session,
            async finish(end) {
              if (tries === 3) return session.finish(end);
              tries += 1;
              if (tries === 3) await talk.conversations.withdraw(deleted);
              throw new Error('the connection was lost');
            },
          }),
        ),
    });
    const talk = await talkIn(world, { repertoire: toy.repertoire, through });
    const ann = await talk.person(account, 'ann');
    await talk.conversations.receive(deleted, ann.event({ type: 'text', text: 'pay invoice 124' }));
    await talk.conversations.receive(randomUUID(), ann.event({ type: 'text', text: 'show my invoices' }));
    await talk.settle();
    expect(ann.messages().map(({ reply }) => reply.text)).toEqual([expect.stringContaining('Invoices all: 123, 124')]);
  });
});

describe('what was open survives', () => {
  it('a restart: another process takes the yes', async () => {
    const { world, account, toy } = await setting();
    const before = await (await talkIn(world, { repertoire: toy.repertoire })).person(account, 'ann');
    await before.says('pay invoice 123');
    const after = await (await talkIn(world, { repertoire: toy.repertoire })).person(account, 'ann');
    await after.says('yes');
    expect(after.sees()).toContain('Paid 123.');
    expect(toy.effects).toHaveLength(1);
  });

  it('a release that asks for more: it asks before it does anything', async () => {
    const { world, account, toy } = await setting();
    const before = await (await talkIn(world, { repertoire: toy.repertoire })).person(account, 'ann');
    await before.says('pay invoice 123');
    const [pay, ...others] = toy.repertoire.dialogs;
    const reason = slot<string>({
      takes: ['reason'],
      resolve: (_ctx, { reason }) => (reason ? { value: reason } : { missing: true }),
      ask: () => ({ text: 'What for?', awaiting: 'reason' }),
    });
    const released = { ...pay!, slots: { ...pay!.slots, reason } };
    const next = await talkIn(world, { repertoire: { ...toy.repertoire, dialogs: [released, ...others] } });
    const after = await next.person(account, 'ann');
    await after.says('yes');
    expect(after.sees()).toContain('What for?');
    expect(toy.effects).toEqual([]);
    await after.says('the new office');
    await after.says('yes');
    expect(toy.effects).toHaveLength(1);
  });

  it('two processes at once: messages are served in order, each once', async () => {
    const { world, account, toy } = await setting();
    const one = await talkIn(world, { repertoire: toy.repertoire });
    const two = await talkIn(world, { repertoire: toy.repertoire });
    const ann = await one.person(account, 'ann');
    const sameAnn = await two.person(account, 'ann');
    await Promise.all([ann.says('pay invoice 123', 'first'), sameAnn.says('pay invoice 123', 'first')]);
    await Promise.all([ann.says('yes', 'second'), sameAnn.says('yes', 'second')]);
    await Promise.all([one.settle(), two.settle()]);
    expect(toy.effects).toHaveLength(1);
  });
});
