import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ConversationStore } from '../../src/conversation/store.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { talkIn } from '../support/talk.ts';

const database = await testDatabase();

describe('what goes to the direct messages', () => {
  it('while the first turn there is being served disturbs neither', async () => {
    const world = await portalWorld(database);
    const account = await world.account({ ann: ['finance'] });
    await account.invoice({ number: '123', total: '240.00', currency: 'EUR' });
    let asked = false;
    const other = await talkIn(world);
    const channel = await other.person(account, 'ann', { place: 'C1' });
    let finishes = 0;
    const through = (store: ConversationStore): ConversationStore => ({
      ...store,
      exclusively: (key, work) =>
        store.exclusively(key, (session) =>
          work({
            ...session,
            async finish(end) {
              finishes += 1;
              if (!asked) {
                asked = true;
                await channel.says('download invoice 123');
              }
              return session.finish(end);
            },
          }),
        ),
    });
    const talk = await talkIn(world, { through });
    const ann = await talk.person(account, 'ann');
    await ann.says('show invoice 123', randomUUID());
    expect(finishes).toBe(1);
    expect(ann.messages().map(({ reply }) => reply.text)).toEqual([
      'Here is invoice 123 as PDF.',
      expect.stringContaining('Invoice 123'),
    ]);
    await ann.presses('Pay');
    expect(ann.sees()).toContain('240');
  });
});
