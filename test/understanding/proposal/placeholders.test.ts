import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hide } from '../../../src/understanding/proposal/placeholders.ts';
import { readingOf } from './local.ts';

const hidden = (text: string, names = false) => hide(readingOf(text), { names }).text;

describe('what is shown of a text', () => {
  it.each([
    ['pay invoice INV-1042 and 1043', 'pay invoice [NUMBER_1] and [NUMBER_2]'],
    ['opłać fv/2026/11/007 na 1 250,50 zł', 'opłać [NUMBER_1] na [NUMBER_2] zł'],
    ['send it to Anna.Nowak@acme.pl please', 'send it to [EMAIL_1] please'],
    ['call me on +48 601 222 333', 'call me on [PHONE_1]'],
    ['give <@U0123ABC> the role', 'give [PERSON_1] the role'],
    ['123, not 124, really 123', '[NUMBER_1], not [NUMBER_2], really [NUMBER_1]'],
    ['PL61 1090 1014 0000 0712 1981 2874 is the account', '[NUMBER_1] is the account'],
    ['my code is bcdf-ghjk', 'my code is [CODE_1]'],
    ['from 2026-11-03 on', 'from [NUMBER_1] on'],
    ['how is [NUMBER_7] doing', 'how is [[NUMBER_1]] doing'],
    ['it costs ٣٤٥ and １２３', 'it costs [NUMBER_1] and [NUMBER_2]'],
    ['nothing to hide', 'nothing to hide'],
  ])('of %j is %j', (text, shown) => {
    expect(hidden(text)).toBe(shown);
  });

  it('holds names only for a model; what is kept has none', () => {
    const text = 'co z dostępem Anny Nowak i Piotra';
    expect(hidden(text)).toBe(text);
    expect(hidden(text, true)).toBe('co z dostępem [NAME_1] i [NAME_2]');
  });

  it('never holds a digit that is no placeholder’s, nor an @, whatever was written', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('123', 'a@b.pl', '4242 4242', '[EMAIL_1]', '<@U1>', '+48 601 222 333', 'INV-7', '٣'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const shown = hidden(words.join(' ')).replace(/\[[A-Z]+_\d+\]/g, '');
        expect(shown).not.toMatch(/\p{Nd}/u);
        expect(shown).not.toMatch(/[a-z]@[a-z]/i);
      }),
    );
  });

  it('comes back as it was, and nothing else does', () => {
    const { restore } = hide(readingOf('pay INV-1042 for anna@acme.pl'));
    expect(restore('[NUMBER_1]')).toBe('INV-1042');
    expect(restore('to [EMAIL_2] or me')).toBe('to anna@acme.pl or me');
    expect(restore('[NUMBER_3]')).toBeUndefined();
    expect(restore('INV-1042')).toBeUndefined();
    expect(restore('boss@evil.example')).toBeUndefined();
    expect(restore('the overdue ones')).toBe('the overdue ones');
  });
});
