import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { type Talker, talkIn } from '../support/talk.ts';
import { toys } from './toy.ts';

const database = await testDatabase();

describe('the dialog engine', async () => {
  let toy: ReturnType<typeof toys>;
  let world: Awaited<ReturnType<typeof portalWorld>>;
  let ann: Talker;

  beforeEach(async () => {
    toy = toys();
    world = await portalWorld(database);
    const account = await world.account({ ann: ['finance'], bob: ['management'] });
    const talk = await talkIn(world, { repertoire: toy.repertoire });
    ann = await talk.person(account, 'ann');
  });

  it('asks for what is missing, confirms what it shows, and does it once', async () => {
    await ann.says('pay an invoice');
    expect(ann.sees()).toContain('Which invoice?');
    await ann.says('123');
    expect(ann.sees()).toContain('Pay 123 for 10.00?');
    expect(toy.effects).toEqual([]);
    await ann.says('yes');
    expect(ann.sees()).toContain('Paid 123.');
    expect(toy.effects.map(({ invoice }) => invoice)).toEqual(['123']);
  });

  it('takes a correction at the confirmation', async () => {
    await ann.says('pay invoice 123');
    await ann.says('no, 124');
    expect(ann.sees()).toContain('Pay 124 for 10.00?');
    await ann.presses('Pay it');
    expect(toy.effects.map(({ invoice }) => invoice)).toEqual(['124']);
  });

  it('serves another wish in the middle and then offers the first again', async () => {
    await ann.says('pay invoice 123');
    const said = await ann.says('show my overdue invoices');
    expect(said.map(({ reply }) => reply.text)).toEqual([
      'Invoices overdue: 123, 124',
      'Back to where we were:',
      'Pay 123 for 10.00?',
    ]);
  });

  it('asks again when what was shown has changed before the yes', async () => {
    await ann.says('pay invoice 123');
    toy.setPrice('11.00');
    await ann.says('yes');
    expect(toy.effects).toEqual([]);
    expect(ann.sees()).toContain('Pay 123 for 11.00?');
    await ann.says('yes');
    expect(toy.effects).toHaveLength(1);
  });

  it('does nothing on a yes that comes sixteen minutes after the confirmation', async () => {
    await ann.says('pay invoice 123');
    world.clock.move(16 * 60_000);
    await ann.says('yes');
    expect(toy.effects).toEqual([]);
    expect(ann.sees()).toContain('Pay 123 for 10.00?');
  });

  it('ignores the second press of the same button and says what happened', async () => {
    await ann.says('pay invoice 123');
    const button = ann.button('Pay it');
    await ann.pressesId(button);
    await ann.pressesId(button);
    expect(toy.effects).toHaveLength(1);
    expect(ann.sees()).toContain('Paid 123.');
    expect(ann.last().reply.text).toMatch(/already closed/);
  });

  it('takes the buttons off a confirmation that was answered', async () => {
    await ann.says('pay invoice 123');
    await ann.presses('Pay it');
    expect(() => ann.button('Pay it')).toThrow();
  });

  it('serves an event that the platform repeats once', async () => {
    await ann.says('pay invoice 123');
    await ann.says('yes', 'the-same');
    await ann.says('yes', 'the-same');
    expect(toy.effects).toHaveLength(1);
  });

  it('serves several wishes in the order said, the list context in between', async () => {
    const said = await ann.says('show open invoices and pay the second one');
    expect(said.map(({ reply }) => reply.text)).toEqual(['Invoices open: 123, 124', 'Pay 124 for 10.00?']);
  });

  it('cancels at any time, and a yes after it confirms nothing', async () => {
    await ann.says('pay invoice 123');
    await ann.says('cancel');
    await ann.says('yes');
    expect(toy.effects).toEqual([]);
    expect(ann.sees()).toContain('Nothing is waiting for an answer');
  });

  it('shows the next page, and says when there is none', async () => {
    await ann.says('show my invoices');
    await ann.says('next');
    expect(ann.sees()).toContain('Page two');
    await ann.says('next');
    expect(ann.sees()).toContain('nothing more to show');
  });

  it('says why what can not be undone can not', async () => {
    await ann.says('pay invoice 123');
    await ann.says('yes');
    await ann.says('undo');
    expect(ann.sees()).toContain('A payment can’t be undone.');
  });

  it('answers a forged button with nothing done', async () => {
    await ann.pressesId('AAAAAAAAAAAA');
    expect(ann.sees()).toContain('no longer valid');
  });

  it('removes a card number before it is kept, and one sent in two parts after the second', async () => {
    await ann.says('pay with 4242 4242 4242 4242');
    expect(ann.sees()).toContain('card number');
    await ann.says('42424242');
    await ann.says('42424242');
    expect(ann.sees()).toContain('card number');
    const kept = await database.pools.owner.query(
      `SELECT (SELECT string_agg(event::text, '') FROM inbox) || (SELECT string_agg(reply::text, '') FROM outbox)
         || (SELECT string_agg(state::text, '') FROM conversation) AS everything`,
    );
    expect(kept.rows[0].everything).not.toMatch(/4242/);
  });

  it('answers a message of 100,000 characters without reading it', async () => {
    await ann.says('a'.repeat(100_000));
    expect(ann.sees()).toContain('too long');
  });

  it('speaks the language the person writes, until they set one', async () => {
    await ann.says('zapłać fakturę 123');
    await ann.says('tak');
    expect(ann.sees()).toContain('Zapłacono 123.');
  });
});
