import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertCard } from '../../src/channels/teams/assert.ts';
import { escapeMarkdown, isInert } from '../../src/channels/teams/escape.ts';
import { renderTeams } from '../../src/channels/teams/render.ts';
import type { Block, Reply } from '../../src/kit/card.ts';
import { isCoded } from '../../src/lib/errors.ts';
import { cardFaults } from '../support/card-faults.ts';
import { anyReply, anyText, RUNS } from './arbitrary.ts';
import { seen, stringsAt, targetsOf, textsOf } from './reading.ts';

const reply = (...blocks: Block<string>[]): Reply<string> => ({ text: 'Text', audience: 'person', card: { blocks } });

describe('any reply in Teams', () => {
  it('fits the limits, or is refused for the size of the whole card', () => {
    fc.assert(
      fc.property(anyReply, (any) => {
        try {
          assertCard(renderTeams(any, 'en'));
        } catch (error) {
          if (!isCoded(error, 'internal', 'over_limit')) throw error;
          expect(error.details.limit).toBe('cardBytes');
        }
      }),
      RUNS,
    );
  });

  it('is read without a fault by an independent reader', () => {
    fc.assert(
      fc.property(anyReply, (any) => {
        expect(cardFaults(renderTeams(any, 'pl'))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('shows every text of the card', () => {
    fc.assert(
      fc.property(anyReply, (any) => {
        const { body } = renderTeams(any, 'en');
        const bare = (text: string) => seen(text).replaceAll('\\', '');
        const shown = bare(stringsAt(body, ['text', 'inlines', 'title', 'label']).join(''));
        for (const text of textsOf(any)) expect(shown).toContain(bare(text));
      }),
      RUNS,
    );
  });

  it('carries every press and every field', () => {
    fc.assert(
      fc.property(anyReply, (any) => {
        const carried = stringsAt(renderTeams(any, 'en').body, ['id', 'url']);
        expect(carried).toEqual(expect.arrayContaining(targetsOf(any)));
      }),
      RUNS,
    );
  });

  it('puts data where nothing is markdown, or where it reads the same as markdown', () => {
    fc.assert(
      fc.property(anyReply, (any) => {
        const card = renderTeams(any, 'en');
        const blocks = JSON.stringify(card.body).match(/"type":"TextBlock","text":"(?:[^"\\]|\\.)*"/g) ?? [];
        for (const block of blocks) expect(block).not.toMatch(/[*_`~#[\]<>{}]|\/\//);
        expect(JSON.stringify(card)).not.toMatch(/\{\{(?:DATE|TIME)\(/);
        expect(card.fallbackText).not.toMatch(/(?<!\\)[*_`~[\]<>]/);
      }),
      RUNS,
    );
  });
});

describe('Teams markdown', () => {
  it.each(['FV/2026/11/007', 'Overdue invoices (3)', '14 250,50 zł', 'Acme & Sons', 'jan@nowak.example'])(
    'leaves %s as it is',
    (text) => {
      expect(isInert(text)).toBe(true);
      expect(escapeMarkdown(text)).toBe(text.replace('&', '\\&'));
    },
  );

  it.each(['# x', '**x**', '[x](https://evil.example)', '<at>Bob</at>', '- x', '1. x', '    x', '&lt;x', 'a\\b'])(
    'takes %s for markup and escapes it',
    (text) => {
      expect(isInert(text)).toBe(false);
      expect(escapeMarkdown(text)).not.toBe(text);
    },
  );

  it('loses nothing but indentation by escaping', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(seen(escapeMarkdown(text)).replaceAll('\\', '')).toBe(seen(text).replaceAll('\\', ''));
      }),
      RUNS,
    );
  });
});

describe('Teams rendering', () => {
  it('splits seven buttons over two sets', () => {
    const buttons = Array.from({ length: 7 }, (_, i) => ({ label: `B${i}`, action: `a${i}` }));
    const card = renderTeams(reply({ type: 'actions', buttons }), 'en');
    expect(card.body.map(({ type }) => type)).toEqual(['ActionSet', 'ActionSet']);
    assertCard(card);
  });

  it('demands the inputs of a form from its own button only', () => {
    const fields = [{ name: 'email', label: 'E-mail', kind: 'email' as const, required: true }];
    const card = renderTeams(
      reply(
        { type: 'form', fields, submit: { label: 'Send', action: 'send' } },
        { type: 'actions', buttons: [{ label: 'Cancel', action: 'cancel' }] },
      ),
      'pl',
    );
    expect(card.body).toMatchObject([
      { type: 'Input.Text', isRequired: true, errorMessage: 'To pole jest wymagane.', style: 'Email' },
      { actions: [{ data: { id: 'send' } }] },
      { actions: [{ data: { id: 'cancel' }, associatedInputs: 'none' }] },
    ]);
    expect(JSON.stringify(card.body[1])).not.toContain('associatedInputs');
  });

  it('folds the form of a further way on away, under a button that unfolds it', () => {
    const fields = [{ name: 'amount', label: 'Amount', kind: 'amount' as const, required: true }];
    const submit = { label: 'Continue', action: 'fill' };
    const card = renderTeams(reply({ type: 'form', fields, submit, open: 'Change the amount' }), 'en');
    const body = [{ type: 'Input.Text', id: 'amount' }, { actions: [{ data: { id: 'fill' } }] }];
    const unfold = { type: 'Action.ShowCard', title: 'Change the amount', card: { version: '1.5', body } };
    expect(card.body).toMatchObject([{ type: 'ActionSet', actions: [unfold] }]);
    assertCard(card);
  });

  it('escapes the titles of several choices, which are markdown, and not those of one, which are not', () => {
    const options = [{ value: 'v', label: 'Visa **4242**' }];
    const fields = [
      { name: 'a', label: 'A', kind: 'choices' as const, options },
      { name: 'b', label: 'B', kind: 'choice' as const, options },
    ];
    const { body } = renderTeams(reply({ type: 'form', fields, submit: { label: 'Send', action: 'x' } }), 'en');
    expect(body[0]).toMatchObject({ choices: [{ title: 'Visa \\*\\*4242\\*\\*' }] });
    expect(body[1]).toMatchObject({ choices: [{ title: 'Visa **4242**' }] });
  });

  it('fits a page of ten invoices with four actions each', () => {
    const actions = ['Show', 'Pay', 'Download PDF', 'Dispute'].map((label) => ({ label, action: 'x'.repeat(22) }));
    const rows = Array.from({ length: 10 }, () => ({
      cells: ['FV/2026/11/007', '3 Nov 2026', 'overdue', '€5.00'],
      actions,
    }));
    const columns = [
      { label: 'Invoice' },
      { label: 'Due' },
      { label: 'State' },
      { label: 'To pay', align: 'right' as const },
    ];
    const card = renderTeams(reply({ type: 'table', columns, rows }), 'en');
    assertCard(card);
    expect(JSON.stringify(card).length).toBeLessThan(15_000);
  });

  it('lets the name of a row do its first action, under a title that says to what', () => {
    const actions = [
      { label: 'Show', action: 'a' },
      { label: 'Pay', action: 'b' },
    ];
    const columns = [{ label: 'Invoice' }, { label: 'To pay', align: 'right' as const }];
    const card = renderTeams(reply({ type: 'table', columns, rows: [{ cells: ['INV-1', '€5.00'], actions }] }), 'en');
    expect(card.body[1]).toMatchObject({
      columns: [
        { selectAction: { title: 'Show: INV-1', data: { id: 'a' } } },
        { items: [{ horizontalAlignment: 'Right' }] },
        { items: [{ actions: [{ title: 'Pay', mode: 'secondary', data: { id: 'b' } }] }] },
      ],
    });
  });

  it('draws a divider above what follows it, and none at the end', () => {
    const card = renderTeams(reply({ type: 'divider' }, { type: 'text', text: 'x' }, { type: 'divider' }), 'en');
    expect(card.body).toEqual([{ type: 'RichTextBlock', inlines: ['x'], separator: true, spacing: 'Medium' }]);
  });
});
