import type { IsoDate } from '../lib/dates.ts';
import { bill } from './books.ts';

const CLOUD = 'Cloud Database, 4 processors';
/** The paid months of the subscription, newest first. */
const MONTHS = ['1036', '1033', '1030', '1026', '1023', '1020', '1016', '1013', '1010'];

/** Acme Polska's invoices in złoty (with VAT) and euro (reverse charge): of every status and type, enough to page. */
export function acmeInvoices(today: IsoDate) {
  const pln = { today, account: 'ACME', currency: 'PLN', tax: '23' };
  const eur = { today, account: 'ACME', currency: 'EUR', tax: '0' };
  return [
    // Overdue
    bill(pln, {
      number: '123',
      type: 'subscription',
      days: [-42, -12],
      monthly: true,
      purchaseOrder: 'PO 4500981',
      lines: [
        [CLOUD, 1, '1500.00'],
        ['Backup storage, TB', 4, '61.25'],
      ],
    }),
    bill(pln, {
      number: '124',
      type: 'support',
      days: [-35, -5],
      purchaseOrder: 'PO 4500981',
      lines: [['Premier Support, quarter', 1, '2000.00']],
    }),
    bill(pln, {
      number: 'INV-1042',
      type: 'consulting',
      days: [-56, -26],
      purchaseOrder: 'PO 4500964',
      lines: [
        ['Database migration, days', 8, '2850.00'],
        ['Performance review, days', 2, '2850.00'],
      ],
    }),
    bill(pln, {
      number: 'FV/2026/10/041',
      type: 'hardware',
      days: [-48, -18],
      lines: [
        ['Rack server S7', 1, '14900.00', '88007'],
        ['Rail kit', 1, '420.00', '88007'],
      ],
      paid: '10000.00',
    }),
    bill(eur, {
      number: 'INV-1039',
      type: 'licence',
      days: [-61, -31],
      lines: [['Analytics, named user', 10, '125.05']],
    }),
    bill(pln, {
      number: 'FV/2026/10/038',
      type: 'usage',
      days: [-50, -1],
      monthly: true,
      lines: [['Object storage, GB months', 8120, '0.0925']],
    }),
    // Open
    bill(pln, {
      number: 'FV/2026/11/007',
      type: 'usage',
      days: [-5, 25],
      monthly: true,
      lines: [
        ['Object storage, GB months', 8344, '0.0925'],
        ['Outbound traffic, GB', 1210, '0.38'],
      ],
    }),
    bill(pln, {
      number: 'FV/2026/11/012',
      type: 'subscription',
      days: [-12, 18],
      monthly: true,
      purchaseOrder: 'PO 4500981',
      lines: [
        [CLOUD, 1, '1500.00'],
        ['Backup storage, TB', 4, '61.25'],
      ],
    }),
    bill(pln, {
      number: 'INV-1051',
      type: 'hardware',
      days: [-9, 21],
      purchaseOrder: 'PO 4501002',
      lines: [
        ['Network switch N24', 2, '3390.00', '88012'],
        ['Optical transceiver', 8, '245.00', '88012'],
      ],
    }),
    bill(eur, {
      number: 'INV-1047',
      type: 'licence',
      days: [-16, 14],
      purchaseOrder: 'PO 4500990',
      lines: [['Integration Suite, processor', 2, '3200.00']],
    }),
    bill(eur, {
      number: 'INV-1049',
      type: 'consulting',
      days: [-10, 20],
      lines: [['Training, remote, days', 2, '890.00']],
    }),
    bill(pln, {
      number: 'INV-1044',
      type: 'support',
      days: [-24, 6],
      lines: [['Extended Support, quarter', 1, '4800.00']],
      credited: '590.40',
    }),
    bill(pln, {
      number: 'INV-1052',
      type: 'licence',
      days: [-3, 27],
      lines: [['Reporting, named user', 5, '310.00']],
      adjusted: '6.50',
    }),
    // A credit note, and the invoice it took back
    bill(pln, {
      number: 'CN-0016',
      type: 'hardware',
      days: [-40, -40],
      lines: [['Rack server S7, returned rail kit', -1, '420.00', '88007']],
    }),
    bill(pln, {
      number: 'INV-1034',
      type: 'consulting',
      days: [-95, -65],
      lines: [['Workshop, day', 1, '2850.00']],
      credited: 'all',
    }),
    // Closed
    bill(pln, {
      number: 'INV-1032',
      type: 'support',
      days: [-126, -96],
      lines: [['Premier Support, quarter', 1, '2000.00']],
      paid: 'all',
    }),
    bill(pln, {
      number: 'INV-1022',
      type: 'support',
      days: [-217, -187],
      lines: [['Premier Support, quarter', 1, '2000.00']],
      paid: 'all',
    }),
    bill(eur, {
      number: 'INV-1018',
      type: 'licence',
      days: [-240, -210],
      lines: [['Analytics, named user', 10, '125.05']],
      paid: 'all',
    }),
    bill(pln, {
      number: 'INV-1027',
      type: 'hardware',
      days: [-160, -130],
      purchaseOrder: 'PO 4500921',
      lines: [['Storage shelf D12', 1, '17650.00', '87990']],
      paid: 'all',
    }),
    ...MONTHS.map((number, month) =>
      bill(pln, {
        number: `INV-${number}`,
        type: 'subscription',
        days: [-72 - month * 30, -42 - month * 30],
        monthly: true,
        purchaseOrder: 'PO 4500981',
        lines: [
          [CLOUD, 1, month < 5 ? '1500.00' : '1420.00'],
          ['Backup storage, TB', month < 3 ? 4 : 3, '61.25'],
        ],
        paid: 'all',
      }),
    ),
  ];
}
