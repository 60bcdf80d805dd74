import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { account, contract, invoice, loaderOn, order, orderingDocument } from './support.ts';

const database = await testDatabase();
const { load, all, audited } = loaderOn(database);

const document = {
  accounts: [
    account({
      approvalLimits: [{ currency: 'PLN', amount: '20000' }],
      allowedTenants: [{ platform: 'slack', tenant: 'T1', trustsDirectory: true }],
      billing: {
        contactName: 'Jan Lis',
        contactEmail: 'jan.lis@acme-polska.example',
        address: 'ul. Prosta 1\n00-001 Warszawa',
      },
    }),
  ],
  orderingDocuments: [orderingDocument()],
  contacts: [{ account: 'ACME', email: 'Jan.Lis@acme-polska.example', name: 'Jan Lis', roles: ['finance'] }],
  invoices: [invoice({ payments: [{ reference: 'ch_1', paidOn: '2026-11-01', amount: '23.00' }] })],
  methods: [
    {
      id: 'M1',
      account: 'ACME',
      kind: 'card',
      brand: 'Visa',
      last4: '4242',
      expMonth: 12,
      expYear: 2029,
      default: true,
      token: 'tok_visa_4242',
    },
  ],
  paymentsDue: [
    {
      id: 'P1',
      account: 'ACME',
      kind: 'pending_order',
      description: 'Order 88012',
      dueOn: '2026-12-01',
      currency: 'PLN',
      amount: '4000.00',
      order: 'O1',
    },
  ],
  contracts: [contract({ lines: [{ product: 'Support', quantity: '1', amount: '12000.00' }] })],
  orders: [order()],
  plans: [
    {
      id: 'PL1',
      account: 'ACME',
      name: 'Cloud',
      subscriptions: [
        {
          id: 'S1',
          product: 'Database',
          quantity: '4',
          startsOn: '2026-01-01',
          schedule: [{ chargeOn: '2026-12-01', currency: 'PLN', amount: '400.00' }],
        },
      ],
    },
  ],
  rewards: [
    { id: 'R1', account: 'ACME', earnedOn: '2026-06-01', currency: 'PLN', amount: '150.00', source: 'Loyalty' },
  ],
};

describe('a load', () => {
  it('brings in every kind of row and says how many', async () => {
    const report = await load(document);
    expect(report.counts.map(({ section, inserted }) => [section, inserted])).toEqual([
      ['accounts', 1],
      ['orderingDocuments', 1],
      ['contacts', 1],
      ['methods', 1],
      ['orders', 1],
      ['contracts', 1],
      ['plans', 1],
      ['subscriptions', 1],
      ['invoices', 1],
      ['paymentsDue', 1],
      ['rewards', 1],
      ['people of ordering documents', 1],
    ]);
    const [stored] = await all('SELECT "leftToPay", net, "lastDigits" FROM invoice');
    expect(stored).toEqual({ leftToPay: '100.000', net: '100.000', lastDigits: '1042' });
    const people = await all(
      'SELECT email, name, role FROM contact c JOIN contact_role r ON r."contactId" = c.id ORDER BY email',
    );
    expect(people).toEqual([
      { email: 'ewa.mazur@acme-polska.example', name: 'Ewa Mazur', role: 'technical' },
      { email: 'jan.lis@acme-polska.example', name: 'Jan Lis', role: 'finance' },
    ]);
    expect(await all('SELECT "isDefault" FROM payment_method')).toEqual([{ isDefault: true }]);
    expect(audited).toHaveLength(1);
    expect(audited[0]).toMatchObject({ action: 'data.load', object: `load:${report.id}`, outcome: 'done' });
  });

  it('changes nothing when the same is loaded again', async () => {
    const report = await load(document);
    expect(report.counts.flatMap(({ inserted, updated }) => [inserted, updated]).every((count) => count === 0)).toBe(
      true,
    );
    expect(report.counts.every(({ unchanged }) => unchanged === 1)).toBe(true);
  });
});
