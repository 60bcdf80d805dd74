import { beforeEach, describe, expect, it } from 'vitest';
import { UNDERSTANDING } from '../../src/app/folders.ts';
import { learningStore, misunderstoodSince } from '../../src/db/misunderstood.ts';
import { sqlOn } from '../../src/db/sql.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { loadLocalEngine } from '../../src/understanding/index.ts';
import { redactWith } from '../../src/understanding/learning/redact.ts';
import { testDatabase } from '../support/database.ts';
import { type Talker, talkIn } from '../support/talk.ts';
import { unsureText } from '../support/unsure-text.ts';
import { type Books, books } from './books.ts';

const database = await testDatabase();
const system = sqlOn(database.pools.system);
const local = await loadLocalEngine(UNDERSTANDING);
/** That the local engine offers several meanings of. */
const OFFERED = unsureText(
  'en',
  [
    'sort the thing with 123 out for me',
    'get the ball rolling on 123',
    'do the needful re 123',
    'give 123 the usual treatment',
  ].filter((text) => local.understand(text, { today: '2026-11-03', locale: 'en' }).decision === 'ask'),
);

let set: Books;
let ann: Talker;
const kept = () => misunderstoodSince(system, new Date(0));

describe('what was not understood', () => {
  beforeEach(async () => {
    await system.query('DELETE FROM misunderstood');
    set = await books(database, 'en');
    const talk = await talkIn(set.world, { learning: learningStore(system, redactWith(local.isWord)) });
    ann = await talk.person(set.account, 'ann');
  });

  it('is kept without names, addresses and numbers, and without who wrote it', async () => {
    await ann.says('zorble the frumpkin 998 of Anna Nowak via anna.nowak@acme.pl');
    const [one] = await kept();
    expect(one?.text).toBe('zorble the frumpkin [NUMBER_1] of [NAME_2] via [EMAIL_3]');
    expect(Object.keys(one ?? {}).sort()).toEqual(['at', 'awaiting', 'candidates', 'how', 'locale', 'text']);
  });

  it('is kept with the button that was pressed then, the first one', async () => {
    await ann.says(OFFERED);
    expect(await kept()).toEqual([expect.objectContaining({ how: 'offered' })]);
    const [first = '', second = ''] = ann.buttons();
    await ann.presses(first);
    const [one] = await kept();
    expect(one?.chosen).toBe(one?.candidates[0]?.intent);
    await ann.presses(second);
    expect((await kept())[0]?.chosen).toBe(one?.chosen);
  });

  it('says so where none of what was offered was meant', async () => {
    await ann.says(OFFERED);
    await ann.presses('None of these');
    expect((await kept())[0]?.chosen).toBe('help.menu');
  });

  it('is not what was understood, somebody else’s words, or anything beside a card number', async () => {
    await ann.says('show my overdue invoices');
    await ann.presses('Details');
    await ann.does({ type: 'text', text: 'zorble the frumpkin', quoted: true });
    await ann.says('flurb 4242 4242 4242 4242');
    await ann.says('flurb 4242 4242');
    await ann.says('4242 4242');
    const texts = (await kept()).map(({ text }) => text);
    expect(texts.join()).not.toMatch(/4242|zorble/);
  });

  it('that can’t be kept is answered all the same', async () => {
    const broken = async () => {
      throw new Error('the database is away');
    };
    const services = { log: createLogger({ level: 'silent' }) };
    const { clock, database: db, ...world } = set.world;
    const talk = await talkIn(
      { ...world, clock, database: db, services: { ...world.services, ...services } },
      { learning: { keep: broken, pressed: broken } },
    );
    const mia = await talk.person(set.account, 'mia');
    expect(await mia.says('zorble the frumpkin')).toHaveLength(1);
    expect(mia.buttons().length).toBeGreaterThan(1);
  });
});
