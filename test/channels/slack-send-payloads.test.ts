import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/kit/card.ts';
import { isCoded } from '../../src/lib/errors.ts';
import { books } from '../conversations/books.ts';
import { testDatabase } from '../support/database.ts';
import { fakeSlack } from '../support/fake-slack.ts';
import { addThousandOverdue, pagesOf } from '../support/many-invoices.ts';
import { anyReply, RUNS } from './arbitrary.ts';
import { stringsAt, targetsOf } from './reading.ts';
import { sendingTo } from './slack-sending.ts';

const database = await testDatabase();
const slack = await fakeSlack();
const team = slack.team();
const anna = team.user('UANNA');
const general = team.channel('C1', [anna]);
const direct = { teamId: 'T1', userId: anna };
const shared = { ...direct, channelId: general, threadTs: '1793700000.000001' };

const NASTY = [
  '<!channel> <!here> <@U123> <#C1|general>',
  '<https://evil.example|Click>',
  '&amp; &lt;!here&gt; & &#60;',
  '```code``` `x` *b* _i_ ~s~',
  '\u202egnp.exe\u202c \u2066x\u2069 \u200f',
  'שלום 123 مرحبا',
  '@here @channel @everyone :boom: > quote',
  '\u0000\u0007\ud800',
];

/** Sends it, then changes it; resolves with all bodies that left for Slack, each checked there. */
async function leaves(reply: Reply<string>, address: typeof direct) {
  const { channel, clock } = sendingTo(slack);
  clock.move(1);
  slack.calls.splice(0);
  const posted = await channel.send(address, reply, { key: 'k', locale: 'en' });
  await channel.update(address, posted, reply, { locale: 'en' });
  return slack.calls.filter(({ args }) => args.text !== undefined).map(({ args }) => args);
}

/** No mention, link or entity that data could have made: all there is of `<` and `&` is an escape of ours. */
function expectLiteral(args: Readonly<Record<string, unknown>>): void {
  expect(args.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
  expect(args).toMatchObject({ parse: 'none', link_names: 'false' });
  for (const text of stringsAt(markup(args.blocks), ['text'])) expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
  expect(JSON.stringify(args.blocks)).not.toMatch(/[\u0000-\u001f\u202a-\u202e\u2066\u2067]|\\u0000|\\ud800/i);
}

/** The parts of blocks that Slack reads as markup. */
function markup(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(markup);
  if (typeof value !== 'object' || value === null) return [];
  return 'type' in value && value.type === 'mrkdwn' ? [value] : Object.values(value).flatMap(markup);
}

afterEach(() => void team.messages.splice(0));

describe('what leaves for Slack', () => {
  it('is within the limits and literal, whatever a reply holds, or is refused before it leaves', async () => {
    await fc.assert(
      fc.asyncProperty(anyReply, fc.constantFrom(direct, shared), async ({ files: _files, ...reply }, to) => {
        try {
          const bodies = await leaves(reply, to);
          expect(bodies.length).toBeGreaterThan(0);
          for (const args of bodies) expectLiteral(args);
          const place = 'channelId' in to ? '@C1/1793700000.000001' : '@dm';
          const carried = stringsAt(bodies[0]!.blocks, ['value']);
          const presses = targetsOf(reply).filter((target) => /^[\w-]{22}$/.test(target));
          expect(carried).toEqual(expect.arrayContaining(presses.map((press) => `${press}${place}`)));
        } catch (error) {
          if (!isCoded(error, 'internal', 'over_limit')) throw error;
          expect(slack.calls).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it.each(NASTY)('shows %j as it is: in words, a name, an amount, a button and a menu', async (nasty) => {
    const actions = ['One', 'Two'].map((label) => ({ label: `${label} ${nasty}`.slice(0, 70), action: label }));
    const card = {
      blocks: [
        { type: 'text' as const, text: [{ b: nasty }, ` and ${nasty}`] },
        { type: 'fields' as const, items: [{ label: 'Name', value: nasty }] },
        {
          type: 'table' as const,
          columns: [{ label: 'Invoice' }, { label: nasty, align: 'right' as const }],
          rows: [{ cells: [nasty, nasty], actions }, { cells: [nasty, nasty] }],
        },
        { type: 'actions' as const, buttons: actions },
      ],
    };
    for (const reply of [{ text: `Hello ${nasty}` }, { text: `Hello ${nasty}`, card }]) {
      for (const to of [direct, shared]) {
        for (const args of await leaves({ audience: 'person', ...reply }, to)) expectLiteral(args);
      }
    }
  });

  it.each([
    ['letters', 'x'.repeat(3000)],
    ['words', 'invoice '.repeat(375)],
    ['ampersands, five characters each once escaped', '&'.repeat(3000)],
    ['angle brackets', '<!here>'.repeat(428)],
    ['emoji', '👨‍👩‍👧'.repeat(375)],
    ['lines', 'INV-1 <b>\n'.repeat(300)],
  ])('takes 3,000 characters of %s, in words and in a card, and shows all of them', async (_what, text) => {
    const shown = (args: Readonly<Record<string, unknown>>) => stringsAt(args.blocks, ['text']).join('');
    const bare = (long: string) => long.replace(/\s/g, '');
    for (const card of [undefined, { blocks: [{ type: 'text' as const, text }] }]) {
      const [sent] = await leaves({ text, audience: 'person', ...(card && { card }) }, direct);
      expect(bare(shown(sent!))).toBe(bare(text));
      expect(String(sent!.text)).not.toMatch(/&(?!amp;|lt;|gt;)/);
    }
  });

  it('takes every page of 1,000 overdue invoices', async () => {
    const set = await books(database, 'en');
    await addThousandOverdue(set.account, 'FV/<!here>_&/');
    const seen = new Set<string>();
    for await (const page of pagesOf(set.ann, 'show my overdue invoices')) {
      for (const args of await leaves(page, shared)) {
        expectLiteral(args);
        for (const [number] of JSON.stringify(args.blocks).matchAll(/FV\/<!here>_&\/\d+/g)) seen.add(number);
      }
    }
    expect(seen.size).toBe(1000);
  });
});
