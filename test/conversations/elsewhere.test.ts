import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { type Books, books } from './books.ts';

const database = await testDatabase();
let set: Books;
let key: string;
beforeEach(async () => {
  key = randomUUID();
  set = await books(database, 'en');
});
const texts = (messages: readonly { reply: { text: string } }[]) => messages.map(({ reply }) => reply.text);

describe('in a place that others share', () => {
  it('what is asked is answered there, seen by the person alone', async () => {
    const ann = await set.talk.person(set.account, 'ann', { place: 'C1' });
    const [answer] = await ann.says('show my overdue invoices');
    expect(answer?.reply.audience).toBe('person');
    expect(texts(set.ann.messages())).toEqual([]);
  });

  it('a file goes to the direct messages, and the place says so', async () => {
    const ann = await set.talk.person(set.account, 'ann', { place: 'C1' });
    const there = await ann.says('download invoice 123');
    expect(texts(there)).toEqual(['I’ve sent it to our direct messages.']);
    expect(set.ann.last().reply.files).toHaveLength(1);
  });

  it('a card that changes later goes to the direct messages, and its buttons work there', async () => {
    await set.account.limit('EUR', '10.00');
    const ann = await set.talk.person(set.account, 'ann', { place: 'C1' });
    await ann.says('pay invoice 123 by page');
    const there = await ann.presses(ann.buttons()[0]!);
    expect(texts(there)).toContain('I’ve sent it to our direct messages.');
    expect(set.ann.last().reply.about?.kind).toBe('payment');
    await set.ann.presses('Withdraw');
    const { rows } = await set.account.sql.query('SELECT state FROM payment WHERE "accountId" = $1', [set.account.id]);
    expect(rows).toEqual([{ state: 'withdrawn' }]);
  });

  it('a colleague’s press of a button says that it is not theirs, and does nothing', async () => {
    const ann = await set.talk.person(set.account, 'ann', { place: 'C1' });
    const mia = await set.talk.person(set.account, 'mia', { place: 'C1' });
    await ann.says('pay invoice 123 by page');
    const said = await mia.pressesId(ann.button(ann.buttons()[0]!));
    expect(texts(said)).toEqual(['That button was made for somebody else. Nothing was changed.']);
  });

  it('somebody of another organization is turned away, whoever they say they are', async () => {
    const event = { ...set.ann.event({ type: 'text', text: 'show my overdue invoices' }), stranger: true as const };
    await set.talk.conversations.receive(key, event);
    await set.talk.settle();
    expect(texts(set.ann.messages())).toEqual([expect.stringContaining('Nothing was done')]);
  });
});

describe('another message’s text', () => {
  const quoted = (text: string) => set.ann.does({ type: 'text', text, quoted: true });

  it('starts what only reads', async () => {
    await quoted('can somebody show me invoice 123?');
    expect(set.ann.sees()).toContain('123');
    expect(set.ann.last().reply.text).toContain('Invoice 123');
  });

  it('offers anything else as a button, which then is confirmed like any other wish', async () => {
    await quoted('pay invoice 123');
    expect(set.ann.last().reply.text).toContain('Did you mean');
    await set.ann.presses('Pay invoices');
    expect(set.ann.sees()).toContain('123');
    const { rows } = await set.account.sql.query('SELECT 1 FROM payment WHERE "accountId" = $1', [set.account.id]);
    expect(rows).toEqual([]);
  });

  it('confirms nothing that is open', async () => {
    await set.account.method({ isDefault: true });
    await set.ann.says('pay invoice 123');
    await quoted('yes');
    const { rows } = await set.account.sql.query('SELECT 1 FROM payment WHERE "accountId" = $1', [set.account.id]);
    expect(rows).toEqual([]);
  });
});

describe('a message that was edited or deleted', () => {
  const wrote = (text: string) => set.ann.event({ type: 'text', text });
  /** Holds the conversation as another replica would, so that what is written meanwhile waits. */
  async function whileBusy(work: () => Promise<void>): Promise<void> {
    const held = Promise.withResolvers<void>();
    const free = Promise.withResolvers<void>();
    const holding = set.talk.exclusively(set.ann.conversation, async () => {
      held.resolve();
      await free.promise;
    });
    await held.promise;
    await work();
    free.resolve();
    await holding;
    await set.talk.settle();
  }

  it('counts as it was edited while it still waits', async () => {
    await whileBusy(async () => {
      await set.talk.conversations.receive(key, wrote('pay invoice 123'));
      await set.talk.conversations.amend(key, wrote('show invoice INV-1042'));
    });
    expect(texts(set.ann.messages())).toEqual([expect.stringContaining('INV-1042')]);
  });

  it('is not served when it was deleted while it waited', async () => {
    await whileBusy(async () => {
      await set.talk.conversations.receive(key, wrote('pay invoice 123'));
      await set.talk.conversations.withdraw(key);
    });
    expect(set.ann.messages()).toEqual([]);
  });

  it('changes nothing once it was answered', async () => {
    await set.ann.says('show invoice 123', key);
    await set.talk.conversations.amend(key, wrote('show invoice INV-1042'));
    await set.talk.conversations.withdraw(key);
    await set.talk.settle();
    expect(set.ann.messages()).toHaveLength(1);
  });

  it('a card number written into it later is removed and its writer told, nothing of it kept', async () => {
    await set.ann.says('show invoice 123', key);
    await set.talk.conversations.amend(key, wrote('my card is 4242 4242 4242 4242'));
    await set.talk.settle();
    expect(set.ann.last().reply.text).toContain('looks like a card number');
    const { rows } = await set.account.sql.query(`SELECT 1 FROM inbox WHERE event::text ~ '4242'`);
    expect(rows).toEqual([]);
  });
});

describe('what comes in ready-made', () => {
  it('starts its dialog, with what it says', async () => {
    await set.ann.does({ type: 'wish', intent: 'invoices.show', slots: { invoice: '123' } });
    expect(set.ann.last().reply.text).toContain('Invoice 123');
  });

  it('pays nothing without a confirmation', async () => {
    await set.account.method({ isDefault: true });
    await set.ann.does({ type: 'wish', intent: 'invoices.pay', slots: { invoice: '123' } });
    await set.ann.does({ type: 'wish', intent: 'dialog.confirm', slots: {} });
    const { rows } = await set.account.sql.query('SELECT 1 FROM payment WHERE "accountId" = $1', [set.account.id]);
    expect(rows).toEqual([]);
  });

  it('is not served when the person was told meanwhile that nothing is done', async () => {
    const event = set.ann.event({ type: 'wish', intent: 'help.menu', slots: {} });
    await set.talk.conversations.receive(key, event, () => true);
    await set.talk.settle();
    expect(set.ann.messages()).toEqual([]);
  });
});
