import { addDays, type IsoDate } from '../lib/dates.ts';
import { ADVISER } from './adviser.ts';
import { events, expiry, line, monthly } from './books.ts';
import { northwindInvoices } from './northwind-invoices.ts';

const account = 'NORTHWIND';
const at = (name: string) => `${name}@northwind-traders.example`;

/** Northwind Traders: dollars, one manager, rewards in points. */
export function northwind(today: IsoDate) {
  const day = (days: number) => addDays(today, days);
  return {
    accounts: [
      {
        id: account,
        name: 'Northwind Traders',
        timeZone: 'America/New_York',
        supportEmail: 'northwind-team@vendor.example',
        approvalLimits: [{ currency: 'USD', amount: '10000' }],
        billing: {
          contactName: 'Daniel Reyes',
          contactEmail: at('daniel.reyes'),
          contactPhone: '+1 212 555 0142',
          address: '200 Example Avenue\nNew York, NY 10001\nUSA',
        },
      },
    ],
    orderingDocuments: [
      {
        id: 'NW-Q-77',
        account,
        number: 'Q-77',
        kind: 'quote',
        issuedOn: day(-610),
        primaryEmail: at('olivia.tran'),
        finance: [at('daniel.reyes')],
        management: [at('grace.holloway')],
      },
    ],
    contacts: [
      {
        account,
        email: at('daniel.reyes'),
        name: 'Daniel Reyes',
        timeZone: 'America/New_York',
        phone: '+1 212 555 0142',
      },
      { account, email: at('grace.holloway'), name: 'Grace Holloway', timeZone: 'America/New_York' },
      { account, email: at('olivia.tran'), name: 'Olivia Tran', locale: 'en', timeZone: 'America/Chicago' },
      {
        account,
        email: at('piotr.sikora'),
        name: 'Piotr Sikora',
        locale: 'pl',
        timeZone: 'America/New_York',
        roles: ['finance'],
      },
      { account, ...ADVISER, roles: ['finance'] },
    ],
    invoices: northwindInvoices(today),
    methods: [
      {
        id: 'NW-M1',
        account,
        kind: 'card',
        brand: 'Amex',
        last4: '1005',
        ...expiry(day(700)),
        default: true,
        token: 'tok_amex_1005',
      },
      { id: 'NW-M2', account, kind: 'bank', last4: '6789', token: 'tok_bank_6789' },
      { id: 'NW-M3', account, kind: 'card', brand: 'Visa', last4: '1881', ...expiry(day(-40)), token: 'tok_expired' },
    ],
    paymentsDue: [
      {
        id: 'NW-D1',
        account,
        kind: 'support_renewal',
        description: 'Premier Support, renewal of contract S-118',
        dueOn: day(60),
        currency: 'USD',
        amount: '7200.00',
        contract: 'NW-S-118',
      },
      {
        id: 'NW-D2',
        account,
        kind: 'expired_card',
        description: 'Mail archive, monthly charge that failed',
        dueOn: day(-9),
        currency: 'USD',
        amount: '89.00',
        method: 'NW-M3',
      },
    ],
    contracts: [
      {
        id: 'NW-S-118',
        account,
        number: 'S-118',
        kind: 'support',
        startsOn: day(-305),
        endsOn: day(60),
        currency: 'USD',
        value: '7200.00',
        autoRenew: true,
        lines: [line('Premier Support', 1, '7200.00')],
      },
      {
        id: 'NW-U-92',
        account,
        number: 'U-92',
        kind: 'subscription',
        startsOn: day(-120),
        endsOn: day(245),
        currency: 'USD',
        value: '14280.00',
        autoRenew: false,
        lines: [line('Cloud Database, 2 processors', 12, '14280.00')],
      },
      {
        id: 'NW-S-81',
        account,
        number: 'S-81',
        kind: 'support',
        startsOn: day(-680),
        endsOn: day(-315),
        currency: 'USD',
        value: '6900.00',
        autoRenew: false,
        lines: [line('Premier Support', 1, '6900.00')],
      },
    ],
    orders: [
      {
        id: 'NW-45101',
        account,
        number: '45101',
        orderedOn: day(-6),
        placedBy: 'Olivia Tran',
        state: 'shipped',
        currency: 'USD',
        total: '5180.00',
        carrier: 'Harbor Freightways',
        trackingNumber: 'HF 77 401 226',
        expectedOn: day(3),
        lines: [line('Firewall appliance F2', 1, '5180.00')],
        events: events(today, [
          [-6, 15, 'booked'],
          [-1, 19, 'shipped', 'Left the hub in Newark'],
        ]),
      },
      {
        id: 'NW-45107',
        account,
        number: '45107',
        orderedOn: day(-1),
        placedBy: 'Olivia Tran',
        state: 'booked',
        currency: 'USD',
        total: '960.00',
        expectedOn: day(12),
        lines: [line('Reporting, named user', 4, '960.00')],
        events: events(today, [[-1, 17, 'booked']]),
      },
    ],
    plans: [
      {
        id: 'NW-PL1',
        account,
        name: 'Cloud Services, yearly',
        subscriptions: [
          {
            id: 'NW-SUB1',
            product: 'Cloud Database, 2 processors',
            quantity: '1',
            startsOn: day(-120),
            endsOn: day(245),
            schedule: monthly(today, 8, 8, { currency: 'USD', amount: '1190.00' }),
          },
        ],
      },
    ],
    rewards: [
      {
        id: 'NW-R1',
        account,
        earnedOn: day(-200),
        expiresOn: day(45),
        currency: 'USD',
        amount: '12500',
        points: true,
        rate: '0.01',
        source: 'Purchases, first half-year',
      },
      {
        id: 'NW-R2',
        account,
        earnedOn: day(-30),
        expiresOn: day(335),
        currency: 'USD',
        amount: '8000',
        points: true,
        rate: '0.01',
        source: 'Purchases, second half-year',
      },
    ],
  };
}
