import { beforeEach, describe, expect, it } from 'vitest';
import type { TestAccount } from '../support/account.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld, type World } from '../support/portal.ts';
import { type Talk, type Talker, talkIn } from '../support/talk.ts';
import { toys } from './toy.ts';

const database = await testDatabase();

/** Everything that is kept of conversations, as text. */
async function kept(): Promise<string> {
  const { rows } = await database.pools.owner.query<{ everything: string }>(
    `SELECT concat((SELECT string_agg(event::text, '') FROM inbox), (SELECT string_agg(reply::text, '') FROM outbox),
       (SELECT string_agg(state::text, '') FROM conversation), (SELECT string_agg(action::text, '') FROM press))
       AS everything`,
  );
  return rows[0]!.everything;
}

describe('a card number in chat', () => {
  let world: World;
  let account: TestAccount;
  let talk: Talk;
  let ann: Talker;

  beforeEach(async () => {
    await database.pools.owner.query('TRUNCATE inbox, outbox, press, conversation');
    world = await portalWorld(database);
    account = await world.account({ ann: ['finance'] });
    talk = await talkIn(world, { repertoire: toys().repertoire });
    ann = await talk.person(account, 'ann');
  });

  it.each([
    [['4242 4242 4242 4242']],
    [['card number: 4242-4242-4242-4242 12/30 123']],
    [['4242\n4242\n4242\n4242']],
    [['42424242', '42424242']],
    [['4242 4242', '4242 4242']],
    [['4242', '4242', '4242', '4242']],
    [['424242', '42424', '24242']],
    [['my card is 4242 4242', '4242 4242 12/30 123']],
    [['pay an invoice', '4242 4242', '42424242']],
    [['moja karta: 4242-4242', '4242-4242']],
  ])('written %j leaves nothing of it anywhere', async (texts) => {
    for (const text of texts) await ann.says(text);
    expect(ann.sees()).toMatch(/card number|numer karty/);
    expect(await kept()).not.toMatch(/4242/);
  });

  it('in four parts, each a minute and a half after the one before, leaves nothing either', async () => {
    for (const part of ['4242', '4242', '4242', '4242']) {
      await ann.says(part);
      world.clock.move(90_000);
    }
    expect(await kept()).not.toMatch(/4242/);
  });

  it('whose second part comes after more than two minutes is two numbers', async () => {
    await ann.says('42424242');
    world.clock.move(121_000);
    await ann.says('42424242');
    expect(ann.sees()).not.toContain('card number');
  });

  it('in a form leaves nothing, and the form does nothing', async () => {
    await ann.says('pay invoice 123');
    await ann.presses('Pay it', {
      reason: 'my card is 4242 4242 4242 4242',
      name: '4242\u200b4242\u200b4242\u200b4242',
    });
    expect(ann.sees()).toContain('card number');
    expect(await kept()).not.toMatch(/4242/);
  });

  it('in a form with characters a database can not keep is taken out all the same', async () => {
    await ann.says('pay invoice 123');
    await ann.presses('Pay it', {
      name: '4242\u00004242\ud8004242 4242',
      reason: 'cut in the middle of an emoji \ud83d',
    });
    expect(ann.sees()).toContain('card number');
  });

  it('of somebody without access leaves nothing either', async () => {
    await account.suspend('ann');
    await ann.says('42424242');
    await ann.says('42424242');
    expect(ann.sees()).toContain('card number');
    expect(ann.sees()).toContain('no longer have access');
    expect(await kept()).not.toMatch(/4242/);
  });

  it('in parts leaves what was open otherwise as it was', async () => {
    await ann.says('pay invoice 123');
    await ann.says('42424242');
    await ann.says('42424242');
    expect(ann.sees()).toContain('card number');
    await ann.says('no, 123');
    expect(ann.sees()).toContain('Pay 123 for 10.00?');
  });
});

describe('more than thirty messages in a minute', () => {
  it('are served up to the thirtieth, however fast they come', async () => {
    const world = await portalWorld(database);
    const talk = await talkIn(world, { repertoire: toys().repertoire });
    const ann = await talk.person(await world.account({ ann: ['finance'] }), 'ann');
    const user = { channel: 'web' as const, tenantId: 'demo', userId: ann.userId };
    const { conversation } = ann;
    const at = world.clock.now().toISOString();
    const content = { type: 'text' as const, text: 'show my invoices' };
    for (let i = 0; i < 32; i += 1) {
      const event = { conversation, user, address: { conversation }, shared: false, at, content };
      await world.database.pools.system.query(
        'INSERT INTO inbox (key, conversation, event, "receivedAt") VALUES ($1, $2, $3, $4)',
        [`burst-${i}`, conversation, JSON.stringify(event), world.clock.now()],
      );
    }
    await talk.conversations.recover();
    await talk.settle();
    const texts = ann.messages().map(({ reply }) => reply.text);
    expect(texts.slice(0, 30).every((text) => text.startsWith('Invoices'))).toBe(true);
    expect(texts.slice(30).every((text) => text.includes('more messages than I can take'))).toBe(true);
    expect(texts).toHaveLength(32);
  });
});
