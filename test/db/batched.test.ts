import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/conversation/event.ts';
import { batched } from '../../src/db/batched.ts';
import { conversationStore } from '../../src/db/conversation-store.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

/** Work that is done when it is told to. */
function desk() {
  const batches: { items: readonly number[]; finish(): void }[] = [];
  const work = (items: readonly number[]) =>
    new Promise<number[]>((resolve, reject) => {
      const bad = items.includes(13);
      batches.push({ items, finish: () => (bad ? reject(new Error('thirteen')) : resolve(items.map((n) => n * 2))) });
    });
  return { batches, work };
}

describe('what is done in batches', () => {
  it('begins at once, and gathers what comes while as much as may be is under way', async () => {
    const { batches, work } = desk();
    const double = batched(1, work);
    const results = [1, 2, 3].map(double);
    expect(batches.map(({ items }) => items)).toEqual([[1]]);
    batches[0]!.finish();
    expect(await results[0]).toBe(2);
    await expect.poll(() => batches.length).toBe(2);
    expect(batches[1]!.items).toEqual([2, 3]);
    batches[1]!.finish();
    expect(await Promise.all(results)).toEqual([2, 4, 6]);
  });

  it('fails for none but the one that can’t be done', async () => {
    const { batches, work } = desk();
    const double = batched(1, work);
    const [first, bad, good] = [double(1), double(13), double(2)];
    const failed = bad.catch((error: Error) => error.message);
    for (let i = 0; i < 4; i += 1) {
      await expect.poll(() => batches.length).toBeGreaterThan(i);
      batches[i]!.finish();
    }
    expect(await Promise.all([first, failed, good])).toEqual([2, 'thirteen', 4]);
  });
});

describe('events taken in at once', () => {
  const event = (text: string): Event => ({
    conversation: 'web:demo:burst',
    user: { channel: 'web', tenantId: 'demo', userId: 'burst' },
    address: {},
    shared: false,
    at: '2026-11-24T10:00:00.000Z',
    content: { type: 'text', text },
  });

  it('are one event for each key, however often and in whatever company it comes, in their order', async () => {
    const { accept } = conversationStore(database.pools);
    const keys = Array.from({ length: 50 }, () => randomUUID());
    const twice = keys.flatMap((key) => [key, key]);
    const taken = await Promise.all(twice.map((key, i) => accept(key, event(`${i}`), new Date())));
    expect(taken.filter(Boolean)).toHaveLength(50);
    const { rows } = await database.pools.owner.query(`SELECT key FROM inbox ORDER BY seq`);
    expect(rows.map(({ key }) => key)).toEqual(keys);
  });
});
