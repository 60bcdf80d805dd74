import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertBlocks } from '../../src/channels/slack/assert.ts';
import { renderSlack } from '../../src/channels/slack/render.ts';
import { formViews } from '../../src/channels/slack/views/modal.ts';
import type { Block, Reply } from '../../src/kit/card.ts';
import { isCoded } from '../../src/lib/errors.ts';
import { anyReply, RUNS } from './arbitrary.ts';
import { seen, stringsAt, targetsOf, textsOf } from './reading.ts';

const reply = (...blocks: Block<string>[]): Reply<string> => ({ text: 'Text', audience: 'person', card: { blocks } });

const decode = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

interface Markup {
  type: string;
  text: string;
  verbatim?: boolean;
}

/** Every mrkdwn object of a message. */
function mrkdwn(value: unknown): Markup[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'mrkdwn' ? [value as Markup] : [];
  return [...own, ...Object.values(value).flatMap(mrkdwn)];
}

/** What a reply's message shows, and the modals that its forms open. */
const shownBy = (any: Reply<string>) => [renderSlack(any).blocks, ...Object.values(formViews(any, 'en'))];

/** Blocks as they are read: mrkdwn without its marks, everything else as it stands. */
function visible(blocks: unknown): string {
  const plain = JSON.parse(JSON.stringify(blocks), (_key, value) =>
    value?.type === 'mrkdwn' ? { type: 'read', text: decode(value.text.replace(/\*/g, '')) } : value,
  );
  return seen(stringsAt(plain, ['text']).join(''));
}

describe('any reply in Slack', () => {
  it('fits the limits, or is refused for the size of the whole message', () => {
    fc.assert(
      fc.property(anyReply, (any) => {
        try {
          assertBlocks(renderSlack(any));
        } catch (error) {
          if (!isCoded(error, 'internal', 'over_limit')) throw error;
          expect(error.details.limit).toBe('blocks');
        }
      }),
      RUNS,
    );
  });

  it('shows every text of the card, in the message or in the modal of its form', () => {
    fc.assert(
      fc.property(anyReply, (any) => {
        const shown = visible(shownBy(any));
        for (const text of textsOf(any)) expect(shown).toContain(seen(text));
      }),
      RUNS,
    );
  });

  it('carries every press and every field', () => {
    fc.assert(
      fc.property(anyReply, (any) => {
        const carried = stringsAt(shownBy(any), ['value', 'url', 'block_id']);
        expect(carried).toEqual(expect.arrayContaining(targetsOf(any)));
      }),
      RUNS,
    );
  });

  it('reads data as text, never as a mention, a link or emphasis', () => {
    fc.assert(
      fc.property(anyReply, (any) => {
        for (const { text, verbatim } of mrkdwn(shownBy(any))) {
          expect(verbatim).toBe(true);
          expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
          const outside = text.replace(/(?<=^|[\s(])\*\S(?:[^*\n]*[^*\s])?\*(?=$|[\s.,;:!?)])/gm, '');
          expect(outside).not.toMatch(/[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:\S+:|^\s*&gt;|:\/\/|@here/mu);
        }
        expect(renderSlack(any).text).not.toMatch(/[<>]/);
      }),
      RUNS,
    );
  });
});

describe('Slack rendering', () => {
  it('shows an invoice number unchanged, so that it can be copied', () => {
    const table: Block<string> = {
      type: 'table',
      columns: [{ label: 'Invoice' }],
      rows: [{ cells: ['FV_2026/11/007'] }],
    };
    expect(JSON.stringify(renderSlack(reply(table)))).toContain('*FV_2026/11/007*');
  });

  it('gives up bold rather than change a name that holds markup', () => {
    const items = [{ label: 'Name', value: 'O*Neil* <!here> & Sons' }];
    const [block] = renderSlack(reply({ type: 'fields', items })).blocks;
    expect(block).toEqual({
      type: 'section',
      fields: [{ type: 'plain_text', text: 'Name\nO*Neil* <!here> & Sons', emoji: false }],
    });
  });

  it('splits twelve fields and thirty buttons over several blocks', () => {
    const items = Array.from({ length: 12 }, (_, i) => ({ label: `L${i}`, value: `${i}` }));
    const buttons = Array.from({ length: 30 }, (_, i) => ({ label: `B${i}`, action: `a${i}` }));
    const message = renderSlack(reply({ type: 'fields', items }, { type: 'actions', buttons }));
    expect(message.blocks.map(({ type }) => type)).toEqual(['section', 'section', 'actions', 'actions']);
    assertBlocks(message);
  });

  it('gives a row of one action a button that names the row, a row of more a menu', () => {
    const columns = [{ label: 'Invoice' }];
    const actions = [1, 2, 3, 4, 5, 6].map((n) => ({ label: `Do ${n}`, action: `a${n}` }));
    const rows = [
      { cells: ['INV-1'], actions: actions.slice(0, 1) },
      { cells: ['INV-2'], actions },
    ];
    const { blocks } = renderSlack(reply({ type: 'table', columns, rows }));
    expect(blocks[1]).toMatchObject({ accessory: { value: 'a1', accessibility_label: 'Do 1: INV-1' } });
    expect(blocks[2]).toMatchObject({ accessory: { type: 'overflow', options: { length: 5 } } });
    expect(blocks[3]).toMatchObject({ type: 'actions', elements: [{ value: 'a6' }] });
  });

  it('lets sixty rows without actions share sections', () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({ cells: [`Line ${i}`, 'x'.repeat(60), '€1.00'] }));
    const columns = [{ label: 'Line' }, { label: 'What' }, { label: 'Amount', align: 'right' as const }];
    const message = renderSlack(reply({ type: 'table', columns, rows }));
    assertBlocks(message);
    expect(message.blocks.length).toBeLessThan(6);
  });
});
