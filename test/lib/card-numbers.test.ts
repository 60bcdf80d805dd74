import { describe, expect, it } from 'vitest';
import { isCardNumber } from '../../src/lib/card-brands.ts';
import { CARD_MASK, CODE_MASK, maskCardNumbers } from '../../src/lib/card-numbers.ts';
import { cardFragment, completesCard } from '../../src/lib/card-parts.ts';

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
  'with invisible joiners and letters': (digits) => groups(digits).join('\u034f\u3164'),
  'with thin spaces': (digits) => groups(digits).join('\u2009'),
  'with wide gaps': (digits) => groups(digits).join('     '),
  'over paragraphs': (digits) => groups(digits).join('\n\n\n\n'),
  'with slashes': (digits) => groups(digits).join(' / '),
  'with backslashes and tildes': (digits) => groups(digits).join('\\~'),
  'bold in groups': (digits) => groups(digits).join('** **'),
  'as code in groups': (digits) => groups(digits).join('` `'),
  'with entities': (digits) => groups(digits).join('&nbsp;'),
  'with entities by number': (digits) => groups(digits).join('&#160;'),
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
    // With `PL` before it the remainder by 97 would be that of a bank account number.
    ['6783559863755213304', ''],
    ['4242, 4242, 4242, 4242', ''],
    ['(4242)(4242)(4242)(4242)', ''],
    ['4242:4242:4242:4242', ''],
    ['4️⃣2️⃣4️⃣2️⃣ 4️⃣2️⃣4️⃣2️⃣ 4️⃣2️⃣4️⃣2️⃣ 4️⃣2️⃣4️⃣2️⃣', ''],
    ['**4242 4242 4242 4242**', ''],
    ['```\n4242 4242 4242 4242\n```', ''],
    ['<a href="tel:4242424242424242">4242 4242 4242 4242</a>', ''],
    ['https://shop.example/?card=4242424242424242', ''],
    ['visa4242424242424242', ''],
    ['kartą/4242424242424242', ''],
    ['4242424242424242exp', ''],
    ['charge the order to 4242 4242 4242 4242', ''],
    ['invoice 1234 4242 4242 4242 4242', '1234'],
    ['invoices 12345, 12346 by card 4242424242424242', '1234512346'],
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

  it.each([
    ['my card is 4242 4242 4242 4242 exp 12/29 cvv 123', '1229'],
    ['moja karta 4242424242424242, ważna do 12/29, kod CVC2: 1234', '12292'],
    ['cvv 123, card 4242424242424242', ''],
    ['4242424242424242 12/29 123', '1229'],
    ['4242424242424242cvv123', ''],
    ['pay invoice 123 with 4242424242424242', '123'],
    ['4242424242424242 for invoice 123', '123'],
    ['pay 500 with 4242424242424242 123', '500'],
  ])('takes its security code with it out of %j', (text, left) => {
    expect(digitsLeft(text)).toBe(left);
  });

  it.each(['cvv 123', 'CVC: 1234', 'the security code is 123', 'kod bezpieczeństwa to 123'])(
    'is not needed for its code to be taken out: %j',
    (text) => {
      expect(maskCardNumbers(text)).toEqual({ text: text.replace(/\d+/, CODE_MASK), found: true });
    },
  );

  it('is taken out as often as there is one', () => {
    expect(digitsLeft('4242 4242 4242 4242 5555 5555 5555 4444')).toBe('');
    expect(digitsLeft('4242424242424242, 378282246310005 and 30569309025904')).toBe('');
  });

  it('is found in the longest message in no time', () => {
    const started = performance.now();
    maskCardNumbers(`invoice${' '.repeat(3900)}4242424242424242`);
    maskCardNumbers('4 '.repeat(2000));
    maskCardNumbers('order 1 '.repeat(500));
    maskCardNumbers(`invoices ${'10001, '.repeat(570)}`);
    maskCardNumbers('&nbsp;4'.repeat(570));
    maskCardNumbers('cvv 123 '.repeat(500));
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
    'invoice **4242424242424242**',
    'faktura (4242424242424242)',
    'order number is 4242424242424242',
    'order: #4242424242424242',
    'invoice’s 4242424242424242',
    'P.O. 4242424242424242',
    'PO-number 4242424242424242',
    'zamówienie o numerze 4242424242424242',
    'numer zamówienia to 4242424242424242',
    'numery faktur: 4242424242424242',
    'contract 4242424242424242',
    'umowa nr 4242424242424242',
    'do umów 4242424242424242',
    'shipment 6200000000000005',
    'waybill no. 6200000000000005',
    'tracking code: 6200000000000005',
    'list przewozowy 6200000000000005',
    'numer śledzenia: 6200000000000005',
    'REGON 36227206271667',
    'invoices 4242424242424242 and 5555555555554444',
    'faktury 4242424242424242, 5555555555554444 i 378282246310005',
    'invoices 50000000 42424242 42424242',
    'invoices 5001, 4242, 4242, 4242, 4242',
    'NIP 526-030-02-91, REGON 010778878',
    'https://portal.example/invoices/4242424242424242',
    'aaaaaaaa-4242-4242-4242-424200000000',
    'security code of the door',
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
