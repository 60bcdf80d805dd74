import { beforeAll, describe, expect, it } from 'vitest';
import { repertoire } from '../../dialogs/index.ts';
import { renderText } from '../../src/channels/text.ts';
import type { IntentName } from '../../src/kit/contract.ts';
import type { Locale } from '../../src/lib/locale.ts';
import { roleNames } from '../../src/lib/role-names.ts';
import {
  allows,
  CONTACT_ROLES,
  type ContactRole,
  PERMISSIONS,
  type Permission,
  POLICY,
} from '../../src/portal/policy.ts';
import { testDatabase } from '../support/database.ts';
import { type DemoAccount, demonstration } from '../support/demonstration.ts';
import { everything } from '../support/everything.ts';
import { portalWorld, type World } from '../support/portal.ts';
import { type Message, type Talk, type Talker, talkIn } from '../support/talk.ts';
import type { DialogCase } from './every-dialog-case.ts';

/** What a text of the other language has and one of this language has not, whatever names and products it quotes. */
const FOREIGN: Record<Locale, RegExp> = {
  en: /(?<!\p{L})(nie|proszę|jest|się|czy|który|która|twoj\w*)(?!\p{L})/iu,
  pl: /\b(your|you|please|nothing|which|there|can[’']t|don[’']t|isn[’']t|what|yes)\b/i,
};
const OTHER_WISH = { en: 'what may I do here?', pl: 'co mi tu wolno?' };
const CANCEL = { en: 'cancel', pl: 'anuluj' };
const YES = { en: 'yes', pl: 'tak' };
const HOLDERS = { finance: /Anna Kowalska/, technical: /Paweł Kruk|Emily Carter/, management: /Magdalena Zielińska/ };
const ASK = { en: 'Ask for the role', pl: 'Poproś o rolę' };

/** What a contact may hold: one or more of the roles. */
const COMBINATIONS: ContactRole[][] = [...Array(2 ** CONTACT_ROLES.length).keys()]
  .slice(1)
  .map((bits) => CONTACT_ROLES.filter((_, at) => (bits >> at) & 1));

/**
 * Tries every dialog there is in one language, in the cases' order: a later one may build on what an earlier one did.
 * A dialog without a case fails.
 */
export async function tryEveryDialog(locale: Locale, cases: readonly DialogCase[]): Promise<void> {
  const world = await portalWorld(await testDatabase());
  let acme: DemoAccount;
  let talk: Talk;
  beforeAll(async () => {
    ({ acme } = await demonstration(world));
    // Sam holds what a test gives.
    await acme.add('sam', 'Sam Field');
    await world.database.pools.owner.query('UPDATE contact SET locale = $1', [locale]);
    talk = await talkIn(world);
  });

  it('has a case, exactly one, for every dialog', () => {
    const intents = (list: readonly { intent: IntentName }[]) => list.map(({ intent }) => intent).sort();
    expect(intents(cases)).toEqual(intents(repertoire.dialogs));
  });

  describe.each(cases.map((one) => [one.intent, one] as const))('%s', (intent, one) => {
    const { permission } = repertoire.dialogs.find((dialog) => dialog.intent === intent)!;
    const lacking = COMBINATIONS.filter(
      (roles) => permission && !allows(permission as Permission, new Set(roles), false),
    );
    const open = one.open ?? one.says;
    let who: Talker;
    beforeAll(async () => {
      await one.before?.(world, acme);
      await talk.settle();
      who = await talk.person(acme, one.by);
    });

    if (lacking.length > 0)
      it('is refused to every other combination of roles, naming who may', async () => {
        const sam = await talk.person(acme, 'sam');
        const changed = await changedBy(world, async () => {
          for (const roles of lacking) {
            await acme.setRoles('sam', roles);
            const [answer] = await sam.says(one.says[locale]);
            expectRefusal(locale, answer!, permission as Permission, roles);
          }
          await acme.setRoles('sam', []);
        });
        expect(changed).toEqual([]);
      });

    it('shows nothing to somebody suspended', async () => {
      const sam = await talk.person(acme, 'sam');
      await statusOf(world, acme, 'suspended');
      const changed = await changedBy(world, async () => {
        const said = (await sam.says(one.says[locale])).map(plain).join('\n');
        expect(said).not.toMatch(/INV-|FV\/|Kowalska|Carter|4242|S-3|880/);
        expect(said).not.toMatch(FOREIGN[locale]);
      });
      await statusOf(world, acme, 'active');
      expect(changed).toEqual([]);
    });

    if (!('none' in one.foreign)) {
      const { says, theirs, nobodys } = one.foreign;
      it('answers about another account’s as about what does not exist', async () => {
        const changed = await changedBy(world, async () => {
          const answers: string[] = [];
          // Once before, since a list shown by the first is context for the next.
          for (const number of [nobodys, theirs, nobodys]) {
            const answer = await who.says(says[locale].replace('*', number));
            answers.push(answer.map(plain).join('\n').replaceAll(number, '*'));
            await who.says(CANCEL[locale]);
          }
          expect(answers[1]).toBe(answers[2]);
          expect(answers[1]).toContain('*');
        });
        expect(changed).toEqual([]);
      });
    }

    if (!('none' in open)) {
      it('is left by a cancel, with nothing changed', async () => {
        const changed = await changedBy(world, async () => {
          await who.says(open[locale]);
          await who.says(CANCEL[locale]);
          await who.says(YES[locale]);
        });
        expect(changed).toEqual([]);
      });

      it('is offered again once another wish was served', async () => {
        const changed = await changedBy(world, async () => {
          await who.says(open[locale]);
          const asked = who.last().reply.text;
          const answers = await who.says(OTHER_WISH[locale]);
          expect(answers.length).toBeGreaterThan(1);
          expect(asked).toContain(who.last().reply.text);
          await who.says(CANCEL[locale]);
        });
        expect(changed).toEqual([]);
      });
    }

    if (!('none' in one.correction) && !('none' in open)) {
      const { says, shows } = one.correction;
      it('takes a correction', async () => {
        await who.says(open[locale]);
        const answers = await who.says(says[locale]);
        expect(plain(answers.at(-1)!)).toMatch(shows[locale]);
        expect(plain(answers.at(-1)!)).not.toMatch(FOREIGN[locale]);
        await who.says(CANCEL[locale]);
      });
    }

    it('does what was asked for, in the person’s language', async () => {
      const said: string[] = [];
      const says = async (text: string) => said.push(...(await who.says(text)).map(plain));
      const first = await changedBy(world, () => says(one.says[locale]));
      if (one.confirmed) {
        expect(first).toEqual([]);
        if (one.answer) expect(await changedBy(world, () => says(one.answer![locale]))).toEqual([]);
        expect(await changedBy(world, () => says(YES[locale]))).not.toEqual([]);
      }
      expect(said.at(-1)).toMatch(one.shows[locale]);
      for (const text of said) expect(text).not.toMatch(FOREIGN[locale]);
      await who.says(CANCEL[locale]);
    });
  });
}

/** A message as plain text, with plain spaces. */
const plain = ({ reply }: Message): string => renderText(reply).replace(/[\u00a0\u202f]/g, ' ');

/** A refusal of what these roles may not do: which roles may, who holds them, and a button to ask for one. */
function expectRefusal(locale: Locale, answer: Message, permission: Permission, held: readonly ContactRole[]): void {
  const text = plain(answer);
  const refused = PERMISSIONS.find((one) => text.includes(POLICY[one].label[locale]))!;
  expect(refused, text).toBeDefined();
  // Who may not even see the things a dialog is about is told that first.
  expect(refused === permission || refused.endsWith('.read'), text).toBe(true);
  expect(allows(refused, new Set(held), false)).toBe(false);
  const { roles } = POLICY[refused];
  expect(text).toContain(roleNames(locale, roles, 'or'));
  for (const role of roles) {
    expect(text).toMatch(HOLDERS[role]);
    expect(text).toContain(`[${ASK[locale]}: ${roleNames(locale, [role])}]`);
  }
  expect(text).not.toMatch(FOREIGN[locale]);
}

/** What of the account's things `work` changed, by table: not what was talked of, and not that it was refused. */
async function changedBy(world: World, work: () => Promise<unknown>): Promise<string[]> {
  const talked =
    /\.(conversation|inbox|outbox|press|chat_user|chat_link|audit_record|audit_head|contact_role|misunderstood)$/;
  const before = await everything(world);
  await work();
  const after = await everything(world);
  return Object.keys(before).filter((name) => !talked.test(name) && before[name]!.join() !== after[name]!.join());
}

const statusOf = (world: World, acme: DemoAccount, status: 'active' | 'suspended') =>
  world.database.pools.owner.query('UPDATE contact SET status = $2 WHERE id = $1', [acme.person('sam'), status]);
