import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/kit/card.ts';
import { isCoded } from '../../src/lib/errors.ts';
import { books } from '../conversations/books.ts';
import { testDatabase } from '../support/database.ts';
import { fakeTeams } from '../support/fake-teams.ts';
import { addThousandOverdue, pagesOf } from '../support/many-invoices.ts';
import { anyReply, RUNS } from './arbitrary.ts';
import { seen, stringsAt, targetsOf } from './reading.ts';
import { sendingTo } from './teams-sending.ts';

const database = await testDatabase();
const teams = await fakeTeams();
const anna = teams.person('anna');
const address = { ...anna, serviceUrl: teams.serviceUrl };

const NASTY = [
  '**bold** _x_ ~~y~~ `code`',
  '# heading',
  '[x](https://evil.example)',
  '<at>Everybody</at> <script>alert(1)</script>',
  '{{DATE(2026-11-03T10:00:00Z)}} {{TIME(2026-11-03T10:00:00Z)}} $x',
  '\u202egnp.exe\u202c \u2066x\u2069 \u200f',
  'שלום 123 مرحبا',
  '1. one\n- two\n    three | four',
  '&lt;b&gt; &#60; www.evil.example //evil.example',
  '\u0000\u0007\ud800',
];

interface Sent {
  text?: string;
  textFormat?: string;
  summary?: string;
  attachments?: { contentType: string; content: { body: unknown; fallbackText: string } }[];
  suggestedActions?: { actions: { type: string; title: string; value: string }[] };
}

/** Sends it, then changes it; resolves with all messages that left for Teams, each checked there. */
async function leaves(reply: Reply<string>, locale: 'en' | 'pl' = 'en'): Promise<Sent[]> {
  const { channel } = sendingTo(teams, database);
  teams.calls.splice(0);
  const posted = await channel.send(address, reply, { key: 'k', locale });
  await channel.update(address, posted, reply, { locale });
  return teams.calls.filter(({ operation }) => ['send', 'update'].includes(operation)).map(({ body }) => body as Sent);
}

/** What data could have made of a message: markup, a mention, a computed date, hidden or turned characters. */
function expectLiteral({ text, textFormat, attachments = [], ...message }: Sent): void {
  if (text !== undefined) expect(textFormat).toBe('plain');
  expect(message).not.toHaveProperty('entities');
  for (const { contentType, content } of attachments) {
    if (!contentType.endsWith('adaptive')) continue;
    for (const block of markdown(content.body)) expect(block).not.toMatch(/[*_`~#[\]<>{}|]|\/\//);
    expect(content.fallbackText).not.toMatch(/(?<!\\)[*_`~[\]<>]/);
    expect(JSON.stringify(content)).not.toMatch(/\{\{(?:DATE|TIME)\(/);
    expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThanOrEqual(18 * 1024);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
  const turned = /[\u0000-\u001f\u202a-\u202e\u2066\u2067]|\\u00[01]|\\ud800/i;
  expect(JSON.stringify({ text, attachments, ...message }).replaceAll('\\n', '')).not.toMatch(turned);
}

/** The texts of a card that Teams reads as markdown. */
function markdown(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markdown);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'TextBlock' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(markdown);
}

const cardsOf = ({ attachments = [] }: Sent) =>
  attachments.filter(({ contentType }) => contentType.endsWith('adaptive'));

afterEach(() => void teams.messages.splice(0));

describe('what leaves for Teams', () => {
  it('is within the limits and literal, whatever a reply holds, or is refused before it leaves', async () => {
    await fc.assert(
      fc.asyncProperty(anyReply, async (reply) => {
        try {
          const sent = await leaves({ ...reply, files: (reply.files ?? []).slice(0, 3) });
          for (const one of sent) expectLiteral(one);
          const carried = stringsAt(sent[0]!.attachments, ['id', 'url']);
          expect(carried).toEqual(expect.arrayContaining(targetsOf(reply)));
        } catch (error) {
          if (!isCoded(error, 'internal', 'over_limit')) throw error;
          expect(teams.calls).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it.each(NASTY)('shows %j as it is: in words, a name, an amount, a button, a suggestion and a file', async (nasty) => {
    const actions = ['One', 'Two'].map((label) => ({ label: `${label} ${nasty}`, action: label }));
    const card = {
      blocks: [
        { type: 'text' as const, text: nasty, style: 'heading' as const },
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
    const choice = {
      blocks: [
        { type: 'text' as const, text: nasty },
        { type: 'actions' as const, buttons: actions },
      ],
    };
    const files = [{ id: 'f1', name: `${nasty}.pdf`, type: 'application/pdf', size: 10 }];
    for (const reply of [{}, { card }, { card: choice }, { files }]) {
      const [message] = await leaves({ text: `Hello ${nasty}`, audience: 'person', ...reply });
      for (const { body } of teams.callsOf('send')) expectLiteral(body as Sent);
      expect(seen(String(message!.text ?? message!.summary))).toContain(seen(nasty).slice(0, 20));
    }
  });

  it.each([
    ['letters', 'x'.repeat(3000)],
    ['words', 'invoice '.repeat(375)],
    ['marks, two characters each once escaped', '*'.repeat(3000)],
    ['angle brackets', '<at>x</at>'.repeat(300)],
    ['emoji', '👨‍👩‍👧'.repeat(375)],
    ['lines', 'INV-1 **b**\n'.repeat(272)],
  ])('takes 3,000 characters of %s, in words and in a card, and shows all of them', async (_what, text) => {
    const [words] = await leaves({ text, audience: 'person' });
    expect(seen(words!.text!)).toBe(seen(text));
    const [message] = await leaves({ text, audience: 'person', card: { blocks: [{ type: 'text', text }] } });
    expect(seen(stringsAt(cardsOf(message!)[0]!.content.body, ['inlines', 'text']).join(''))).toBe(seen(text));
    expect(message!.summary!.length).toBeLessThanOrEqual(251);
  });

  it('is words as they are where there is no card, and a card with words for notifications where there is one', async () => {
    const [words] = await leaves({ text: 'Saved as **draft**.', audience: 'person' });
    expect(words).toMatchObject({ type: 'message', text: 'Saved as **draft**.', textFormat: 'plain' });
    expect(words).not.toHaveProperty('attachments');
    const card = { blocks: [{ type: 'text' as const, text: 'Approve?' }] };
    const [shown] = await leaves({ text: 'Jan asks for approval.', audience: 'person', card }, 'pl');
    expect(shown).toMatchObject({ summary: 'Jan asks for approval.', locale: 'pl' });
    expect(shown).not.toHaveProperty('text');
    expect(cardsOf(shown!)[0]!.content.fallbackText).toBe('Jan asks for approval.');
  });

  it('shows six actions at most in one row of buttons', async () => {
    const buttons = Array.from({ length: 14 }, (_, i) => ({ label: `Button ${i}`, action: `b${i}` }));
    const card = { blocks: [{ type: 'actions' as const, buttons }] };
    const [message] = await leaves({ text: 'Many', audience: 'person', card });
    const sets = cardsOf(message!)[0]!.content.body as { actions: unknown[] }[];
    expect(sets.map(({ actions }) => actions.length)).toEqual([6, 6, 2]);
  });

  it('takes every page of 1,000 overdue invoices', async () => {
    const set = await books(database, 'en');
    await addThousandOverdue(set.account, 'FV/**_#/');
    const shown = new Set<string>();
    for await (const page of pagesOf(set.ann, 'show my overdue invoices')) {
      for (const message of await leaves(page)) {
        expectLiteral(message);
        for (const [number] of JSON.stringify(cardsOf(message)[0]!.content.body).matchAll(/FV\/\*\*_#\/\d+/g)) {
          shown.add(number);
        }
      }
    }
    expect(shown.size).toBe(1000);
  });
});

describe('suggestions', () => {
  const choice = (...labels: string[]): Reply<string> => ({
    text: 'Did you mean …',
    audience: 'person',
    card: {
      blocks: [
        { type: 'text', text: 'Did you mean …' },
        { type: 'actions', buttons: labels.map((label) => ({ label, action: label })) },
      ],
    },
  });
  const suggested = async (reply: Reply<string>) =>
    (await leaves(reply))[0]!.suggestedActions?.actions.map(({ value }) => value);

  it('repeat a choice, as far as Teams shows them', async () => {
    expect(await suggested(choice('Show invoices', 'Pay invoices', 'Track an order', 'None of these'))).toEqual([
      ...['Show invoices', 'Pay invoices', 'Track an order'],
    ]);
  });

  it('leave out what is too long to read there, and addresses', async () => {
    const reply = choice('x'.repeat(41), 'Show invoices');
    expect(await suggested(reply)).toEqual(['Show invoices']);
    const card = { blocks: [{ type: 'actions' as const, buttons: [{ label: 'Open ↗', url: 'https://a.example' }] }] };
    expect(await suggested({ ...reply, card })).toBeUndefined();
  });

  it('never stand in for a confirmation, a form or the buttons of a list', async () => {
    const [confirm, ...rest] = [
      [
        {
          type: 'actions',
          buttons: [
            { label: 'Pay', style: 'primary', action: 'y' },
            { label: 'No', action: 'n' },
          ],
        },
      ],
      [
        { type: 'table', columns: [{ label: 'A' }], rows: [{ cells: ['a'] }] },
        { type: 'actions', buttons: [{ label: 'Show more', action: 'm' }] },
      ],
      [{ type: 'form', fields: [{ name: 'a', label: 'A', kind: 'text' }], submit: { label: 'Send', action: 's' } }],
    ] satisfies NonNullable<Reply<string>['card']>['blocks'][];
    for (const blocks of [confirm!, ...rest]) {
      expect(await suggested({ text: 'x', audience: 'person', card: { blocks } })).toBeUndefined();
    }
  });
});
