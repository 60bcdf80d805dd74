import { describe, expect, it } from 'vitest';
import { isChange } from '../../src/understanding/changes.ts';
import { ask } from './engine.ts';

const actions = {
  en: [
    ['pay', 'invoice 123'],
    ['pay', 'INV-1042 by card'],
    ['pay', 'all overdue invoices'],
    ['remove', 'Bob Miller'],
    ['suspend', 'anna@acme.pl'],
    ['invite', 'anna@acme.pl as finance'],
    ['renew', 'contract CT-310'],
    ['delete', 'the card ending 4242'],
    ['reinstate', 'Anna Nowak'],
    ['redeem', '200 points on invoice 5'],
  ],
  pl: [
    ['płacić', 'faktury 123'],
    ['zapłacić', 'FV/2026/11/007'],
    ['usuwać', 'Anny Nowak'],
    ['zapraszać', 'jan@firma.pl'],
    ['zawieszać', 'jan@firma.pl'],
    ['odnawiać', 'umowy CT-310'],
    ['blokować', 'Pawła Kruka'],
  ],
} as const;

const frames = {
  negated: {
    en: [
      "don't V X",
      'do not V X',
      'please do not V X',
      "I don't want to V X",
      'never V X',
      "let's not V X",
      'no need to V X',
      'nobody should V X',
      "we won't V X",
    ],
    pl: ['nie chcę V X', 'proszę nie V X', 'nie trzeba V X', 'nie zamierzam V X', 'nikt nie powinien V X'],
  },
  'asked how': {
    en: [
      'how do I V X?',
      'how can I V X',
      'how to V X',
      'what happens if I V X',
      'do I have to V X?',
      'is it possible to V X?',
      'who can V X?',
    ],
    pl: ['jak V X?', 'jak można V X', 'w jaki sposób V X', 'czy można V X?', 'kto może V X?', 'czy trzeba V X'],
  },
  'spoken of': {
    en: [
      'my boss said to V X',
      'she told me to V X',
      'should I V X?',
      'suppose we V X',
      "I can't V X",
      'I was wondering whether to V X',
      'the mail says: V X',
    ],
    pl: [
      'Anna powiedziała, żeby V X',
      'czy powinienem V X?',
      'nie mogę V X',
      'gdybym miał V X',
      'szef kazał mi V X',
      'zastanawiam się, czy V X',
    ],
  },
} as const;

const texts = Object.entries(frames).flatMap(([how, byLocale]) =>
  (['en', 'pl'] as const).flatMap((locale) =>
    byLocale[locale].flatMap((frame) =>
      actions[locale].map(([verb, object]) => [how, locale, frame.replace('V', verb).replace('X', object)] as const),
    ),
  ),
);

describe('a wish that is not wished', () => {
  it.each(texts)('%s (%s): "%s" starts nothing', (_how, locale, text) => {
    const { wishes, decision } = ask(text, locale);
    const started = wishes.filter(({ intent }) => decision === 'act' && isChange(intent)).map(({ intent }) => intent);
    expect(started).toEqual([]);
  });

  it.each([
    ["don't pay invoice 123", 'dialog.deny'],
    ['nie płać faktury 123', 'dialog.deny'],
    ['do not approve the payment for 123', 'payments.decline'],
    ['nie zatwierdzaj płatności za 123', 'payments.decline'],
    ['do not approve the invitation of Anna Nowak', 'invites.decline'],
    ["don't decline the invitation of Anna Nowak", 'dialog.deny'],
    ["don't turn off the reminders", 'dialog.deny'],
    ['how do I pay an invoice?', 'help.ask'],
    ['jak zaprosić kolegę?', 'help.ask'],
  ])('"%s" is %s', (text, intent) => {
    expect(ask(text, /[ąćęłńóśźż]/.test(text) ? 'pl' : 'en').wishes.map((wish) => wish.intent)).toEqual([intent]);
  });

  it.each([
    ["don't forget to pay invoice 123", 'invoices.pay', { invoice: '123' }],
    ['nie zapomnij zapłacić faktury 123', 'invoices.pay', { invoice: '123' }],
    ['stop the overdue reminders', 'notifications.set', { topic: 'overdue_invoices', enabled: 'false' }],
    ['nie przypominaj mi o odnowieniach', 'notifications.set', { topic: 'renewals', enabled: 'false' }],
    ['Anna has left, so please remove her access', 'users.remove', { name: 'Anna' }],
    ['Kasia mówi, że nie dostała zaproszenia, wyślij je jeszcze raz', 'invites.resend', { name: 'Kasia' }],
  ])('yet "%s" is %s', (text, intent, slots) => {
    expect(ask(text, /[ąćęłńóśźż]/.test(text) ? 'pl' : 'en').wishes).toEqual([{ intent, slots }]);
  });
});
