import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Repertoire } from '../../src/kit/dialog.ts';
import { createLogger } from '../../src/lib/logger.ts';
import type { Portal } from '../../src/portal/open.ts';
import type { TestAccount } from '../support/account.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld, type World } from '../support/portal.ts';
import { talkIn } from '../support/talk.ts';
import { toys } from './toy.ts';

const database = await testDatabase();
const { owner } = database.pools;

/** Payments that are asked about with a card, and change their state when the test says so. */
function asking() {
  const state = { now: 'waiting', id: randomUUID() };
  const { repertoire, effects } = toys();
  const about = { kind: 'payment', id: state.id } as const;
  const card = async () => ({ text: `Payment: ${state.now}`, about });
  const asked: Repertoire<Portal> = {
    ...repertoire,
    matters: [{ kind: 'payment', card }],
    notices: [
      {
        kind: 'payment.approval_asked',
        async render(_ctx, { details }) {
          if (details.broken) throw new Error('this one can not be made');
          return card();
        },
      },
    ],
  };
  return { state, repertoire: asked, about, effects };
}

describe('a notice', () => {
  let world: World;
  let account: TestAccount;
  let toy: ReturnType<typeof asking>;

  const write = (kind: string, to = 'ann', details: object = {}) =>
    owner.query(
      `INSERT INTO notice ("accountId", "contactId", kind, key, "aboutKind", "aboutId", details)
       VALUES ($1, $2, $3, $4, 'payment', $5, $6)`,
      [account.id, account.person(to), kind, randomUUID(), toy.state.id, details],
    );
  const mailsTo = async (name: string) =>
    (await owner.query(`SELECT text FROM mail WHERE "to" = $1`, [account.email(name)])).rows.map(({ text }) => text);

  beforeEach(async () => {
    await owner.query('TRUNCATE inbox, outbox, press, conversation, notice');
    world = await portalWorld(database);
    account = await world.account({ ann: ['finance'], bob: ['management'] });
    toy = asking();
  });

  it('is told once, also when two processes tell at once', async () => {
    const [one, two] = [await talkIn(world, toy), await talkIn(world, toy)];
    const ann = await one.person(account, 'ann');
    await write('payment.approval_asked');
    await Promise.all([one.settle(), two.settle()]);
    expect(ann.messages()).toHaveLength(1);
  });

  it('that can not be made holds up none behind it, however many there are', async () => {
    const silent = { ...world.services, log: createLogger({ level: 'silent' }) };
    const talk = await talkIn({ ...world, services: silent }, toy);
    const ann = await talk.person(account, 'ann');
    for (let i = 0; i < 101; i += 1) await write('payment.approval_asked', 'ann', { broken: true });
    await write('payment.approval_asked');
    await talk.settle();
    expect(ann.messages()).toHaveLength(1);
  });

  it('goes by mail to somebody whose only chat may not be used any more', async () => {
    const talk = await talkIn(world, toy);
    const ann = await talk.person(account, 'ann');
    await owner.query('DELETE FROM allowed_tenant WHERE "accountId" = $1', [account.id]);
    await write('payment.approval_asked');
    await talk.settle();
    expect(ann.messages()).toHaveLength(0);
    expect(await mailsTo('ann')).toEqual([expect.stringContaining('Payment: waiting')]);
  });

  it('is not written to somebody suspended, neither in chat nor by mail', async () => {
    const talk = await talkIn(world, toy);
    const ann = await talk.person(account, 'ann');
    await account.suspend('ann');
    await write('payment.approval_asked');
    await talk.settle();
    expect(ann.messages()).toHaveLength(0);
    expect(await mailsTo('ann')).toEqual([]);
  });

  it('of a change draws a card anew that has not been sent yet', async () => {
    const talk = await talkIn(world, toy);
    const ann = await talk.person(account, 'ann');
    await write('payment.approval_asked');
    await write('matter.changed', 'bob');
    toy.state.now = 'approved';
    await talk.settle();
    expect(ann.messages().map(({ reply }) => reply.text)).toEqual(['Payment: approved']);
  });

  it('of a change stays on the card that was confirmed with, whichever is written first', async () => {
    const other = await talkIn(world, toy);
    const [pay, ...rest] = toy.repertoire.dialogs;
    const dialogs = [
      {
        ...pay!,
        confirm: () => ({ text: 'Approve it?', shows: {}, yes: 'Approve', about: toy.about }),
        async run() {
          toy.state.now = 'approved';
          await write('matter.changed');
          await other.settle();
          return { replies: [{ text: 'Done.' }] };
        },
      },
      ...rest,
    ];
    const talk = await talkIn(world, { repertoire: { ...toy.repertoire, dialogs } });
    const ann = await talk.person(account, 'ann');
    await ann.says('pay invoice 123');
    await ann.presses('Approve');
    expect(ann.messages().map(({ reply }) => reply.text)).toEqual(['Payment: approved', 'Done.']);
  });
});
