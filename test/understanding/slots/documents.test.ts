import { describe, expect, it } from 'vitest';
import type { IntentName, Slots } from '../../../src/kit/contract.ts';
import { said } from './said.ts';

const cases: [intent: IntentName, text: string, slots: Slots][] = [
  ['invoices.show', 'show invoice 123', { invoice: '123' }],
  ['invoices.show', 'INV-1042', { invoice: 'INV-1042' }],
  ['invoices.show', 'inv - 1042', { invoice: 'INV-1042' }],
  ['invoices.show', 'inv 1042', { invoice: '1042' }],
  ['invoices.show', 'fv/2026/11/007', { invoice: 'FV/2026/11/007' }],
  ['invoices.show', 'pokaż fv 7', { invoice: '7' }],
  ['invoices.show', 'fakturę nr 123.', { invoice: '123' }],
  ['invoices.show', 'the invoice no. 5512 please', { invoice: '5512' }],
  ['invoices.show', "what's on #88213?", { invoice: '88213' }],
  ['invoices.show', 'faktura FS/118/2026', { invoice: 'FS/118/2026' }],
  ['invoices.show', '12/2026', { invoice: '12/2026' }],
  ['orders.track', 'where is order 88012', { order: '88012' }],
  ['orders.track', 'where is 88012', { order: '88012' }],
  ['orders.track', 'zamówienie ORD-77', { order: 'ORD-77' }],
  ['payments.due.pay', 'PO 4500981', { order: '4500981' }],
  ['contracts.show', 'umowa 310', { contract: '310' }],
  ['contracts.show', 'agreement ct-310', { contract: 'CT-310' }],
  ['payments.approve', 'approve the payment for 60233', { invoice: '60233' }],
  ['payments.approve', 'approve the payment for order 60233', { order: '60233' }],
  ['payments.due.pay', 'pay the renewal of CT-5', { contract: 'CT-5' }],
  ['invoices.pay', 'put 500 eur towards INV-10', { invoice: 'INV-10', amount: { value: '500', currency: 'EUR' } }],
  ['invoices.pay', 'pay 123 with the visa ending 4242', { invoice: '123', method: '4242' }],
  ['invoices.pay', 'zapłać 123 kartą z końcówką 4242', { invoice: '123', method: '4242' }],
  ['orders.track', 'invoice 5', {}],
  ['invoices.list', 'the top 5 invoices', {}],
  ['invoices.show', 'at 14:30 on floor 4', {}],
];

describe('document numbers', () => {
  it.each(cases)('%s takes from "%s" %j', (intent, text, slots) => {
    expect(said(intent, text)).toEqual(slots);
  });
});
