import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { conversationOf, type SlackAddress } from '../../src/channels/slack/address.ts';
import type { Channel } from '../../src/conversation/channel.ts';
import { sendWaiting } from '../../src/conversation/sender.ts';
import { outboxStore } from '../../src/db/outbox-store.ts';
import type { Reply } from '../../src/kit/card.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { testDatabase } from '../support/database.ts';
import { fakeSlack } from '../support/fake-slack.ts';
import type { FakeTeam } from '../support/fake-slack-team.ts';
import { sendingTo } from './slack-sending.ts';

const { pools } = await testDatabase();
const slack = await fakeSlack();

describe('the outbox in Slack', () => {
  let team: FakeTeam;
  let anna: SlackAddress;
  let sending: ReturnType<typeof sendingTo>;
  /** What was logged while sending. */
  let logged: string[];
  let count = 0;

  /** @param eachTakesMs how long every call of the channel takes */
  const send = (address = anna, eachTakesMs = 0) => {
    const destination = new Writable({
      write(chunk, _encoding, done) {
        logged.push(String(chunk));
        done();
      },
    });
    const log = createLogger({ level: 'warn', destination });
    const { channel, clock } = sending;
    const slow: Channel = {
      ...channel,
      send(...args) {
        clock.move(eachTakesMs);
        return channel.send(...args);
      },
    };
    const deps = { outbox: outboxStore(pools.system), channels: { slack: slow }, clock, log };
    return sendWaiting(deps, conversationOf(address));
  };

  /** Writes a message into the outbox. Resolves with its number there. */
  async function says(text: string, { to = anna, replaces, ...reply }: Says = {}): Promise<string> {
    const { rows } = await pools.system.query<{ seq: string }>(
      `INSERT INTO outbox (key, conversation, reply, replaces, "createdAt", "nextAt") VALUES ($1, $2, $3, $4, $5, $5)
       RETURNING seq`,
      [
        ...[randomUUID(), conversationOf(to), JSON.stringify({ text, audience: 'person', ...reply })],
        ...[replaces ?? null, sending.clock.now()],
      ],
    );
    return rows[0]!.seq;
  }
  interface Says extends Partial<Reply<string>> {
    to?: SlackAddress;
    replaces?: string;
  }

  async function talksIn(address: SlackAddress): Promise<void> {
    await pools.system.query(
      `INSERT INTO conversation (key, channel, "user", address) VALUES ($1, 'slack', '{}', $2)
       ON CONFLICT (key) DO UPDATE SET address = $2`,
      [conversationOf(address), JSON.stringify(address)],
    );
  }

  const row = async (seq: string) =>
    (await pools.system.query('SELECT key, state, error, attempts, posted FROM outbox WHERE seq = $1', [seq])).rows[0];

  const standing = (userId = 'UANNA') => team.standing(team.dm(userId)).map(({ text }) => text);

  beforeEach(async () => {
    team = slack.team(`T${++count}`);
    anna = { teamId: team.teamId, userId: team.user('UANNA') };
    sending = sendingTo(slack);
    logged = [];
    slack.calls.splice(0);
    await talksIn(anna);
  });

  it('keeps the order of a conversation, at the pace Slack allows, and counts and reports none of it as a failure', async () => {
    const words = Array.from({ length: 12 }, (_, i) => `${i}`);
    let last = '';
    for (const word of words) last = await says(word);
    let again = await send();
    expect(standing()).toEqual(words.slice(0, 4));
    while (again) {
      sending.clock.move(again.getTime() - sending.clock.now().getTime());
      again = await send();
    }
    expect(standing()).toEqual(words);
    expect(slack.callsOf('chat.postMessage')).toHaveLength(12);
    expect(await row(last)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(logged).toEqual([]);
  });

  it('lets nothing pass a message that only waits for its pace, however long that takes', async () => {
    const words = Array.from({ length: 8 }, (_, i) => `${i}`);
    for (const word of words) await says(word);
    sending.clock.move(120_000);
    for (let again = await send(anna, 300); again; again = await send(anna, 300)) {
      sending.clock.move(again.getTime() - sending.clock.now().getTime());
    }
    expect(standing()).toEqual(words);
  });

  it('tries again after a 429 not before Slack said, also what is said to others there meanwhile', async () => {
    const jan = { teamId: team.teamId, userId: team.user('UJAN') };
    await talksIn(jan);
    await says('one');
    slack.limit('chat.postMessage', 30);
    const again = await send();
    expect(again).toEqual(new Date(sending.clock.now().getTime() + 30_000));
    await says('to Jan', { to: jan });
    sending.clock.move(29_999);
    await send();
    await send(jan);
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
    sending.clock.move(1);
    await send();
    await send(jan);
    expect([standing(), standing('UJAN')]).toEqual([['one'], ['to Jan']]);
  });

  it('tries again what failed for the moment: a fault of Slack, a cut connection', async () => {
    const seq = await says('one');
    slack.refuse('chat.postMessage', 'internal_error');
    await send();
    expect(await row(seq)).toMatchObject({ state: 'waiting', error: 'slack.internal_error', attempts: 1 });
    slack.cut('chat.postMessage');
    sending.clock.move(60_000);
    await send();
    expect(await row(seq)).toMatchObject({ state: 'waiting', error: 'slack.unreachable', attempts: 2 });
    sending.clock.move(60_000);
    await send();
    expect(standing()).toEqual(['one']);
    expect(await row(seq)).toMatchObject({ state: 'sent', error: null });
  });

  it('sends what Slack may have taken a second time, under the same name', async () => {
    const seq = await says('one');
    slack.lose('chat.postMessage');
    await send();
    sending.clock.move(60_000);
    await send();
    const { key } = await row(seq);
    const names = team.standing(team.dm('UANNA')).map(({ metadata }) => metadata?.event_payload.key);
    expect(names).toEqual([key, key]);
  });

  it('records a dead token and goes on with the next', async () => {
    const seq = await says('one');
    await says('two');
    slack.refuse('chat.postMessage', 'token_revoked');
    expect(await send()).toBeUndefined();
    expect(await row(seq)).toMatchObject({ state: 'failed', error: 'slack.token_revoked' });
    expect(standing()).toEqual(['two']);
  });

  it('changes a card in place once it is decided', async () => {
    const card = { blocks: [{ type: 'actions' as const, buttons: [{ label: 'Approve', action: 'abcdefghijkl' }] }] };
    const seq = await says('Approve?', { card });
    await says('Approved by Jan', { replaces: seq });
    await send();
    expect(team.standing(team.dm('UANNA'))).toMatchObject([{ text: 'Approved by Jan', edited: true }]);
    expect(JSON.stringify(team.standing(team.dm('UANNA')))).not.toContain('abcdefghijkl');
  });

  it('records that a card is gone from where it was to be changed', async () => {
    const seq = await says('Approve?');
    await send();
    team.messages.splice(0);
    const change = await says('Approved by Jan', { replaces: seq });
    expect(await send()).toBeUndefined();
    expect(await row(change)).toMatchObject({ state: 'failed', error: 'slack.message_not_found' });
  });

  it('changes an ephemeral card after its own press', async () => {
    const here = { ...anna, channelId: team.channel('C1', ['UANNA']) };
    await talksIn(here);
    const seq = await says('Pay?', { to: here });
    await send(here);
    const [message] = team.ephemerals('C1', 'UANNA');
    await talksIn({ ...here, pressed: { responseUrl: team.responseUrl(message!), messageTs: message!.ts } });
    await says('Paid', { to: here, replaces: seq });
    await send(here);
    expect(team.ephemerals('C1', 'UANNA')).toMatchObject([{ text: 'Paid', edited: true }]);
  });

  it('says in words what Slack takes no card of', async () => {
    slack.refuse('chat.postMessage', 'invalid_blocks');
    const seq = await says('You have 3 invoices.', { card: { blocks: [{ type: 'text', text: 'Three invoices' }] } });
    await send();
    expect(standing()).toEqual(['You have 3 invoices.']);
    expect(JSON.stringify(team.standing(team.dm('UANNA')))).not.toContain('Three invoices');
    expect(await row(seq)).toMatchObject({ state: 'sent' });
  });
});
