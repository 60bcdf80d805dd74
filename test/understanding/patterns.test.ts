import { describe, expect, it } from 'vitest';
import { phrasesOfPattern } from '../../src/understanding/model/patterns.ts';

const fragments = { inv: ['invoice 1', 'INV-2'], please: ['', 'please'] };

describe('a pattern', () => {
  it('stands for each of its choices, within and beside fragments, without doubled spaces', () => {
    const made = phrasesOfPattern('<please> (pay|settle) (<inv>|it)', fragments);
    const all = /^(please )?(pay|settle) (invoice 1|INV-2|it)$/;
    expect(made.filter((phrase) => !all.test(phrase))).toEqual([]);
    for (const word of ['pay', 'settle', 'it']) expect(made.some((phrase) => phrase.includes(word))).toBe(true);
  });

  it('makes the same phrases every time, each once, and no more than 24', () => {
    const long = `(${Array.from({ length: 9 }, (_, at) => `a${at}`).join('|')}) (b|c|d|e|f|g|h)`;
    const made = phrasesOfPattern(long, {});
    expect(made).toEqual(phrasesOfPattern(long, {}));
    expect(new Set(made).size).toBe(made.length);
    expect(made).toHaveLength(24);
  });

  it('of an unknown fragment is refused by its name', () => {
    expect(() => phrasesOfPattern('pay <nothing>', fragments)).toThrow('<nothing>');
  });
});
