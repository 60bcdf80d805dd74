import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/understanding/text/clean.ts';
import { withoutCourtesy } from '../../src/understanding/text/courtesy.ts';
import { fold } from '../../src/understanding/text/fold.ts';

describe('folding', () => {
  it('keeps every character in its place, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
  });

  it('writes Polish without its marks, the l with stroke too', () => {
    expect(fold('ZAŻÓŁĆ gęślą jaźń – “ok”')).toBe('zazolc gesla jazn - "ok"');
  });
});

describe('cleaning', () => {
  it.each([
    ['<@U07BOT> pay 5', 'pay 5'],
    ['<at>Portal</at> pay 5', 'pay 5'],
    ['remove <@U123|anna>', 'remove <@U123>'],
    ['<@U123> should be finance', '<@U123> should be finance'],
    ['to <mailto:A@b.c|A@b.c>, please', 'to A@b.c, please'],
    ['call <tel:+48601|+48 601>', 'call +48601'],
    ['see <https://x.y/z|the page>', 'see the page'],
    ['a &amp; b', 'a & b'],
    ['a\u0000\n\u200b  b\u00a0c', 'a b c'],
  ])('makes of "%s" "%s"', (raw, text) => {
    expect(clean(raw)).toBe(text);
  });
});

describe('courtesy', () => {
  const wish = (text: string) => {
    const { start, end } = withoutCourtesy(text);
    return text.slice(start, end);
  };
  it.each([
    ['hello, pay invoice 5', 'pay invoice 5'],
    ['dzien dobry, zaplac fakture 5, z gory dziekuje', 'zaplac fakture 5'],
    ['hang on, show me the orders', 'show me the orders'],
    ['hello', 'hello'],
    ['hello bot', 'hello bot'],
    ['czesc faktury 5 zaplac', 'czesc faktury 5 zaplac'],
    ['thanks a lot', 'thanks a lot'],
  ])('leaves of "%s" "%s"', (text, left) => {
    expect(wish(text)).toBe(left);
  });
});
