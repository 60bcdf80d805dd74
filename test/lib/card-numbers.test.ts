import { describe, expect, it } from 'vitest';
import { isCardNumber } from '../../src/lib/card-brands.ts';
import { CARD_MASK, cardFragment, completesCard, maskCardNumbers } from '../../src/lib/card-numbers.ts';

/** Numbers the card brands publish for testing. */
const CARDS = {
  visa: '4242424242424242',
  'visa of 13 digits': '4222222222222',
  'visa of 19 digits': '4000000000000000006',
  mastercard: '5555555555554444',
  'mastercard of the 2-series': '2223003122003222',
  'american express': '378282246310005',
  'diners club': '30569309025904',
  'diners club 36': '36227206271667',
  discover: '6011111111111117',
  jcb: '3566002020360505',
  unionpay: '6200000000000005',
  maestro: '6759649826438453',
  'maestro of 19 digits': '6799990100000000019',
  dankort: '5019717010103742',
  mir: '2200000000000053',
};

const groups = (digits: string): string[] => digits.match(/.{1,4}/g)!;
const inScript = (digits: string, zero: number): string =>
  [...digits].map((d) => String.fromCodePoint(zero + Number(d))).join('');

const SPELLINGS: Record<string, (digits: string) => string> = {
  plain: (digits) => digits,
  'with spaces': (digits) => groups(digits).join(' '),
  'with no-break spaces': (digits) => groups(digits).join('\u00a0'),
  'with dashes': (digits) => groups(digits).join('-'),
  'with long dashes': (digits) => groups(digits).join(' – '),
  'with dots': (digits) => groups(digits).join('.'),
  'with bullets': (digits) => groups(digits).join(' • '),
  'every digit apart': (digits) => [...digits].join(' '),
  'over several lines': (digits) => groups(digits).join('\n'),
  'over several lines of a form': (digits) => groups(digits).join('\r\n'),
  'full-width': (digits) => inScript(digits, 0xff10),
  'full-width, in groups': (digits) => groups(inScript(digits, 0xff10)).join('\u3000'),
  'in Arabic digits': (digits) => inScript(digits, 0x660),
  'in Persian digits': (digits) => groups(inScript(digits, 0x6f0)).join(' '),
  'in Devanagari digits': (digits) => inScript(digits, 0x966),
  'with invisible characters': (digits) => groups(digits).join('\u200b'),
  'with soft hyphens': (digits) => groups(digits).join('\u00ad'),
};

describe.each(Object.entries(CARDS))('a card number of %s', (_brand, digits) => {
  it('is one', () => {
    expect(isCardNumber(digits)).toBe(true);
  });

  it.each(Object.entries(SPELLINGS))('is taken out written %s', (_how, spell) => {
    expect(maskCardNumbers(spell(digits))).toEqual({ text: CARD_MASK, found: true });
  });

  it('is none with another check digit', () => {
    const wrong = digits.slice(0, -1) + ((Number(digits.at(-1)) + 1) % 10);
    expect(maskCardNumbers(wrong)).toEqual({ text: wrong, found: false });
  });
});

const digitsLeft = (text: string): string => maskCardNumbers(text).text.replace(/\D/g, '');

describe('a card number in a text', () => {
  it.each([
    ['card number: 4242 4242 4242 4242', ''],
    ['my card no. 4242424242424242', ''],
    ['card # 4242424242424242', ''],
    ['Numer karty: 4242 4242 4242 4242', ''],
    ['nr 4242424242424242', ''],
    ['number 4242424242424242', ''],
    ['kasyno 4242424242424242', ''],
    ['please pay with 4242-4242-4242-4242, thank you', ''],
    ['zapłać kartą 5555 5555 5555 4444, ważna do grudnia', ''],
    ['zapłać fakturę 123 kartą 4242424242424242 dzisiaj', '123'],
    ['pay invoice 123 4242 4242 4242 4242', '123'],
    ['pay 500 4242 4242 4242 4242', '500'],
    ['(4242424242424242)', ''],
    ['"4242424242424242".', ''],
  ])('is taken out of %j', (text, left) => {
    expect(digitsLeft(text)).toBe(left);
  });

  it.each([
    '4242 4242 4242 4242 12/30 123',
    '4242424242424242 12/2030 CVV 123',
    '4242-4242-4242-4242-12-30',
    '4242-4242-4242-4242/12/30/123',
    '4242424242424242\n12/30\n123',
    '４２４２ ４２４２ ４２４２ ４２４２ １２/３０',
    '4242 4242 4242 4242 12/30r.',
    '378282246310005 1230 1234',
  ])('is taken out of %j, whatever stands behind it', (text) => {
    expect(digitsLeft(text)).not.toMatch(/4242|8282|4２/u);
    expect(maskCardNumbers(text).found).toBe(true);
  });

  it('is taken out as often as there is one', () => {
    expect(digitsLeft('4242 4242 4242 4242 5555 5555 5555 4444')).toBe('');
    expect(digitsLeft('4242424242424242, 378282246310005 and 30569309025904')).toBe('');
  });

  it('is found in the longest message in no time', () => {
    const started = performance.now();
    maskCardNumbers(`invoice${' '.repeat(3900)}4242424242424242`);
    maskCardNumbers('4 '.repeat(2000));
    maskCardNumbers('order 1 '.repeat(500));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('what is no card number', () => {
  it.each([
    'invoice 4242424242424242',
    'invoice number 4242 4242 4242 4242',
    'faktura nr 4242424242424242',
    'zapłać fakturę 4242424242424242',
    'numer faktury: 4242424242424242',
    'order #4242424242424242',
    'zamówienie 4242424242424242',
    'purchase order no. 4242424242424242',
    'PO 4242424242424242',
    'tracking number 4242424242424242',
    'przesyłka nr 4242424242424242',
    'INV-4242424242424242',
    'FV/4242424242424242',
    'x4242424242424242',
    '4242424242424242abc',
    'IBAN PL61 1090 1014 0000 0712 1981 2874',
    'PL61109010140000071219812874',
    '61 1090 1014 0000 0712 1981 2874',
    'GB82 WEST 1234 5698 7654 32',
    'DE89 3704 0044 0532 0130 00',
    '+48 601 234 567',
    '+4916094567890123',
    '601 234 567, 602 345 678 and 603 456 789',
    'invoices 1001, 1002, 1003 and 1004',
    'pay 1250.50 of 4500.00 on 2026-11-03',
    '0000 0000 0000 0000',
    '1234567890123456',
  ])('%j stays as it is', (text) => {
    expect(maskCardNumbers(text)).toEqual({ text, found: false });
  });

  it('an IBAN stays also where some of its groups would make a card number', () => {
    expect(maskCardNumbers('FR55 4242 4242 4242 4242 4242 424').found).toBe(true);
    const iban = 'FR76 4242 4242 4242 4242 4242 424';
    expect(maskCardNumbers(iban)).toEqual({ text: iban, found: false });
  });
});

describe('a card number in parts', () => {
  it.each([
    [['4242 4242'], '4242 4242'],
    [['42424242'], '42424242'],
    [['4242', '4242', '4242'], '4242'],
    [['424242424242'], '4242'],
    [['42424', '2424242'], '4242'],
    [['my card is 4242 4242'], '42424242, that is all'],
    [['moja karta to 4242 4242'], '4242 4242 12/30 123'],
    [['４２４２４２４２'], '٤٢٤٢٤٢٤٢'],
    [['1001', '42424242'], '42424242'],
  ])('%j is completed by %j', (earlier, last) => {
    const fragments = earlier.map((text) => cardFragment(text)!);
    expect(fragments).not.toContain(undefined);
    expect(completesCard(fragments, cardFragment(last)!)).toBeGreaterThan(0);
  });

  it.each([
    [['42424242'], '42424243'],
    [['1001'], '1002'],
  ])('%j is not completed by %j', (earlier, last) => {
    expect(
      completesCard(
        earlier.map((text) => cardFragment(text)!),
        cardFragment(last)!,
      ),
    ).toBe(0);
  });

  it.each(['pay invoice 42424242', 'zapłać fakturę 42424242', 'INV-42424242', '123', 'hello', '42424242 and 42424242'])(
    '%j is no part of one',
    (text) => {
      expect(cardFragment(text)).toBeUndefined();
    },
  );
});
