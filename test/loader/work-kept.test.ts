import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { account, contract, invoice, loaderOn, order, orderingDocument } from './support.ts';

const database = await testDatabase();
const { load, all } = loaderOn(database);

const due = (over = {}) => ({
  id: 'P1',
  account: 'ACME',
  kind: 'pending_order',
  description: 'Order',
  dueOn: '2026-12-01',
  currency: 'PLN',
  amount: '40.00',
  order: 'O1',
  ...over,
});
const books = {
  accounts: [account()],
  orderingDocuments: [orderingDocument()],
  invoices: [invoice(), invoice({ id: 'I2', number: 'INV-1043' })],
  orders: [order({ state: 'pending_payment' })],
  contracts: [contract()],
  paymentsDue: [due()],
};

/** A payment of ours over the invoices (by number) or the payment due. */
async function pay(number: string, reference: string, parts: Record<string, string>, state = 'succeeded') {
  const [row] = await all<{ id: string }>(
    `INSERT INTO payment ("accountId", number, "payerId", state, currency, amount, "reservationKey", reference, "confirmedAt")
     SELECT c."accountId", $1, c.id, $3, 'PLN', 1, $1, $2, now() FROM contact c RETURNING id`,
    number,
    reference,
    state,
  );
  for (const [name, amount] of Object.entries(parts)) {
    await all(
      `INSERT INTO payment_allocation ("accountId", "paymentId", "invoiceId", "dueId", amount)
       SELECT p."accountId", p.id, (SELECT id FROM invoice WHERE number = $2), (SELECT id FROM payment_due WHERE "externalId" = $2), $3
       FROM payment p WHERE p.id = $1`,
      row!.id,
      name,
      amount,
    );
  }
}

/** Rewards used on the first invoice, alone or with a payment of ours. */
const redeem = (number: string, value: string, state: string, payment?: string) =>
  all(
    `INSERT INTO reward_redemption ("accountId", "batchId", "invoiceId", "contactId", "paymentId", number, amount, value, state)
     SELECT b."accountId", b.id, i.id, c.id, p.id, $1, $2, $2, $3 FROM reward_batch b, contact c, invoice i
     LEFT JOIN payment p ON p.number = $4 WHERE i.number = 'INV-1042'`,
    number,
    value,
    state,
    payment ?? null,
  );

const balance = async (number: string) =>
  (await all('SELECT "paidLoaded", "paidHere", "leftToPay" FROM invoice WHERE number = $1', number))[0];
const paid = (reference: string, over = {}) => ({ reference, paidOn: '2026-11-20', amount: '100.00', ...over });

beforeEach(async () => {
  await all('TRUNCATE account CASCADE');
  await load(books);
});

describe('what people did', () => {
  it('counts a payment of ours until the data knows it by its reference, and then once', async () => {
    await pay('P-1', 'ch_1', { 'INV-1042': '100.00' });
    await load({ invoices: [invoice()] });
    expect(await balance('INV-1042')).toEqual({ paidLoaded: '0.000', paidHere: '100.000', leftToPay: '23.000' });
    await load({ invoices: [invoice({ payments: [paid('ch_1')] })] });
    expect(await balance('INV-1042')).toEqual({ paidLoaded: '100.000', paidHere: '0.000', leftToPay: '23.000' });
    await load({ invoices: [invoice()] });
    expect(await balance('INV-1042')).toEqual({ paidLoaded: '0.000', paidHere: '100.000', leftToPay: '23.000' });
  });

  it('leaves out payments that have not succeeded', async () => {
    await pay('P-1', 'ch_1', { 'INV-1042': '100.00' }, 'processing');
    await load({ invoices: [invoice()] });
    expect(await balance('INV-1042')).toMatchObject({ paidHere: '0.000' });
  });

  it('tells of our payment that the data says was given back, also in the other invoices it paid', async () => {
    await pay('P-1', 'ch_1', { 'INV-1042': '100.00', 'INV-1043': '20.00' });
    await load({ invoices: books.invoices });
    expect(await balance('INV-1043')).toMatchObject({ paidHere: '20.000' });
    const document = {
      invoices: [invoice({ payments: [paid('ch_1', { refunded: true }), paid('wire', { amount: '3.00' })] })],
    };
    const report = await load(document);
    expect(report.refunded).toEqual(['P-1']);
    expect(await all('SELECT state FROM payment')).toEqual([{ state: 'refunded' }]);
    expect(await balance('INV-1042')).toEqual({ paidLoaded: '3.000', paidHere: '0.000', leftToPay: '120.000' });
    expect(await balance('INV-1043')).toMatchObject({ paidHere: '0.000' });
    expect((await load(document)).refunded).toEqual([]);
  });

  it('counts rewards redeemed here until the data knows them by their number, and frees those it gives back', async () => {
    await all(
      `INSERT INTO reward_batch ("accountId", "externalId", "earnedOn", currency, amount, source)
       SELECT id, 'R1', '2026-01-01', 'PLN', 100, 'Loyalty' FROM account`,
    );
    await redeem('R-1001', '50.00', 'spent');
    await load({ invoices: [invoice()] });
    expect(await balance('INV-1042')).toEqual({ paidLoaded: '0.000', paidHere: '50.000', leftToPay: '73.000' });
    await load({ invoices: [invoice({ payments: [paid('R-1001', { amount: '50.00' })] })] });
    expect(await balance('INV-1042')).toEqual({ paidLoaded: '50.000', paidHere: '0.000', leftToPay: '73.000' });
    await load({ invoices: [invoice({ payments: [paid('R-1001', { amount: '50.00', refunded: true })] })] });
    expect(await balance('INV-1042')).toEqual({ paidLoaded: '0.000', paidHere: '0.000', leftToPay: '123.000' });
    expect(await all('SELECT state FROM reward_redemption')).toEqual([{ state: 'released' }]);
  });

  it('frees what was reserved of rewards with a payment that is given back, and keeps what was spent', async () => {
    await all(
      `INSERT INTO reward_batch ("accountId", "externalId", "earnedOn", currency, amount, source)
       SELECT id, 'R1', '2026-01-01', 'PLN', 100, 'Loyalty' FROM account`,
    );
    await pay('P-1', 'ch_1', { 'INV-1042': '10.00' }, 'needs_review');
    await redeem('R-1001', '20.00', 'reserved', 'P-1');
    await pay('P-2', 'ch_2', { 'INV-1042': '10.00' });
    await redeem('R-1002', '30.00', 'spent', 'P-2');
    const given = ['ch_1', 'ch_2'].map((reference) => paid(reference, { amount: '10.00', refunded: true }));
    await load({ invoices: [invoice({ payments: given })] });
    expect(await all('SELECT number, state FROM reward_redemption ORDER BY number')).toEqual([
      { number: 'R-1001', state: 'released' },
      { number: 'R-1002', state: 'spent' },
    ]);
    expect(await balance('INV-1042')).toMatchObject({ paidHere: '30.000' });
  });

  it('keeps a payment due and its order paid that were paid here', async () => {
    await pay('P-1', 'ch_1', { P1: '40.00' });
    await all(`UPDATE payment_due SET state = 'paid'`);
    await all(`UPDATE "order" SET state = 'booked'`);
    const report = await load(books);
    expect(report.counts.every(({ inserted, updated }) => inserted + updated === 0)).toBe(true);
    expect(
      await all(`SELECT d.state, o.state AS "order" FROM payment_due d JOIN "order" o ON o.id = d."orderId"`),
    ).toEqual([{ state: 'paid', order: 'booked' }]);
  });

  it('keeps automatic renewal as a person switched it, and follows the file where nobody did', async () => {
    await load({ contracts: [contract({ autoRenew: true })] });
    expect(await all('SELECT "autoRenew" FROM contract')).toEqual([{ autoRenew: true }]);
    await all('UPDATE contract SET "autoRenew" = false, "autoRenewSet" = true');
    await load({ contracts: [contract({ autoRenew: true })] });
    expect(await all('SELECT "autoRenew" FROM contract')).toEqual([{ autoRenew: false }]);
  });

  it('keeps the default method a person chose, and a removed one removed', async () => {
    const method = (id: string, isDefault: boolean) => ({
      id,
      account: 'ACME',
      kind: 'bank',
      last4: '3821',
      token: `tok_${id}`,
      default: isDefault,
    });
    await load({ methods: [method('M1', true), method('M2', false)] });
    await all(`UPDATE payment_method SET "isDefault" = false, "removedAt" = now() WHERE "externalId" = 'M1'`);
    await all(`UPDATE payment_method SET "isDefault" = true WHERE "externalId" = 'M2'`);
    await load({ methods: [method('M1', true), method('M3', false)] });
    expect(
      await all('SELECT "externalId", "isDefault", "removedAt" IS NOT NULL AS removed FROM payment_method ORDER BY 1'),
    ).toEqual([
      { externalId: 'M1', isDefault: false, removed: true },
      { externalId: 'M2', isDefault: true, removed: false },
      { externalId: 'M3', isDefault: false, removed: false },
    ]);
  });
});

describe("the portal's own fields", () => {
  it('follow the file, lists included, and count as changed once', async () => {
    const line = { product: 'Support, longer', quantity: '2', unitPrice: '50', amount: '100.00' };
    const report = await load({
      invoices: [invoice({ lines: [line], dueOn: '2026-11-30' })],
      orders: [order({ events: [], lines: [] })],
    });
    expect(report.counts).toEqual([
      { section: 'orders', inserted: 0, updated: 1, unchanged: 0 },
      { section: 'invoices', inserted: 0, updated: 1, unchanged: 0 },
    ]);
    expect(
      await all(`SELECT product FROM invoice_line l JOIN invoice i ON i.id = "invoiceId" WHERE number = 'INV-1042'`),
    ).toEqual([{ product: 'Support, longer' }]);
    expect(await all('SELECT FROM order_line UNION ALL SELECT FROM order_event')).toEqual([]);
  });

  it('stay where a row is absent', async () => {
    await load({ invoices: [invoice()] });
    expect(await all('SELECT number FROM invoice ORDER BY 1')).toHaveLength(2);
  });

  it('of an account stay where the row leaves a list out, and go where it is empty', async () => {
    const limits = () => all('SELECT currency, amount FROM approval_limit');
    await load({
      accounts: [
        account({
          approvalLimits: [
            { currency: 'PLN', amount: '20000' },
            { currency: 'EUR', amount: '1' },
          ],
        }),
      ],
    });
    await load({ accounts: [account({ name: 'New name' })] });
    expect(await limits()).toHaveLength(2);
    await load({ accounts: [account({ approvalLimits: [{ currency: 'PLN', amount: '10' }] })] });
    expect(await limits()).toEqual([{ currency: 'PLN', amount: '10.000' }]);
    await load({ accounts: [account({ approvalLimits: [] })] });
    expect(await limits()).toEqual([]);
  });
});

describe('two loads at once', () => {
  it('take turns: the second finds everything as it is', async () => {
    await all('TRUNCATE account CASCADE');
    const [one, other] = await Promise.all([load(books), load(books)]);
    const inserted = ({ counts }: typeof one) => counts.reduce((all, { inserted }) => all + inserted, 0);
    expect([inserted(one), inserted(other)].sort((a, b) => a - b)).toEqual([0, 8]);
  });
});
