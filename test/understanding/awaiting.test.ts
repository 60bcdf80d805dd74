import { describe, expect, it } from 'vitest';
import type { IntentName, SlotName, Slots } from '../../src/kit/contract.ts';
import { ask, awaiting } from './engine.ts';

const answers: [awaiting: SlotName, text: string, slots: Slots][] = [
  ['invoice', '123', { invoice: '123' }],
  ['invoice', "it's INV-1042", { invoice: 'INV-1042' }],
  ['invoice', 'fakturę nr 124 poproszę', { invoice: '124' }],
  ['invoice', 'the second one', { ordinal: '2' }],
  ['invoice', 'tę ostatnią', { ordinal: 'last' }],
  ['order', '88012', { order: '88012' }],
  ['contract', 'umowa 310', { contract: '310' }],
  ['amount', '500', { amount: { value: '500' } }],
  ['amount', '1 250,50 zł', { amount: { value: '1250.50', currency: 'PLN' } }],
  ['email', 'anna@acme.pl', { email: 'anna@acme.pl' }],
  ['email', 'Anna Nowak', { name: 'Anna Nowak' }],
  ['email', '<@U77>', { mention: 'U77' }],
  ['name', 'anna nowak', { name: 'anna nowak' }],
  ['name', 'nazywa się Jan Kos', { name: 'Jan Kos' }],
  ['phone', '601222333', { phone: '601222333' }],
  ['role', 'kierownik', { role: 'management' }],
  ['role', 'finance and technical please', { role: 'finance,technical' }],
  ['method', '4242', { method: '4242' }],
  ['method', 'przelewem', { method: 'bank' }],
  ['format', 'excel', { format: 'csv' }],
  ['period', 'w październiku', { period: { from: '2026-10-01', to: '2026-10-31' } }],
  ['organization', 'Acme Polska', { organization: 'Acme Polska' }],
  ['locale', 'po polsku', { locale: 'pl' }],
  ['topic', 'odnowienia', { topic: 'renewals' }],
  ['status', 'the overdue ones', { status: 'overdue' }],
  ['reason', 'because we never ordered it', { reason: 'we never ordered it' }],
  ['reason', 'ta faktura jest za wysoka', { reason: 'ta faktura jest za wysoka' }],
];

const corrections: [dialog: IntentName, text: string, slots: Slots][] = [
  ['invoices.pay', 'no, 124', { invoice: '124' }],
  ['invoices.pay', 'nie, 124', { invoice: '124' }],
  ['invoices.pay', 'no, I meant INV-1043', { invoice: 'INV-1043' }],
  ['invoices.pay', 'not 123, 124', { invoice: '124' }],
  ['invoices.pay', 'make it 400 eur', { amount: { value: '400', currency: 'EUR' } }],
  ['invoices.pay', 'jednak przelewem', { method: 'bank' }],
  ['invoices.pay', 'with 4242', { method: '4242' }],
  ['invoices.pay', 'z karty 4242', { method: '4242' }],
  ['invoices.pay', 'nie, 1042', { invoice: '1042' }],
  ['orders.track', 'no, 88013', { order: '88013' }],
  ['users.invite', 'sorry, jan@acme.pl', { email: 'jan@acme.pl' }],
  ['users.invite', 'zmień rolę na techniczną', { role: 'technical' }],
];

const yesAndNo: [text: string, intent: IntentName][] = [
  ...[
    'yes',
    'Yes please!',
    'yess',
    'yep',
    'yeah sure',
    'ok',
    'go ahead',
    'do it',
    'confirm',
    'comfirm',
    'tak',
    'Tak, proszę',
    'taak',
    'no jasne',
    'jasne, rób',
    'potwierdzam',
    'zgadza się',
    '👍',
  ].map((text): [string, IntentName] => [text, 'dialog.confirm']),
  ...[
    'no',
    'nope',
    'no thanks',
    'absolutely not',
    "no, don't",
    'nie',
    'Nie, dziękuję',
    'w żadnym razie',
    'nie zgadzam się',
    'no, leave it',
    '👎',
  ].map((text): [string, IntentName] => [text, 'dialog.deny']),
  ...['cancel', 'cnacel', 'never mind', 'forget it', 'anuluj', 'nieważne', 'dobra, anuluj', 'przerwij to'].map(
    (text): [string, IntentName] => [text, 'dialog.cancel'],
  ),
  ...['next', 'show more', 'dalej', 'następna strona'].map((text): [string, IntentName] => [text, 'dialog.next']),
  ...['undo', 'undo that', 'cofnij'].map((text): [string, IntentName] => [text, 'dialog.undo']),
];

describe('the open question', () => {
  it.each(answers)('for %s takes from "%s" %j', (slot, text, slots) => {
    expect(awaiting(slot, text).wishes).toEqual([{ intent: 'dialog.fill', slots }]);
  });

  it.each(corrections)('at the confirmation of %s corrects by "%s" %j', (dialog, text, slots) => {
    expect(awaiting('confirm', text, dialog).wishes).toEqual([{ intent: 'dialog.fill', slots }]);
  });

  it.each(yesAndNo)('at a confirmation "%s" is %s', (text, intent) => {
    expect(awaiting('confirm', text).wishes).toEqual([{ intent, slots: {} }]);
  });

  it.each([
    ['e-mail me the open invoices', 'invoices.email'],
    ['wyślij mi otwarte faktury mailem', 'invoices.email'],
    ['show my overdue invoices', 'invoices.list'],
    ['PDF of invoice 123', 'invoices.download'],
  ])(
    'at the confirmation of a payment "%s" is another wish, though a correction could name the same',
    (text, intent) => {
      expect(awaiting('confirm', text, 'invoices.pay').wishes).toMatchObject([{ intent }]);
    },
  );

  it('leaves at a slot what it denies at a confirmation', () => {
    expect(awaiting('invoice', 'no, leave it').wishes).toEqual([{ intent: 'dialog.cancel', slots: {} }]);
    expect(awaiting('confirm', 'no, leave it').wishes).toEqual([{ intent: 'dialog.deny', slots: {} }]);
  });

  it.each([
    ['invoice', 'show my overdue invoices', 'invoices.list'],
    ['confirm', 'wait, how many reward points do we have?', 'rewards.show'],
    ['method', 'I want to talk to a person', 'human.handover'],
    ['email', 'kto ma dostęp do portalu?', 'help.ask'],
    ['invoice', 'czekaj, gdzie jest zamówienie ORD-7?', 'orders.track'],
    ['reason', 'how do I dispute an invoice?', 'help.ask'],
    ['name', 'jaką mam rolę?', 'access.explain'],
  ] as const)('for %s lets "%s" be %s', (slot, text, intent) => {
    expect(awaiting(slot, text).wishes.map((wish) => wish.intent)).toEqual([intent]);
  });

  it.each([
    ['for december', { period: { from: '2026-12-01', to: '2026-12-31' } }],
    ['na grudzień', { period: { from: '2026-12-01', to: '2026-12-31' } }],
    ['december, as pdf', { format: 'pdf', period: { from: '2026-12-01', to: '2026-12-31' } }],
    ['na przyszły rok w pdf', { format: 'pdf', period: { from: '2027-01-01', to: '2027-12-31' } }],
  ])('at the question for a format takes the period of “%s” too', (text, slots) => {
    const { wishes } = awaiting('format', text, 'billing.schedule.download');
    expect(wishes).toEqual([{ intent: 'dialog.fill', slots }]);
  });

  it('takes a month for a person’s name where a surname follows', () => {
    const { slots } = ask('change the billing contact to Jan Kowal, jan.kowal@acme.pl').wishes[0]!;
    expect(slots).toEqual({ name: 'Jan Kowal', email: 'jan.kowal@acme.pl' });
    expect(ask('show the invoices from Jan to March').wishes[0]!.slots).toHaveProperty('period');
  });

  it('fills nothing where no question is open', () => {
    expect(ask('no, 124').wishes.map(({ intent }) => intent)).not.toContain('dialog.fill');
  });
});
