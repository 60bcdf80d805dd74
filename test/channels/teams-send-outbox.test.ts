import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addressSchema, conversationOf, type TeamsAddress } from '../../src/channels/teams/address.ts';
import { refreshHandler } from '../../src/channels/teams/send/refresh.ts';
import { sendWaiting } from '../../src/conversation/sender.ts';
import { outboxStore } from '../../src/db/outbox-store.ts';
import { sqlOn } from '../../src/db/sql.ts';
import { teamsCards } from '../../src/db/teams-cards.ts';
import type { Reply } from '../../src/kit/card.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { testDatabase } from '../support/database.ts';
import { fakeTeams } from '../support/fake-teams.ts';
import { failure, sendingTo } from './teams-sending.ts';

const database = await testDatabase();
const teams = await fakeTeams();
const { system } = database.pools;
const log = createLogger({ level: 'silent' });

describe('the outbox in Teams', () => {
  let anna: TeamsAddress;
  let sending: ReturnType<typeof sendingTo>;
  let count = 0;

  const send = (to = anna) =>
    sendWaiting(
      { outbox: outboxStore(system), channels: { teams: sending.channel }, clock: sending.clock, log },
      conversationOf(to),
    );

  /** Sends until nothing waits, moving the clock to whenever something is due. */
  async function sendAll(): Promise<void> {
    for (let again = await send(); again; again = await send()) {
      sending.clock.move(again.getTime() - sending.clock.now().getTime());
    }
  }

  async function says(text: string, { replaces, ...reply }: Partial<Reply<string>> & { replaces?: string } = {}) {
    const { rows } = await system.query<{ seq: string }>(
      `INSERT INTO outbox (key, conversation, reply, replaces, "createdAt", "nextAt") VALUES ($1, $2, $3, $4, $5, $5)
       RETURNING seq`,
      [
        ...[randomUUID(), conversationOf(anna), JSON.stringify({ text, audience: 'person', ...reply })],
        ...[replaces ?? null, sending.clock.now()],
      ],
    );
    return rows[0]!.seq;
  }

  const card = (text: string) => ({ card: { blocks: [{ type: 'text' as const, text }] } });
  const row = async (seq: string) =>
    (await system.query('SELECT state, error, attempts, posted FROM outbox WHERE seq = $1', [seq])).rows[0];
  const standing = () => teams.standing(anna.conversationId ?? '').map(({ activity }) => activity);
  const texts = () => standing().map(({ text, summary }) => text ?? summary);

  beforeEach(async () => {
    sending = sendingTo(teams, database);
    anna = addressSchema.parse({ ...teams.person(`anna-${++count}`), serviceUrl: teams.serviceUrl });
    await system.query(`INSERT INTO conversation (key, channel, "user", address) VALUES ($1, 'teams', '{}', $2)`, [
      conversationOf(anna),
      JSON.stringify(anna),
    ]);
    teams.calls.splice(0);
  });

  it('keeps the order of a conversation within Teams’ limits, and counts no wait as a failure', async () => {
    const words = Array.from({ length: 20 }, (_, i) => `${i}`);
    let last = '';
    for (const word of words) last = await says(word);
    await sendAll();
    expect(texts()).toEqual(words);
    expect(teams.callsOf('send')).toHaveLength(20);
    expect(await row(last)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it.each([412, 429, 502, 504])('tries again after %i, later each time, and then has sent it once', async (status) => {
    const seq = await says('one');
    const start = sending.clock.now().getTime();
    const waits: number[] = [];
    for (let i = 0; i < 3; i++) {
      teams.status('send', status);
      const again = await send();
      waits.push(again!.getTime() - sending.clock.now().getTime());
      sending.clock.move(waits.at(-1)!);
    }
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(sending.clock.now().getTime() - start).toBe(7000);
    await send();
    expect(texts()).toEqual(['one']);
    expect(await row(seq)).toMatchObject({ state: 'sent', attempts: 4 });
  });

  it('says in words what no card can hold', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => ({ cells: [`Invoice ${i}`, 'x'.repeat(60)] }));
    const columns = [{ label: 'Invoice' }, { label: 'About' }];
    const seq = await says('All 200 invoices.', { card: { blocks: [{ type: 'table', columns, rows }] } });
    await send();
    expect(standing()).toMatchObject([{ text: 'All 200 invoices.', textFormat: 'plain' }]);
    expect(await row(seq)).toMatchObject({ state: 'sent' });
  });

  it('says in words what Teams finds too big', async () => {
    await says('In words.', card('As a card'));
    teams.status('send', 413, 'MessageSizeTooBig');
    await send();
    expect(texts()).toEqual(['In words.']);
  });

  it('changes a card in place', async () => {
    const asked = await says('Approve?', card('Approve?'));
    await send();
    const changed = await says('Approved by Maria.', { ...card('Approved by Maria.'), replaces: asked });
    await send();
    expect(texts()).toEqual(['Approved by Maria.']);
    expect((await row(changed)).posted).toEqual((await row(asked)).posted);
  });

  it('gives up what is for somebody who removed the app', async () => {
    await sending.references.seen(anna, sending.clock.now());
    teams.people.find(({ userId }) => userId === anna.userId)!.installed = false;
    const seq = await says('one');
    expect(await send()).toBeUndefined();
    expect(await row(seq)).toMatchObject({ state: 'failed', error: 'teams.BotNotInConversationRoster' });
  });

  it('shows a card as it is now to whom it was sent, and to nobody else', async () => {
    const refresh = refreshHandler(teamsCards(sqlOn(system)));
    const asked = await says('Approve?', card('Approve?'));
    await send();
    await says('Approved by Maria.', { ...card('Approved by Maria.'), replaces: asked });
    await send();
    const { activityId } = (await row(asked)).posted as { activityId: string };
    const wish = { activityId, stranger: false, at: sending.clock.now(), data: {} };
    expect(JSON.stringify(await refresh({ ...wish, address: anna }))).toContain('Approved by Maria.');
    const missing = { code: 'not_found', reason: 'teams.card' };
    expect(await failure(refresh({ ...wish, address: { ...anna, userId: 'jan' } }))).toMatchObject(missing);
    expect(await failure(refresh({ ...wish, address: anna, stranger: true }))).toMatchObject(missing);
    expect(await failure(refresh({ ...wish, address: anna, activityId: 'never' }))).toMatchObject(missing);
  });
});
