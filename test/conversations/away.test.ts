import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { defineDialog, slot } from '../../dialogs/define.ts';
import type { Repertoire } from '../../src/kit/dialog.ts';
import type { Portal } from '../../src/portal/open.ts';
import type { TestAccount } from '../support/account.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld, type World } from '../support/portal.ts';
import { type Talk, type Talker, talkIn } from '../support/talk.ts';
import { toys } from './toy.ts';

const database = await testDatabase();
const { owner } = database.pools;
const texts = { en: {}, pl: {} };

/** The toys; invitations that are approved with one press and declined with a reason; switching by a word. */
function repertoire() {
  const decided: { account: string; deed: string; reason?: string }[] = [];
  const reason = slot<string>({
    takes: ['reason'],
    resolve: (_ctx, said) => (said.reason ? { value: said.reason } : { missing: true }),
    ask: () => ({ text: 'Why?', awaiting: 'reason' }),
  });
  const approve = defineDialog({
    intent: 'invites.approve',
    slots: {},
    texts,
    run({ account }) {
      decided.push({ account: account.id, deed: 'approved' });
      return { replies: [{ text: 'Approved.' }] };
    },
  });
  const decline = defineDialog({
    intent: 'invites.decline',
    slots: { reason },
    texts,
    run({ account }, values) {
      decided.push({ account: account.id, deed: 'declined', reason: values.reason });
      return { replies: [{ text: 'Declined.' }], shown: SHOWN, undo: { impossible: 'Not here.' } };
    },
  });
  const switching = defineDialog({
    intent: 'account.switch',
    slots: {},
    texts,
    async run(ctx) {
      const other = ctx.accounts.find(({ id }) => id !== ctx.account.id)!;
      await ctx.chooseAccount(other.id);
      return { replies: [{ text: `Now ${other.name}.` }] };
    },
  });
  const toy = toys();
  const buttons = (['approve', 'decline'] as const).map((deed) => ({
    label: deed,
    action: { do: 'start', intent: `invites.${deed}` } as const,
  }));
  const all: Repertoire<Portal> = {
    ...toy.repertoire,
    dialogs: [...toy.repertoire.dialogs, approve, decline, switching],
    notices: [
      {
        kind: 'invitation.approval_asked',
        render: async () => ({ text: 'Bob wants in.', card: { blocks: [{ type: 'actions', buttons }] } }),
      },
    ],
  };
  return { repertoire: all, decided, effects: toy.effects };
}
const SHOWN = { kind: 'invoice', intent: 'invoices.list', slots: {}, refs: ['777'] } as const;

describe('somebody who works for one account and gets the card of another', () => {
  let toy: ReturnType<typeof repertoire>;
  let world: World;
  let talk: Talk;
  let home: TestAccount;
  let other: TestAccount;
  let otherContact: string;
  let ann: Talker;
  const textsOf = (said: { reply: { text: string } }[]) => said.map(({ reply }) => reply.text);

  beforeEach(async () => {
    toy = repertoire();
    world = await portalWorld(database);
    home = await world.account({ ann: ['finance', 'management'] });
    other = await world.account({ olga: ['management'] });
    talk = await talkIn(world, toy);
    ann = await talk.person(home, 'ann');
    otherContact = randomUUID();
    const email = home.email('ann');
    await owner.query(`INSERT INTO contact (id, "accountId", email, name) VALUES ($1, $2, $3, 'Ann')`, [
      ...[otherContact, other.id, email],
    ]);
    await owner.query(`INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'web', 'demo')`, [
      other.id,
    ]);
    await owner.query(
      `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
       VALUES ($1, $2, 'web', 'demo', $3, $3)`,
      [other.id, otherContact, email],
    );
    await owner.query(
      `INSERT INTO chat_user (platform, "tenantId", "userId", "accountId") VALUES ('web', 'demo', $1, $2)`,
      [email, home.id],
    );
  });

  async function cardArrives(): Promise<void> {
    await owner.query(
      `INSERT INTO notice ("accountId", "contactId", kind, key) VALUES ($1, $2, 'invitation.approval_asked', $3)`,
      [other.id, otherContact, randomUUID()],
    );
    await talk.settle();
  }

  it('decides there with one press, and goes on here as before', async () => {
    await ann.says('pay invoice 123');
    await cardArrives();
    const said = await ann.presses('approve');
    expect(textsOf(said)).toEqual(['Approved.']);
    expect(JSON.stringify(said)).toContain(`Account: Account ${other.id.slice(0, 4)}`);
    expect(toy.decided).toEqual([{ account: other.id, deed: 'approved' }]);
    await ann.presses('Pay it');
    expect(ann.sees()).toContain('Paid 123.');
    expect(ann.sees()).toContain(`Account: Account ${home.id.slice(0, 4)}`);
  });

  it('answers the question of that card, and nothing of it stays here', async () => {
    await ann.says('show my invoices');
    await cardArrives();
    await ann.presses('decline');
    expect(ann.sees()).toContain('Why?');
    await ann.says('we have enough people');
    expect(toy.decided).toEqual([{ account: other.id, deed: 'declined', reason: 'we have enough people' }]);
    await ann.says('undo');
    expect(ann.sees()).toContain('nothing of yours I could undo');
    await ann.says('pay the second one');
    expect(ann.sees()).toContain('Pay 124');
  });

  it('may ask for something else instead of answering, and is served here', async () => {
    await cardArrives();
    await ann.presses('decline');
    await ann.says('show my invoices');
    expect(ann.sees()).toContain('Invoices all: 123, 124');
    expect(ann.sees()).toContain(`Account: Account ${home.id.slice(0, 4)}`);
    await ann.says('too expensive');
    expect(toy.decided).toEqual([]);
  });

  it('finds the card dead once the other account has suspended them', async () => {
    await cardArrives();
    await owner.query(`UPDATE contact SET status = 'suspended' WHERE id = $1`, [otherContact]);
    await ann.presses('approve');
    expect(ann.sees()).toContain('no longer have access');
    expect(toy.decided).toEqual([]);
    await ann.says('show my invoices');
    expect(ann.sees()).toContain('Invoices all');
  });

  it('who switches there keeps nothing of the list seen here, not even in the same breath', async () => {
    await ann.says('show my invoices');
    const said = await ann.says('switch account and pay the second one');
    expect(textsOf(said)).toEqual([`Now Account ${other.id.slice(0, 4)}.`, 'Which invoice?']);
  });

  it('is told the account of each answer, also where a switch comes between', async () => {
    const said = await ann.says('show my invoices and switch account');
    const accounts = said.map(({ reply }) => /Account: Account (\w+)/.exec(JSON.stringify(reply))?.[1]);
    expect(accounts).toEqual([home.id.slice(0, 4), other.id.slice(0, 4)]);
  });

  it('finds nothing open in a conversation that was left before switching in another one', async () => {
    await ann.says('pay invoice 123');
    await owner.query(`UPDATE chat_user SET "accountId" = $1 WHERE "userId" = $2`, [other.id, ann.userId]);
    await ann.says('yes');
    expect(toy.effects).toEqual([]);
    expect(ann.sees()).toContain('Nothing is waiting for an answer');
    await ann.presses('Pay it');
    expect(toy.effects).toEqual([]);
    expect(ann.sees()).toContain(`belongs to Account ${home.id.slice(0, 4)}`);
  });

  it('who is suspended here is told that they work there from now on', async () => {
    await ann.says('pay invoice 123');
    await home.suspend('ann');
    const said = await ann.says('yes');
    expect(textsOf(said)[0]).toContain(`now working for Account ${other.id.slice(0, 4)}`);
    expect(toy.effects).toEqual([]);
    expect(textsOf(await ann.says('show my invoices'))).toEqual(['Invoices all: 123, 124']);
  });
});
