import { describe, expect, it } from 'vitest';
import type { IntentName, Slots } from '../../../src/kit/contract.ts';
import { said } from './said.ts';

const amounts: [text: string, value: string, currency?: string][] = [
  ['€1,250.50', '1250.50', 'EUR'],
  ['1 250,50 zł', '1250.50', 'PLN'],
  ['1.250,50 EUR', '1250.50', 'EUR'],
  ['500 zl', '500', 'PLN'],
  ['pay 1200.00 usd of it', '1200.00', 'USD'],
  ['$75', '75', 'USD'],
  ['1.250 euro', '1250', 'EUR'],
  ['2,5 tys. zł', '2500', 'PLN'],
  ['3k eur', '3000', 'EUR'],
  ['200 points', '200', 'PTS'],
  ['350 pkt', '350', 'PTS'],
  ['sto i 20 złotych', '20', 'PLN'],
  ['an amount of 400', '400'],
  ['kwotę 400', '400'],
  ['99,90', '99.90'],
];

const values: [intent: IntentName, text: string, slots: Slots][] = [
  ['users.remove', 'remove Anna.Nowak@Acme.PL', { email: 'anna.nowak@acme.pl' }],
  ['users.remove', "remove <@U123>'s access", { mention: 'U123' }],
  ['users.remove', 'remove Anna Nowak', { name: 'Anna Nowak' }],
  ['users.remove', 'usuń Pawła Kruka', { name: 'Pawła Kruka' }],
  ['users.remove', 'odbierz dostęp pani Halinie Mazur-Lis', { name: 'Halinie Mazur-Lis' }],
  ['users.role.change', 'zmień Ani rolę na kierownika', { name: 'Ani', role: 'management' }],
  ['users.remove', 'remove bob miller', { name: 'bob miller' }],
  ['users.remove', 'Remove Bob', { name: 'Bob' }],
  ['users.remove', 'remove a user from the Portal', {}],
  ['users.invite', 'invite Mr. John Smith as a buyer', { name: 'John Smith', role: 'technical' }],
  ['billing.contact.update', 'phone is +48 601 222 333', { phone: '+48601222333' }],
  ['billing.contact.update', 'telefon 601 222 333', { phone: '601222333' }],
  ['billing.contact.update', 'call 0044 20 7946 0011', { phone: '+442079460011' }],
  ['users.list', 'who does accounts payable', { role: 'finance' }],
  ['users.list', 'kierownicy i księgowość', { role: 'finance,management' }],
  ['users.list', 'people from IT', { role: 'technical' }],
  ['users.list', 'is it all of them', {}],
  ['users.role.change', 'change a@b.pl from technical to finance', { email: 'a@b.pl', role: 'finance' }],
  ['users.role.change', 'zmień rolę a@b.pl z technicznej na kierowniczą', { email: 'a@b.pl', role: 'management' }],
  ['users.role.change', 'make a@b.pl technical and finance', { email: 'a@b.pl', role: 'finance,technical' }],
  ['invoices.pay', 'pay everything overdue by transfer', { status: 'overdue', method: 'bank' }],
  ['invoices.pay', 'zapłać wszystkie nieopłacone kartą', { status: 'unpaid', method: 'card' }],
  ['invoices.pay', 'zapłać rachunek 123', { invoice: '123' }],
  ['billing.methods.remove', 'usuń rachunek', { method: 'bank' }],
  ['billing.methods.default', 'make 4242 the default', { method: '4242' }],
  ['billing.methods.default', 'the Visa ending in 1009', { method: '1009' }],
  ['billing.methods.default', 'mastercard •••• 5454', { method: '5454' }],
  ['invoices.list', 'not due yet', { status: 'open' }],
  ['invoices.list', 'past due', { status: 'overdue' }],
  ['invoices.list', 'zaległe', { status: 'overdue' }],
  ['invoices.list', 'outstanding', { status: 'unpaid' }],
  ['invoices.list', 'niezapłacone', { status: 'unpaid' }],
  ['invoices.list', 'opłacone', { status: 'closed' }],
  ['invoices.list', 'settled ones', { status: 'closed' }],
  ['invoices.list', 'wszystkie', { status: 'all' }],
  ['contracts.list', 'wygasające', { status: 'expiring' }],
  ['contracts.list', 'wygasłe', { status: 'expired' }],
  ['contracts.list', 'active', { status: 'active' }],
  ['orders.list', 'anulowane', { status: 'cancelled' }],
  ['orders.list', 'not delivered yet', { status: 'open' }],
  ['orders.list', 'delivered', { status: 'delivered' }],
  ['billing.schedule.download', 'as a spreadsheet', { format: 'csv' }],
  ['billing.schedule.download', 'do kalendarza', { format: 'ics' }],
  ['language.set', 'po polsku', { locale: 'pl' }],
  ['language.set', 'switch from Polish to English', { locale: 'en' }],
  ['notifications.set', 'remind me about renewals', { topic: 'renewals', enabled: 'true' }],
  ['notifications.set', 'nie przypominaj o zaległych fakturach', { topic: 'overdue_invoices', enabled: 'false' }],
  ['notifications.set', 'turn the order alerts back on', { topic: 'orders', enabled: 'true' }],
  ['notifications.set', 'set up reminders about approvals', { topic: 'approvals', enabled: 'true' }],
  ['notifications.set', 'notification settings', {}],
  ['contracts.autorenew', 'wyłącz automatyczne odnawianie CT-5', { contract: 'CT-5', enabled: 'false' }],
  ['contracts.autorenew', 'auto-renew contract 5', { contract: '5', enabled: 'true' }],
  ['orders.watch', 'stop telling me about ORD-5', { order: 'ORD-5', enabled: 'false' }],
  ['account.switch', 'switch to Acme Polska', { organization: 'Acme Polska' }],
  ['account.switch', 'przełącz na konto zielony las', { organization: 'zielony las' }],
  ['invites.decline', "decline it, we don't know her", { reason: "we don't know her" }],
  ['invites.decline', 'Odrzuć zaproszenie, bo jej nie znamy.', { reason: 'jej nie znamy' }],
  ['invites.decline', 'decline it, please', {}],
  ['invites.decline', 'decline the invite of a@b.pl - wrong company', { email: 'a@b.pl', reason: 'wrong company' }],
  ['invoices.dispute', 'faktura 5 jest błędna: podwójna opłata', { invoice: '5', reason: 'podwójna opłata' }],
  ['help.ask', 'Who has access?', { question: 'Who has access?' }],
];

const ordinals: [text: string, ordinal: string | undefined][] = [
  ['the second one', '2'],
  ['tę pierwszą', '1'],
  ['the last one', 'last'],
  ['ostatnią fakturę', 'last'],
  ['3rd invoice', '3'],
  ['number two', '2'],
  ['pozycja 4', '4'],
  ['row 7', '7'],
  ['first show me the overdue ones', undefined],
  ['wait a second', undefined],
  ['the last invoices', undefined],
  ['the 4th floor', undefined],
  ['w piątek', undefined],
];

describe('slot values', () => {
  it.each(amounts)('reads the amount "%s" as %s %s', (text, value, currency) => {
    expect(said('invoices.pay', text).amount).toEqual(currency === undefined ? { value } : { value, currency });
  });

  it.each(values)('%s takes from "%s" %j', (intent, text, slots) => {
    expect(said(intent, text)).toEqual(slots);
  });

  it.each(ordinals)('reads in "%s" the row %s', (text, ordinal) => {
    expect(said('invoices.show', text).ordinal).toBe(ordinal);
  });
});
