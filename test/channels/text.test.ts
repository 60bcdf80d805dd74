import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileLine } from '../../src/channels/files.ts';
import { clean, isolate } from '../../src/channels/plain.ts';
import { splitText } from '../../src/channels/split.ts';
import { renderText } from '../../src/channels/text.ts';
import type { Reply } from '../../src/kit/card.ts';
import { anyReply, anyText, RUNS } from './arbitrary.ts';
import { seen, textsOf } from './reading.ts';

/** A form that nobody asked for yet is no more than the button that shows it. */
const folded = (any: Reply<string>): Reply<string> => ({
  ...any,
  ...(any.card && {
    card: {
      blocks: any.card.blocks.map((block) =>
        block.type === 'form' && block.open
          ? { type: 'actions', buttons: [{ label: block.open, action: block.submit.action }] }
          : block,
      ),
    },
  }),
});

describe('a reply as plain text', () => {
  it('holds every text of any card', () => {
    fc.assert(
      fc.property(anyReply, (any) => {
        const shown = seen(renderText(any));
        for (const text of textsOf(folded(any))) expect(shown).toContain(seen(text));
      }),
      RUNS,
    );
  });

  it('does not say twice what its text says', () => {
    const blocks = [
      { type: 'text' as const, text: 'Paid.' },
      { type: 'actions' as const, buttons: [{ label: 'Undo', action: 'a' }] },
    ];
    expect(renderText({ text: 'Paid.', audience: 'person', card: { blocks } })).toBe('Paid.\n\n[Undo]');
  });
});

describe('cleaning data', () => {
  it.each([
    ['direction overrides', 'INV\u202e-1042\u202c', 'INV-1042'],
    ['isolates and marks', '\u2066a\u2069\u200f\u061cb', 'ab'],
    ['control characters', 'a\u0000\u0007\u001b[31mb', 'a[31mb'],
    ['zero widths', 'pay\u200bpal\u2060\ufeff', 'paypal'],
    ['tags nobody sees', `a${String.fromCodePoint(0xe0041)}b`, 'ab'],
    ['a joiner between letters', 'a\u200db', 'ab'],
    ['half a character', 'a\ud800', 'a\ufffd'],
  ])('takes out %s', (_what, dirty, expected) => {
    expect(clean(dirty)).toBe(expected);
  });

  it('keeps lines, Polish letters, amounts and emoji of several parts', () => {
    expect(clean('a\r\nb\u2028c\td')).toBe('a\nb\nc d');
    for (const text of ['zażółć gęślą jaźń', '1\u00a0250,50\u00a0zł', '👨‍👩‍👧 ❤️ 👍🏽', 'FV/2026/11/007']) {
      expect(clean(text)).toBe(text);
    }
  });

  it('isolates right-to-left words, so that an amount beside them keeps its place', () => {
    expect(isolate('שלום\nabc')).toBe('\u2068שלום\u2069\nabc');
  });
});

describe('splitting a long text', () => {
  it('cuts at lines, else words, else characters, and loses nothing but white space', () => {
    expect(splitText('aaaaa\nbb cc', 8)).toEqual(['aaaaa', 'bb cc']);
    expect(splitText('aaaaaa bbb', 8)).toEqual(['aaaaaa', 'bbb']);
    expect(splitText('😀😀😀', 3)).toEqual(['😀', '😀', '😀']);
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, max) => {
        const parts = splitText(text, max);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(max);
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      RUNS,
    );
  });
});

describe('a file', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1001, '2 kB'],
    [83_812, '84 kB'],
    [4_100_000, '5 MB'],
  ])('of %i bytes is listed by name and size', (size, shown) => {
    expect(fileLine({ id: 'f', name: 'FV-007.pdf', type: 'application/pdf', size })).toBe(`FV-007.pdf (${shown})`);
  });
});
