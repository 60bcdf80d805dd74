import { addDays, type IsoDate } from '../lib/dates.ts';
import { acmeInvoices } from './acme-invoices.ts';
import { acmeOrders } from './acme-orders.ts';
import { acmePeople, at } from './acme-people.ts';
import { expiry, line, monthly } from './books.ts';

const account = 'ACME';

/** Acme Polska: złoty and euro, two managers, an adviser who also works for Northwind. */
export function acme(today: IsoDate) {
  const day = (days: number) => addDays(today, days);
  return {
    accounts: [
      {
        id: account,
        name: 'Acme Polska',
        timeZone: 'Europe/Warsaw',
        supportEmail: 'acme-team@vendor.example',
        approvalLimits: [
          { currency: 'PLN', amount: '20000' },
          { currency: 'EUR', amount: '5000' },
        ],
        billing: {
          contactName: 'Anna Kowalska',
          contactEmail: at('anna.kowalska'),
          contactPhone: '+48 22 555 01 23',
          address: 'ul. Przykładowa 15\n00-950 Warszawa\nPolska',
          taxNumber: 'PL0000000000',
        },
      },
    ],
    ...acmePeople(today),
    invoices: acmeInvoices(today),
    methods: [
      {
        id: 'ACME-M1',
        account,
        kind: 'card',
        brand: 'Visa',
        last4: '4242',
        ...expiry(day(900)),
        default: true,
        token: 'tok_visa_4242',
      },
      {
        id: 'ACME-M2',
        account,
        kind: 'card',
        brand: 'Mastercard',
        last4: '4444',
        ...expiry(day(-100)),
        token: 'tok_expired',
      },
      { id: 'ACME-M3', account, kind: 'bank', last4: '3821', token: 'tok_bank_3821' },
      {
        id: 'ACME-M4',
        account,
        kind: 'card',
        brand: 'Visa',
        last4: '0002',
        ...expiry(day(500)),
        token: 'tok_declined',
      },
    ],
    paymentsDue: [
      {
        id: 'ACME-D1',
        account,
        kind: 'pending_order',
        description: 'Order 88019: Storage shelf D12',
        dueOn: day(7),
        currency: 'PLN',
        amount: '18942.00',
        order: 'ACME-88019',
      },
      {
        id: 'ACME-D2',
        account,
        kind: 'support_renewal',
        description: 'Premier Support, renewal of contract S-310',
        dueOn: day(38),
        currency: 'PLN',
        amount: '9840.00',
        contract: 'ACME-S-310',
      },
      {
        id: 'ACME-D3',
        account,
        kind: 'expired_card',
        description: 'Developer tools, monthly charge that failed',
        dueOn: day(-4),
        currency: 'EUR',
        amount: '149.00',
        method: 'ACME-M2',
      },
    ],
    contracts: [
      {
        id: 'ACME-S-310',
        account,
        number: 'S-310',
        kind: 'support',
        startsOn: day(-327),
        endsOn: day(38),
        currency: 'PLN',
        value: '9840.00',
        autoRenew: false,
        lines: [line('Premier Support', 1, '9840.00')],
      },
      {
        id: 'ACME-S-322',
        account,
        number: 'S-322',
        kind: 'support',
        startsOn: day(-90),
        endsOn: day(275),
        currency: 'PLN',
        value: '19200.00',
        autoRenew: true,
        lines: [line('Extended Support', 4, '19200.00')],
      },
      {
        id: 'ACME-U-205',
        account,
        number: 'U-205',
        kind: 'subscription',
        startsOn: day(-400),
        endsOn: day(330),
        currency: 'PLN',
        value: '41880.00',
        autoRenew: true,
        lines: [line('Cloud Database, 4 processors', 24, '36000.00'), line('Backup storage, TB', 96, '5880.00')],
      },
      {
        id: 'ACME-S-287',
        account,
        number: 'S-287',
        kind: 'support',
        startsOn: day(-760),
        endsOn: day(-395),
        currency: 'EUR',
        value: '2400.00',
        autoRenew: false,
        lines: [line('Analytics Support', 1, '2400.00')],
      },
    ],
    orders: acmeOrders(today),
    plans: [
      {
        id: 'ACME-PL1',
        account,
        name: 'Cloud Services, yearly',
        subscriptions: [
          {
            id: 'ACME-SUB1',
            product: 'Cloud Database, 4 processors',
            quantity: '1',
            startsOn: day(-400),
            endsOn: day(330),
            schedule: monthly(today, 18, 10, { currency: 'PLN', amount: '1845.00' }),
          },
          {
            id: 'ACME-SUB2',
            product: 'Backup storage, TB',
            quantity: '4',
            startsOn: day(-400),
            endsOn: day(330),
            schedule: monthly(today, 18, 10, { currency: 'PLN', amount: '301.35' }),
          },
        ],
      },
      {
        id: 'ACME-PL2',
        account,
        name: 'Developer tools',
        subscriptions: [
          {
            id: 'ACME-SUB3',
            product: 'Build service, team',
            quantity: '1',
            startsOn: day(-210),
            schedule: monthly(today, 11, 6, { currency: 'EUR', amount: '149.00' }),
          },
        ],
      },
    ],
    rewards: [
      {
        id: 'ACME-R1',
        account,
        earnedOn: day(-300),
        expiresOn: day(65),
        currency: 'PLN',
        amount: '450.00',
        source: 'Loyalty programme, second year',
      },
      {
        id: 'ACME-R2',
        account,
        earnedOn: day(-60),
        expiresOn: day(305),
        currency: 'PLN',
        amount: '1200.00',
        source: 'Reward for order 88007',
      },
    ],
  };
}
