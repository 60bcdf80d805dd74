import { beforeEach, describe, expect, it } from 'vitest';
import { defineDialog, optional, slot } from '../../dialogs/define.ts';
import type { Repertoire } from '../../src/kit/dialog.ts';
import { createLogger } from '../../src/lib/logger.ts';
import type { Portal } from '../../src/portal/open.ts';
import type { TestAccount } from '../support/account.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld, type World } from '../support/portal.ts';
import { type Talker, talkIn } from '../support/talk.ts';
import { toys } from './toy.ts';

const database = await testDatabase();

const texts = { en: {}, pl: {} };
const address = slot<string>({
  takes: ['email'],
  resolve: (_ctx, { email }) => (email ? { value: email } : { missing: true }),
  ask: () => ({ text: 'Whom?', awaiting: 'email' }),
});
const language = optional<string>({
  takes: ['locale'],
  resolve: (_ctx, { locale }) => (locale ? { value: locale } : { missing: true }),
});

/** The toys, one that invites (and can't be taken back, without saying so), and one that can. */
function repertoireOf(toy: ReturnType<typeof toys>): Repertoire<Portal> {
  const invite = defineDialog({
    intent: 'users.invite',
    slots: { address },
    texts,
    confirm: (_ctx, values) => ({ text: `Invite ${values.address}?`, shows: values, yes: 'Invite' }),
    run: (_ctx, values) => ({ replies: [{ text: `Invited ${values.address}.` }] }),
  });
  const speak = defineDialog({
    intent: 'language.set',
    slots: { language },
    texts,
    run: (_ctx, values, { slots }) => ({
      replies: [{ text: `Language: ${values.language}` }],
      ...(slots.ref !== 'back' && { undo: { intent: 'language.set', slots: { locale: 'en', ref: 'back' } } }),
    }),
  });
  return { ...toy.repertoire, dialogs: [...toy.repertoire.dialogs, invite, speak] };
}

describe('the dialog engine', () => {
  let toy: ReturnType<typeof toys>;
  let world: World;
  let account: TestAccount;
  let ann: Talker;
  const textsOf = (said: { reply: { text: string } }[]) => said.map(({ reply }) => reply.text);

  beforeEach(async () => {
    toy = toys();
    const made = await portalWorld(database);
    world = { ...made, services: { ...made.services, log: createLogger({ level: 'silent' }) } };
    account = await world.account({ ann: ['finance'] });
    ann = await (await talkIn(world, { repertoire: repertoireOf(toy) })).person(account, 'ann');
  });

  it.each(['cancel', 'no'])('does not claim that nothing was changed on a "%s" after it was done', async (text) => {
    await ann.says('pay invoice 123');
    await ann.says('yes');
    await ann.says(text);
    expect(ann.sees()).not.toContain('Nothing was changed');
    expect(ann.sees()).toContain('Nothing is waiting for an answer');
  });

  it('takes no yes that was written before the confirmation was delivered', async () => {
    await Promise.all([ann.says('pay invoice 123'), ann.says('yes')]);
    expect(toy.effects).toEqual([]);
    expect(ann.sees()).toContain('Pay 123 for 10.00?');
    await ann.says('yes');
    expect(toy.effects).toHaveLength(1);
  });

  it('does nothing by a button whose dialog has ended, and says how it ended', async () => {
    await ann.says('pay invoice 123');
    const button = ann.button('Pay it');
    await ann.says('cancel');
    await ann.pressesId(button);
    expect(ann.sees()).toContain('already closed: Cancelled');
    await ann.says('pay invoice 124');
    await ann.pressesId(button);
    expect(toy.effects).toEqual([]);
  });

  it('does by a button of a dialog further down what that dialog showed', async () => {
    await ann.says('pay invoice 123');
    const button = ann.button('Pay it');
    await ann.says('invite bob@example.com');
    await ann.pressesId(button);
    expect(toy.effects.map(({ invoice }) => invoice)).toEqual(['123']);
    expect(ann.sees()).toContain('Invite bob@example.com?');
  });

  it('does nothing by a button of another person, of a suspended one, or in another place', async () => {
    const talk = await talkIn(world, { repertoire: repertoireOf(toy) });
    const ewa = await talk.person(await world.account({ ewa: ['finance'] }), 'ewa');
    await ann.says('pay invoice 123');
    const button = ann.button('Pay it');
    await ewa.pressesId(button);
    expect(ewa.sees()).toContain('no longer valid');
    await account.suspend('ann');
    await ann.pressesId(button);
    expect(ann.sees()).toContain('no longer have access');
    expect(toy.effects).toEqual([]);
  });

  it('keeps the second wish until the first is done, whatever comes between', async () => {
    await ann.says('invite bob@example.com and pay invoice 123');
    expect(ann.sees()).toContain('other wish');
    await ann.says('show my invoices');
    expect(ann.sees()).toContain('Invite bob@example.com?');
    await ann.says('qwertyuiop');
    expect(ann.sees()).toContain('Invite bob@example.com?');
    const said = await ann.says('yes');
    expect(textsOf(said)).toEqual(['Invited bob@example.com.', 'Pay 123 for 10.00?']);
  });

  it('serves the second wish before it comes back to what both had interrupted', async () => {
    await ann.says('invite bob@example.com');
    await ann.says('pay invoice 123 and show my invoices');
    const said = await ann.says('yes');
    expect(textsOf(said)).toEqual([
      'Paid 123.',
      'Invoices all: 123, 124',
      'Back to where we were:',
      'Invite bob@example.com?',
    ]);
  });

  it('takes back the last change only, and only once', async () => {
    await ann.says('speak Polish');
    await ann.says('undo');
    expect(ann.sees()).toContain('Take your last change back?');
    await ann.says('yes');
    expect(ann.sees()).toContain('Language: en');
    await ann.says('undo');
    expect(ann.sees()).toContain('nothing of yours I could undo');
    await ann.says('speak Polish');
    await ann.says('invite bob@example.com');
    await ann.says('yes');
    await ann.says('undo');
    expect(ann.sees()).toContain('nothing of yours I could undo');
  });

  it('leaves a change as it is where taking it back is not confirmed', async () => {
    await ann.says('speak Polish');
    await ann.says('undo');
    await ann.says('no');
    expect(ann.sees()).not.toContain('Language: en');
  });

  it('takes nothing back after ten minutes', async () => {
    await ann.says('speak Polish');
    world.clock.move(10 * 60_000 + 1);
    await ann.says('undo');
    expect(ann.sees()).toContain('more than ten minutes ago');
  });

  it('forgets what a release can no longer do, and goes on', async () => {
    await ann.says('invite bob@example.com');
    const released = await (await talkIn(world, { repertoire: toy.repertoire })).person(account, 'ann');
    await released.says('show my invoices');
    expect(released.sees()).toContain('Invoices all: 123, 124');
    await released.says('yes');
    expect(released.sees()).toContain('Nothing is waiting for an answer');
  });

  it('serves other wishes while one that is open can not be shown', async () => {
    await ann.says('invite bob@example.com');
    const broken = repertoireOf(toy).dialogs.map((dialog) =>
      dialog.intent === 'users.invite'
        ? {
            ...dialog,
            confirm() {
              throw new Error('this release has a mistake');
            },
          }
        : dialog,
    );
    const released = await (await talkIn(world, { repertoire: { ...toy.repertoire, dialogs: broken } })).person(
      account,
      'ann',
    );
    await released.says('show my invoices');
    expect(released.sees()).toContain('Invoices all: 123, 124');
  });

  it('does what is asked also where a platform names the place at length', async () => {
    const talk = await talkIn(world, {
      repertoire: {
        ...toy.repertoire,
        dialogs: [
          defineDialog({
            intent: 'language.set',
            slots: {},
            texts,
            async run({ portal }, _values, { key }) {
              await portal.own.setLanguage({ key: `${key}:a`, locale: 'pl' });
              return { replies: [{ text: 'Done.' }] };
            },
          }),
        ],
      },
    });
    await talk.person(account, 'ann');
    const conversation = `web:demo:${'x'.repeat(480)}`;
    const user = { channel: 'web' as const, tenantId: 'demo', userId: account.email('ann') };
    const at = world.clock.now().toISOString();
    const content = { type: 'text' as const, text: 'speak Polish' };
    await talk.conversations.receive('long', {
      ...{ conversation, user, at, content },
      address: { conversation: ann.conversation },
      shared: false,
    });
    await talk.settle();
    expect(ann.last().reply.text).toBe('Done.');
  });
});
