import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { account, contract, invoice, loaderOn, order, orderingDocument, problemsOf } from './support.ts';

const database = await testDatabase();
const { load, all, audited } = loaderOn(database);

const METHOD = { id: 'M1', account: 'ACME', kind: 'bank', last4: '3821', token: 'tok_bank_3821' };
const DUE = {
  id: 'P1',
  account: 'ACME',
  kind: 'pending_order',
  description: 'Order',
  dueOn: '2026-12-01',
  currency: 'PLN',
  amount: '1.00',
  order: 'O1',
};
const REWARD = {
  id: 'R1',
  account: 'ACME',
  earnedOn: '2026-06-01',
  currency: 'PLN',
  amount: '150.00',
  source: 'Loyalty',
};
const LINE = { product: 'Support', quantity: '1', unitPrice: '100', amount: '100.00' };

/** A document whose only row of `section` is the given one, beside what it may refer to. */
const wrong = (section: string, row: object) =>
  problemsOf(load({ accounts: [account()], orders: [order()], [section]: [row] }));

describe('a row that is wrong is named with file, row, id, field and what was expected', () => {
  it.each<[string, string, object, string]>([
    [
      'a date in another form',
      'invoices',
      invoice({ dueOn: '31.10.2026' }),
      'books.json: invoices row 1 (id "I1"), dueOn: expected a date such as 2026-11-30, got "31.10.2026"',
    ],
    [
      'a day that is not in the calendar',
      'invoices',
      invoice({ dueOn: '2026-02-29' }),
      'books.json: invoices row 1 (id "I1"), dueOn: expected a date such as 2026-11-30, got "2026-02-29"',
    ],
    [
      'an amount as a number',
      'invoices',
      invoice({ tax: 23 }),
      'books.json: invoices row 1 (id "I1"), tax: expected an amount as text with a decimal point, such as "1250.50", got 23',
    ],
    [
      'a decimal comma',
      'invoices',
      invoice({ tax: '23,00' }),
      'books.json: invoices row 1 (id "I1"), tax: expected an amount as text with a decimal point, such as "1250.50", got "23,00"',
    ],
    [
      'more decimals than the currency has',
      'invoices',
      invoice({ currency: 'JPY', lines: [{ ...LINE, amount: '100' }], tax: '23.5', total: '123' }),
      'books.json: invoices row 1 (id "I1"), tax: expected at most 0 decimals, which is what JPY has, got "23.5"',
    ],
    [
      'a currency that is none',
      'invoices',
      invoice({ currency: 'ZŁ' }),
      'books.json: invoices row 1 (id "I1"), currency: expected an ISO 4217 currency code such as PLN, got "ZŁ"',
    ],
    [
      'a field inside a line',
      'invoices',
      invoice({ lines: [LINE, { ...LINE, amount: undefined }] }),
      'books.json: invoices row 1 (id "I1"), lines[2].amount: missing, expected an amount as text with a decimal point, such as "1250.50"',
    ],
    [
      'no line at all',
      'invoices',
      invoice({ lines: [] }),
      'books.json: invoices row 1 (id "I1"), lines: expected at least one line',
    ],
    [
      'a sum that is not the total',
      'invoices',
      invoice({ total: '123.02' }),
      'books.json: invoices row 1 (id "I1"), total: expected 123.00, which the lines (100.00) and the tax (23.00) make, got "123.02"',
    ],
    [
      'a period that ends before it begins',
      'invoices',
      invoice({ lines: [{ ...LINE, periodFrom: '2026-10-02', periodTo: '2026-10-01' }] }),
      'books.json: invoices row 1 (id "I1"), lines[1].periodTo: expected 2026-10-02 or later, got "2026-10-01"',
    ],
    [
      'a payment named twice',
      'invoices',
      invoice({ payments: [1, 2].map(() => ({ reference: 'r', paidOn: '2026-10-02', amount: '1.00' })) }),
      'books.json: invoices row 1 (id "I1"), payments[2].reference: stands twice, at 1 already',
    ],
    [
      'a misspelt field',
      'invoices',
      invoice({ dueDate: '2026-10-31', dueOn: '2026-10-31' }),
      'books.json: invoices row 1 (id "I1"): unknown name "dueDate", known: id, account, number, purchaseOrder, type, issuedOn, dueOn, currency, lines, tax, total, credited, adjusted, payments, pdf',
    ],
    [
      'a field near a known one',
      'invoices',
      { ...invoice(), purchase_order: 'PO 1' },
      'books.json: invoices row 1 (id "I1"): unknown name "purchase_order", did you mean "purchaseOrder"?',
    ],
    [
      'an empty text',
      'orders',
      order({ placedBy: '' }),
      'books.json: orders row 1 (id "O1"), placedBy: expected text of 1 to 200 characters, no control characters, no spaces around it, got ""',
    ],
    [
      'control characters',
      'orders',
      order({ placedBy: 'Ewa\u0000' }),
      'books.json: orders row 1 (id "O1"), placedBy: expected text of 1 to 200 characters, no control characters, no spaces around it, got "Ewa\\u0000"',
    ],
    [
      'an unknown state',
      'orders',
      order({ state: 'lost' }),
      'books.json: orders row 1 (id "O1"), state: expected one of pending_payment, booked, provisioning, shipped, delivered, cancelled, got "lost"',
    ],
    [
      'a moment without its offset',
      'orders',
      order({ events: [{ at: '2026-11-02T10:00:00', state: 'booked' }] }),
      'books.json: orders row 1 (id "O1"), events[1].at: expected a moment with its offset such as 2026-11-30T14:05:00+01:00, got "2026-11-02T10:00:00"',
    ],
    [
      'a contract that ends before it starts',
      'contracts',
      contract({ endsOn: '2025-12-31' }),
      'books.json: contracts row 1 (id "C1"), endsOn: expected 2026-01-01 or later, got "2025-12-31"',
    ],
    [
      'a card without its expiry',
      'methods',
      { ...METHOD, kind: 'card', brand: 'Visa', expYear: 2029 },
      'books.json: methods row 1 (id "M1"), expMonth: missing, a card has one',
    ],
    [
      'a bank account with an expiry',
      'methods',
      { ...METHOD, expYear: 2029 },
      'books.json: methods row 1 (id "M1"), expYear: a bank account has none',
    ],
    [
      'a card number instead of a token, which is not repeated',
      'methods',
      { ...METHOD, token: '4242 4242 4242 4242' },
      `books.json: methods row 1 (id "M1"), token: expected the gateway's token of the method, never a card number`,
    ],
    [
      'a payment due that says not for what',
      'paymentsDue',
      { ...DUE, order: undefined },
      'books.json: paymentsDue row 1 (id "P1"), order: missing, a pending_order names its order by external id',
    ],
    [
      'an order that is not there',
      'paymentsDue',
      { ...DUE, order: 'O9' },
      `books.json: paymentsDue row 1 (id "P1"), order: expected the external id of one of the account's orders, got "O9"`,
    ],
    [
      'a contract that is not there',
      'paymentsDue',
      { ...DUE, kind: 'support_renewal', contract: 'C9' },
      `books.json: paymentsDue row 1 (id "P1"), contract: expected the external id of one of the account's contracts, got "C9"`,
    ],
    [
      'an account that is not there',
      'invoices',
      invoice({ account: 'NOBODY' }),
      'books.json: invoices row 1 (id "I1"), account: expected the external id of an account of this load or of an earlier one, got "NOBODY"',
    ],
    [
      'points without a rate',
      'rewards',
      { ...REWARD, points: true },
      'books.json: rewards row 1 (id "R1"), rate: expected what a point is worth in PLN, above zero',
    ],
    [
      'a reward of nothing',
      'rewards',
      { ...REWARD, amount: '0.00' },
      'books.json: rewards row 1 (id "R1"), amount: expected an amount above zero, got "0.00"',
    ],
    [
      'an e-mail that is none',
      'orderingDocuments',
      orderingDocument({ primaryEmail: 'ewa' }),
      'books.json: orderingDocuments row 1 (id "D1"), primaryEmail: expected an e-mail address, got "ewa"',
    ],
    [
      'a new contact without a role',
      'contacts',
      { account: 'ACME', email: 'New@acme-polska.example', name: 'New' },
      'books.json: contacts row 1 (id "new@acme-polska.example"), roles: expected finance, technical or management: no new ordering document gives this new contact a role',
    ],
    [
      'a charge inside a subscription inside a plan',
      'plans',
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
            schedule: [{ chargeOn: 'monthly', currency: 'PLN', amount: '1.00' }],
          },
        ],
      },
      'books.json: plans row 1 (id "S1"), subscriptions[1].schedule[1].chargeOn: expected a date such as 2026-11-30, got "monthly"',
    ],
  ])('%s', async (_, section, row, expected) => {
    expect(await wrong(section, row)).toEqual([expected]);
  });

  it.each([
    ['+02:00', 'a bare offset'],
    ['Europe/Warszawa', 'a city in Polish'],
  ])('an account in the time zone %s, %s', async (timeZone) => {
    expect(await problemsOf(load({ accounts: [account({ timeZone })] }))).toEqual([
      `books.json: accounts row 1 (id "ACME"), timeZone: expected an IANA time zone such as Europe/Warsaw, got "${timeZone}"`,
    ]);
  });

  it('an unknown section, with the nearest known name', async () => {
    expect(await problemsOf(load({ invoice: [{}] }))).toEqual([
      'books.json: unknown name "invoice", did you mean "invoices"?',
    ]);
  });
});

describe('rows beside each other', () => {
  it('are refused when an external id stands twice', async () => {
    const problems = await problemsOf(load({ accounts: [account()], invoices: [invoice(), invoice({ number: 'B' })] }));
    expect(problems).toEqual(['books.json: invoices row 2 (id "I1"), id: stands twice in this load, before at row 1']);
  });

  it('are refused when two of an account have one number', async () => {
    const problems = await problemsOf(load({ accounts: [account()], invoices: [invoice(), invoice({ id: 'I2' })] }));
    expect(problems).toEqual([
      'books.json: invoices row 2 (id "I2"), number: another row has the number INV-1042: the one with the id I1',
    ]);
  });

  it('are refused when two methods of an account are its default', async () => {
    const methods = ['M1', 'M2'].map((id) => ({ ...METHOD, id, default: true }));
    expect(await problemsOf(load({ accounts: [account()], methods }))).toEqual([
      'books.json: methods row 2 (id "M2"), default: the account has another default method in this load',
    ]);
  });

  it('may differ from their total by a rounding of the minor unit', async () => {
    expect(
      await problemsOf(
        load({ accounts: [account({ id: 'ROUND' })], invoices: [invoice({ account: 'ROUND', total: '123.01' })] }),
      ),
    ).toEqual([]);
  });

  it('are told of all at once, the first hundred by name and all by number', async () => {
    const invoices = Array.from({ length: 150 }, (_, at) =>
      invoice({ id: `I${at}`, number: `N-${at}`, dueOn: 'soon' }),
    );
    await expect(load({ accounts: [account()], invoices })).rejects.toMatchObject({ details: { count: 150 } });
    expect(await problemsOf(load({ accounts: [account()], invoices }))).toHaveLength(100);
  });
});

describe('a refused load', () => {
  it('changes nothing, however late the bad row stands, and is written down as refused', async () => {
    const before = await all('SELECT count(*) FROM invoice');
    const invoices = Array.from({ length: 6000 }, (_, at) => invoice({ id: `L${at}`, number: `L-${at}` }));
    const rows = [...invoices, invoice({ id: 'LAST', number: 'LAST', tax: '1' })];
    expect(await problemsOf(load({ accounts: [account({ name: 'Changed' })], invoices: rows }))).toEqual([
      'books.json: invoices row 6001 (id "LAST"), total: expected 101.00, which the lines (100.00) and the tax (1.00) make, got "123.00"',
    ]);
    expect(await all('SELECT count(*) FROM invoice')).toEqual(before);
    expect(await all("SELECT FROM account WHERE name = 'Changed'")).toEqual([]);
    expect(audited.at(-1)).toMatchObject({ action: 'data.load', outcome: 'refused', details: { problems: 1 } });
  });
});
