import { describe, expect, it } from 'vitest';
import { ask, wishes } from './engine.ts';

describe('several wishes in one text', () => {
  it.each([
    [
      'show overdue invoices and pay the first',
      'en',
      [
        ['invoices.list', { status: 'overdue' }],
        ['invoices.pay', { ordinal: '1' }],
      ],
    ],
    [
      'pobierz fakturę 123 i zapłać ją kartą',
      'pl',
      [
        ['invoices.download', { invoice: '123' }],
        ['invoices.pay', { method: 'card' }],
      ],
    ],
    [
      'invite anna@acme.pl, then remove bob@acme.pl',
      'en',
      [
        ['users.invite', { email: 'anna@acme.pl' }],
        ['users.remove', { email: 'bob@acme.pl' }],
      ],
    ],
    [
      'pay invoices 123 and 124',
      'en',
      [
        ['invoices.pay', { invoice: '123' }],
        ['invoices.pay', { invoice: '124' }],
      ],
    ],
    [
      'zapłać faktury 5, 6 i 7 przelewem',
      'pl',
      [
        ['invoices.pay', { invoice: '5', method: 'bank' }],
        ['invoices.pay', { invoice: '6', method: 'bank' }],
        ['invoices.pay', { invoice: '7', method: 'bank' }],
      ],
    ],
  ])('"%s" (%s) are taken in the order said', (text, locale, expected) => {
    expect(wishes(text, locale)).toEqual(expected);
  });

  it.each([
    ['hello, please show my overdue invoices, thanks', 'en', [['invoices.list', { status: 'overdue' }]]],
    ['dzień dobry, proszę pokazać zaległe faktury', 'pl', [['invoices.list', { status: 'overdue' }]]],
    [
      'decline the payment for 5, we agreed to wait and see',
      'en',
      [['payments.decline', { invoice: '5', reason: 'we agreed to wait and see' }]],
    ],
    ["why can't I pay invoices", 'en', [['access.explain', {}]]],
  ])('"%s" (%s) is one', (text, locale, expected) => {
    expect(wishes(text, locale)).toEqual(expected);
  });
});

describe('what the person says', () => {
  it('speaks the language of the text, whatever the setting', () => {
    expect(ask('pokaz zalegle faktury', 'en').language).toBe('pl');
    expect(ask('show my overdue invoices', 'pl').language).toBe('en');
  });

  it('lets the setting decide a text of no language', () => {
    expect([ask('INV-1042', 'en').language, ask('INV-1042', 'pl').language]).toEqual(['en', 'pl']);
  });

  it.each(['', '   ', '🙈🙈', '???', '\u0000\u0007', '\u200b'])('makes nothing of %j', (text) => {
    expect(ask(text)).toMatchObject({ wishes: [{ intent: 'none', slots: {} }], decision: 'none' });
  });

  it.each([
    'a'.repeat(100_000),
    'pay invoice 1, '.repeat(7000),
    '1 '.repeat(50_000),
    ' and '.repeat(20_000),
    '<@'.repeat(50_000),
  ])('answers a text of 100,000 characters at once', (text) => {
    const start = performance.now();
    expect(ask(text).wishes.length).toBeLessThanOrEqual(10);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('offers the likeliest intents, surest first, for "did you mean"', () => {
    const { candidates } = ask('the invoice 123 thing');
    expect(candidates).toHaveLength(3);
    expect(candidates.map(({ confidence }) => confidence)).toEqual(
      candidates.map(({ confidence }) => confidence).sort((a, b) => b - a),
    );
  });

  it('answers the same text the same way', () => {
    expect(ask('pay invoice 123')).toEqual(ask('pay invoice 123'));
  });
});
