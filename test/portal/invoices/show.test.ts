import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';

const world = await portalWorld(await testDatabase());

describe('the details of an invoice', () => {
  it('have lines in order, all sums, and the payments the loaded data knows', async () => {
    const account = await world.account({ ann: ['finance'], mia: ['management'] });
    const id = await account.invoice({ number: 'INV-1', total: '123.00', dueOn: '2026-10-01' });
    const { sql } = account;
    await sql.query(
      `UPDATE invoice SET net = 100, tax = 23, credited = 3, adjusted = 1.5, "paidLoaded" = 8.5, "purchaseOrder" = 'PO-9'
       WHERE id = $1`,
      [id],
    );
    await sql.query(
      `INSERT INTO invoice_line ("accountId", "invoiceId", position, product, quantity, "unitPrice", amount, "periodFrom",
         "periodTo", "orderNumber") VALUES ($1, $2, 2, 'Later', 1, 50, 50, NULL, NULL, NULL),
         ($1, $2, 1, 'Cloud', 2.5, 20.000001, 50, '2026-09-01', '2026-09-30', '88012')`,
      [account.id, id],
    );
    await sql.query(
      `INSERT INTO invoice_settlement ("accountId", "invoiceId", reference, "paidOn", amount)
       VALUES ($1, $2, 'BANK-1', '2026-09-20', 8.5)`,
      [account.id, id],
    );
    const shown = await world.portalFor(account, 'mia').invoices.show({ id });
    const zl = (amount: string) => ({ amount, currency: 'PLN' });
    expect(shown).toMatchObject({
      ...{ number: 'INV-1', purchaseOrder: 'PO-9', type: 'support', status: 'overdue' },
      ...{ issuedOn: '2026-09-01', dueOn: '2026-10-01', disputed: false },
      ...{ net: zl('100.00'), tax: zl('23.00'), total: zl('123.00'), credited: zl('3.00'), adjusted: zl('1.50') },
      ...{ paid: zl('8.50'), left: zl('110.00'), creditBalance: null },
      lines: [
        {
          ...{ product: 'Cloud', quantity: '2.5', unitPrice: '20.000001', amount: zl('50.00'), orderNumber: '88012' },
          period: { from: '2026-09-01', to: '2026-09-30' },
        },
        { product: 'Later', period: null, orderNumber: null },
      ],
      settlements: [{ reference: 'BANK-1', paidOn: '2026-09-20', amount: zl('8.50') }],
      redemptions: [],
      disputes: [],
    });
  });

  it('say that a payment is under way and keep what it reserved out of what is available', async () => {
    const account = await world.account({ ann: ['finance'] });
    const id = await account.invoice({ number: 'INV-2', total: '100.00' });
    await payment(account, id, 'processing', '60.00');
    const shown = await world.portalFor(account, 'ann').invoices.show({ id });
    expect(shown).toMatchObject({
      underWay: true,
      left: { amount: '100.00' },
      reserved: { amount: '60.00' },
      available: { amount: '40.00' },
      payments: [{ number: 'P-1', state: 'processing', amount: { amount: '60.00', currency: 'PLN' } }],
    });
  });

  it('show what was paid too much as a credit balance, and a credit note as closed', async () => {
    const account = await world.account({ ann: ['finance'] });
    const paid = await account.invoice({ number: 'INV-3', total: '100.00', paidLoaded: '105.00' });
    const note = await account.invoice({ number: 'CN-1', total: '-30.00' });
    const ann = world.portalFor(account, 'ann');
    const zero = { amount: '0.00', currency: 'PLN' };
    for (const [id, balance] of [
      [paid, '5.00'],
      [note, '30.00'],
    ] as const) {
      expect(await ann.invoices.show({ id })).toMatchObject({
        ...{ status: 'closed', underWay: false, available: zero, reserved: zero },
        creditBalance: { amount: balance, currency: 'PLN' },
      });
    }
  });

  it('name an open dispute with its case', async () => {
    const account = await world.account({ ann: ['finance'] });
    const id = await account.invoice({ number: 'INV-4' });
    await account.sql.query(
      `WITH c AS (INSERT INTO support_case ("accountId", number, "contactId", kind, body)
         VALUES ($1, 'C-7', $2, 'dispute', '') RETURNING id)
       INSERT INTO dispute ("accountId", "invoiceId", "contactId", "caseId", reason)
       SELECT $1, $3, $2, id, 'wrong hours' FROM c`,
      [account.id, account.person('ann'), id],
    );
    const ann = world.portalFor(account, 'ann');
    expect(await ann.invoices.show({ id })).toMatchObject({
      disputed: true,
      disputes: [{ caseNumber: 'C-7', reason: 'wrong hours', by: 'Ann', state: 'open' }],
    });
    expect((await ann.invoices.list({})).rows[0]).toMatchObject({ disputed: true, underWay: false });
  });

  it('has yen without decimals', async () => {
    const account = await world.account({ ann: ['finance'] });
    const id = await account.invoice({ number: 'INV-5', total: '1500', currency: 'JPY' });
    const { left } = await world.portalFor(account, 'ann').invoices.show({ id });
    expect(left).toEqual({ amount: '1500', currency: 'JPY' });
  });

  it('are not found under an id that is none or nobody’s', async () => {
    const account = await world.account({ ann: ['finance'] });
    const ann = world.portalFor(account, 'ann');
    await expect(ann.invoices.show({ id: '123' })).rejects.toMatchObject({ code: 'invalid' });
    const id = '00000000-0000-4000-8000-000000000000';
    await expect(ann.invoices.show({ id })).rejects.toMatchObject({ code: 'not_found' });
  });
});

type Account = Awaited<ReturnType<typeof world.account>>;

async function payment({ id, sql, person }: Account, invoice: string, state: string, amount: string): Promise<void> {
  await sql.query(
    `WITH p AS (INSERT INTO payment ("accountId", number, "payerId", state, currency, amount, "reservationKey", "confirmedAt")
       VALUES ($1, 'P-1', $2, $3, 'PLN', $4, 'k', now()) RETURNING id)
     INSERT INTO payment_allocation ("accountId", "paymentId", "invoiceId", amount) SELECT $1, id, $5, $4 FROM p`,
    [id, person('ann'), state, amount, invoice],
  );
}
