import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_MASK, maskCardNumbers } from '../../src/lib/card-numbers.ts';

const PREFIXES: readonly [prefix: string, length: number][] = [
  ...(['4'] as const).flatMap((prefix): [string, number][] => [13, 16, 19].map((length) => [prefix, length])),
  ...['51', '55', '2221', '2720', '6011', '65', '644', '3528', '3589', '62', '2200', '5019', '6759'].map(
    (prefix): [string, number] => [prefix, 16],
  ),
  ...(['34', '37'] as const).map((prefix): [string, number] => [prefix, 15]),
  ...['300', '305', '36', '38'].map((prefix): [string, number] => [prefix, 14]),
  ...['50', '6304', '67'].flatMap((prefix): [string, number][] => [13, 18, 19].map((length) => [prefix, length])),
];

/** The digit that makes the sum by Luhn's rule end with 0, reckoned from the left. */
function checkDigit(digits: string): string {
  const doubled = digits.length % 2;
  const sum = [...digits].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 - doubled ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

const card = fc.constantFrom(...PREFIXES).chain(([prefix, length]) => {
  const rest = length - prefix.length - 1;
  return fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: rest, maxLength: rest })
    .map((digits) => prefix + digits.join(''))
    .map((digits) => digits + checkDigit(digits));
});

const ZEROS = [0x30, 0xff10, 0x660, 0x6f0, 0x966, 0x1d7ce];
const inScript = (digits: string, zero: number) =>
  Array.from(digits, (digit) => String.fromCodePoint(zero + Number(digit))).join('');

/** A number in one script, in groups of whatever size, with whatever may stand between them. */
const spelt = card.chain((digits) =>
  fc
    .tuple(
      fc.constantFrom(...ZEROS),
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 19, maxLength: 19 }),
      fc.constantFrom(
        '',
        ' ',
        '-',
        '.',
        '\u00a0',
        '\u2009',
        '\n',
        '\r\n',
        '\u200b',
        ' - ',
        ' / ',
        '** **',
        '\t',
        '&nbsp;',
      ),
    )
    .map(([zero, sizes, between]) => {
      const groups: string[] = [];
      for (let at = 0; at < digits.length; at += sizes[groups.length - 1]!) {
        groups.push(inScript(digits.slice(at, at + sizes[groups.length]!), zero));
      }
      return groups.join(between);
    }),
);

const NAMES = [
  ...['invoice ', 'Invoice no. ', 'order #', 'purchase order number: ', 'PO ', 'contract ', 'tracking number '],
  ...['INV-', 'FV/', 'faktura nr ', 'zamówienie ', 'numer zamówienia: ', 'umowy ', 'przesyłka nr ', 'REGON '],
];

/** Words with no digit in them, and none that begins or joins a number. */
const words = fc
  .array(
    fc.constantFrom('pay', 'zapłać', 'with', 'tą', '„proszę”', 'x', '—', '(a)', '&amp;', '<@U>', '\n', '\u200b', 'ok!'),
    {
      maxLength: 8,
    },
  )
  .map((some) => some.join(' '));

describe('any card number', () => {
  it('is taken out however it is written, and everything around it stays byte for byte', () => {
    fc.assert(
      fc.property(words, spelt, words, (before, number, after) => {
        const { text, found } = maskCardNumbers(`${before} : ${number} ; ${after}`);
        expect({ text, found }).toEqual({ text: `${before} : ${CARD_MASK} ; ${after}`, found: true });
      }),
      { numRuns: 500 },
    );
  });

  it('behind a word for a document is the document’s, and stays', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(...NAMES), card, words, (before, name, number, after) => {
        const text = `${before} ${name}${number} ; ${after}`;
        expect(maskCardNumbers(text)).toEqual({ text, found: false });
      }),
      { numRuns: 500 },
    );
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    words,
    spelt,
    card,
    fc.constantFrom(...NAMES),
    fc.nat().map(String),
    fc.string({ unit: 'grapheme' }),
  );
  const texts = fc
    .array(piece, { maxLength: 12 })
    .chain((pieces) => fc.constantFrom('', ' ', ', ').map((by) => pieces.join(by)));

  it('masked once is masked for good', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = maskCardNumbers(text).text;
        expect(maskCardNumbers(once)).toEqual({ text: once, found: false });
      }),
      { numRuns: 1000 },
    );
  });

  it('without a digit, or with fewer than three together, stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre((text.match(/\p{Nd}/gu) ?? []).length < 3);
        expect(maskCardNumbers(text)).toEqual({ text, found: false });
      }),
    );
  });
});
