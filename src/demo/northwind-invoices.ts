import type { IsoDate } from '../lib/dates.ts';
import { bill } from './books.ts';

const account = 'NORTHWIND';

/** Northwind Traders' invoices in dollars, goods and services with New York's sales tax. */
export function northwindInvoices(today: IsoDate) {
  const usd = { today, account, currency: 'USD', tax: '8.875' };
  const untaxed = { ...usd, tax: '0' };
  return [
    bill(usd, {
      number: '501',
      type: 'subscription',
      days: [-40, -10],
      monthly: true,
      purchaseOrder: 'NW-7781',
      lines: [['Cloud Database, 2 processors', 1, '1190.00']],
    }),
    bill(untaxed, {
      number: 'INV-2207',
      type: 'consulting',
      days: [-47, -17],
      lines: [['Migration planning, days', 3, '1450.00']],
    }),
    bill(untaxed, {
      number: 'INV-2210',
      type: 'licence',
      days: [-20, 10],
      purchaseOrder: 'NW-7790',
      lines: [['Integration Suite, processor', 4, '3650.00']],
    }),
    bill(usd, {
      number: 'INV-2212',
      type: 'hardware',
      days: [-6, 24],
      purchaseOrder: 'NW-7795',
      lines: [['Firewall appliance F2', 1, '5180.00', '45101']],
    }),
    bill(usd, {
      number: 'INV-2214',
      type: 'support',
      days: [-8, 22],
      lines: [['Premier Support, quarter', 1, '1800.00']],
    }),
    bill(usd, {
      number: '502',
      type: 'subscription',
      days: [-10, 20],
      monthly: true,
      purchaseOrder: 'NW-7781',
      lines: [['Cloud Database, 2 processors', 1, '1190.00']],
    }),
    bill(usd, {
      number: 'INV-2205',
      type: 'usage',
      days: [-70, -40],
      monthly: true,
      lines: [['Outbound traffic, GB', 2950, '0.08']],
      paid: '100.00',
    }),
    bill(untaxed, {
      number: 'CN-118',
      type: 'consulting',
      days: [-33, -33],
      lines: [['Migration planning, cancelled day', -1, '1450.00']],
    }),
    bill(untaxed, {
      number: 'INV-2188',
      type: 'support',
      days: [-305, -275],
      lines: [['Premier Support, year', 1, '7200.00']],
      paid: 'all',
    }),
    ...['500', '499', '498'].map((number, month) =>
      bill(usd, {
        number,
        type: 'subscription',
        days: [-70 - month * 30, -40 - month * 30],
        monthly: true,
        purchaseOrder: 'NW-7781',
        lines: [['Cloud Database, 2 processors', 1, '1190.00']],
        paid: 'all',
      }),
    ),
  ];
}
