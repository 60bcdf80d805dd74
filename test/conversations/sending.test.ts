import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../src/conversation/channel.ts';
import { sendWaiting } from '../../src/conversation/sender.ts';
import { outboxStore } from '../../src/db/outbox-store.ts';
import { CodedError } from '../../src/lib/errors.ts';
import { testDatabase } from '../support/database.ts';
import { quietLog } from '../support/log.ts';
import { standingClock } from '../support/portal.ts';

const { pools } = await testDatabase();

describe('sending what waits for a conversation', () => {
  let clock: ReturnType<typeof standingClock>;
  let conversation: string;
  /** What the platform did, in order. */
  let done: string[];
  /** What the platform answers for a text instead of taking it. */
  let refuses: Map<string, Error>;

  const take = (text: string, what: string) => {
    done.push(`${what} ${text}`);
    const error = refuses.get(text);
    if (error) throw error;
  };
  const web: Channel = {
    async send(_address, { text }) {
      take(text, 'send');
      return { text };
    },
    async update(_address, posted, { text }) {
      take(text, `change ${String(posted.text)} to`);
    },
    direct: () => ({ conversation, address: {} }),
  };
  const send = () =>
    sendWaiting({ outbox: outboxStore(pools.system), channels: { web }, clock, log: quietLog }, conversation);
  const busy = (retryAfterMs?: number) =>
    new CodedError('unavailable', 'busy', retryAfterMs === undefined ? {} : { retryAfterMs });

  async function says(text: string, replaces?: string): Promise<string> {
    const { rows } = await pools.system.query<{ seq: string }>(
      `INSERT INTO outbox (key, conversation, reply, replaces, "createdAt", "nextAt") VALUES ($1, $2, $3, $4, $5, $5)
       RETURNING seq`,
      [randomUUID(), conversation, JSON.stringify({ text, audience: 'person' }), replaces ?? null, clock.now()],
    );
    return rows[0]!.seq;
  }

  beforeEach(async () => {
    clock = standingClock();
    conversation = randomUUID();
    [done, refuses] = [[], new Map()];
    await pools.system.query(
      `INSERT INTO conversation (key, channel, "user", address) VALUES ($1, 'web', '{}', '{}')`,
      [conversation],
    );
  });

  it('keeps the order behind one that has failed for less than a minute, and passes it after that', async () => {
    await says('one');
    await says('two');
    refuses.set('one', busy());
    await send();
    expect(done).toEqual(['send one']);
    clock.move(61_000);
    await send();
    expect(done).toEqual(['send one', 'send one', 'send two']);
    refuses.clear();
    clock.move(61_000);
    await send();
    expect(done.at(-1)).toBe('send one');
    expect(await send()).toBeUndefined();
    expect(done).toHaveLength(4);
  });

  it('waits as long as the platform asked, also when something new is said meanwhile', async () => {
    await says('one');
    refuses.set('one', busy(30_000));
    const again = await send();
    expect(again).toEqual(new Date(clock.now().getTime() + 30_000));
    await says('two');
    clock.move(29_000);
    expect(await send()).toEqual(again);
    expect(done).toEqual(['send one']);
    refuses.clear();
    clock.move(1_000);
    await send();
    expect(done).toEqual(['send one', 'send one', 'send two']);
  });

  it('changes a message that went out only now', async () => {
    const card = await says('card');
    await says('decided', card);
    await send();
    expect(done).toEqual(['send card', 'change card to decided']);
  });

  it('does not lose the change of a message that is still to be sent', async () => {
    const card = await says('card');
    await says('decided', card);
    refuses.set('card', busy(100_000));
    await send();
    clock.move(61_000);
    await send();
    refuses.clear();
    clock.move(100_000);
    await send();
    expect(done).toEqual(['send card', 'send card', 'change card to decided']);
  });

  it('never puts an older change over a newer one', async () => {
    const card = await says('card');
    await send();
    await says('asked', card);
    refuses.set('asked', busy(100_000));
    await send();
    clock.move(61_000);
    await says('decided', card);
    await send();
    refuses.clear();
    clock.move(200_000);
    expect(await send()).toBeUndefined();
    expect(done.at(-1)).toBe('change card to decided');
  });

  it('gives up a change of what never got out', async () => {
    const card = await says('card');
    await says('decided', card);
    refuses.set('card', new Error('this will never work'));
    expect(await send()).toBeUndefined();
    expect(await send()).toBeUndefined();
    expect(done).toEqual(['send card']);
  });

  it('gives a message up after a day', async () => {
    await says('one');
    refuses.set('one', busy());
    clock.move(24 * 3_600_000 + 1);
    expect(await send()).toBeUndefined();
    await send();
    expect(done).toEqual(['send one']);
  });

  it('sends each once when two processes send at once', async () => {
    await says('one');
    await says('two');
    await Promise.all([send(), send(), send()]);
    expect(done).toEqual(['send one', 'send two']);
  });
});
