import { describe, expect, it } from 'vitest';
import { loaderOn } from '../../loader/support.ts';
import type { TestAccount } from '../../support/account.ts';
import { paymentOffice } from '../payments/office.ts';
import { newKey, noticesOf, pln, refusal } from '../payments/support.ts';
import { contractEnd, orderOf, payDue } from './support.ts';

const { office, database, gateway, clock, runJobs } = await paymentOffice();
const { load } = loaderOn(database);

type Row = Record<string, unknown>;
const CARD = { action: 'card', number: '4242 4242 4242 4242', expiry: '12/30', cvc: '123' };
const PLACED = { at: '2026-11-01T08:00:00Z', state: 'pending_payment' };

/** What the file says of an account: an order that waits for its payment, and a contract to be renewed. */
function file(
  { id }: TestAccount,
  { order = {}, contract = {}, dues = [{}, {}] }: { order?: Row; contract?: Row; dues?: Row[] } = {},
) {
  const account = `A-${id}`;
  const money = { account, currency: 'PLN', amount: '100.00', dueOn: '2026-12-01' };
  const lines = { lines: [] };
  return {
    orders: [
      {
        ...{ id: 'O1', account, number: '88019', orderedOn: '2026-11-01', placedBy: 'Piotr', ...lines },
        ...{ state: 'pending_payment', currency: 'PLN', total: '100.00', events: [PLACED], ...order },
      },
    ],
    contracts: [
      {
        ...{ id: 'C1', account, number: 'S-310', kind: 'support', startsOn: '2026-01-01', endsOn: '2026-12-31' },
        ...{ currency: 'PLN', value: '100.00', autoRenew: false, ...contract },
      },
    ],
    paymentsDue: [
      { ...money, id: 'D1', kind: 'pending_order', description: 'Order 88019', order: 'O1', ...dues[0] },
      { ...money, id: 'D2', kind: 'support_renewal', description: 'Support', contract: 'C1', ...dues[1] },
    ],
  };
}

async function loaded() {
  const set = await office();
  await load(file(set.account));
  const { rows } = await set.anna.dues.list({});
  const idOf = (number: string) => rows.find((row) => row.number === number)!.id;
  const { rows: ids } = await set.account.sql.query<{ order: string; contract: string }>(
    `SELECT o.id AS order, c.id AS contract FROM "order" o JOIN contract c USING ("accountId") WHERE "accountId" = $1`,
    [set.account.id],
  );
  const [{ order, contract }] = ids as [{ order: string; contract: string }];
  return { ...set, order, contract, orderDue: idOf('88019'), renewal: idOf('S-310') };
}

describe('what was paid here, when the file is loaded again that does not know it', () => {
  it('changes nothing: it stays paid, the order booked with our event, the contract extended', async () => {
    const { account, anna, piotr, method, order, contract, orderDue, renewal } = await loaded();
    await piotr.orders.watch({ id: order, key: newKey() });
    await payDue(anna, orderDue, '100.00', method);
    await payDue(anna, renewal, '100.00', method);
    const report = await load(file(account));
    expect(report.counts.every(({ inserted, updated }) => inserted + updated === 0)).toBe(true);
    expect((await anna.dues.list({})).rows).toEqual([]);
    await expect(payDue(anna, orderDue, '100.00', method)).rejects.toEqual(refusal('conflict', 'due_closed'));
    expect(await orderOf(account, order)).toEqual({
      state: 'booked',
      events: ['pending_payment 2026-11-01', 'booked 2026-11-03'],
    });
    expect(await contractEnd(account, contract)).toBe('2027-12-31');
    expect(await noticesOf(account)).toEqual(['piotr orders.changed']);
  });

  it('gives way to the file once it knows, without telling the watchers again', async () => {
    const { account, anna, piotr, method, order, contract, orderDue, renewal } = await loaded();
    await piotr.orders.watch({ id: order, key: newKey() });
    await payDue(anna, orderDue, '100.00', method);
    await payDue(anna, renewal, '100.00', method);
    const booked = { at: '2026-11-04T08:00:00Z', state: 'booked', note: 'Paid' };
    const known = file(account, {
      order: { state: 'booked', events: [PLACED, booked] },
      contract: { startsOn: '2027-01-01', endsOn: '2027-06-30' },
      dues: [{ state: 'paid' }, { state: 'paid' }],
    });
    await load(known);
    expect(await orderOf(account, order)).toEqual({
      state: 'booked',
      events: ['pending_payment 2026-11-01', 'booked 2026-11-04'],
    });
    expect(await contractEnd(account, contract)).toBe('2027-06-30');
    expect(await noticesOf(account)).toEqual(['piotr orders.changed']);
    const again = await load(known);
    expect(again.counts.every(({ inserted, updated }) => inserted + updated === 0)).toBe(true);
    const shipped = { at: '2026-11-05T08:00:00Z', state: 'shipped' };
    await load(
      file(account, {
        order: { state: 'shipped', events: [PLACED, booked, shipped] },
        dues: [{ state: 'paid' }, { state: 'paid' }],
      }),
    );
    expect(await noticesOf(account)).toEqual(['piotr orders.changed', 'piotr orders.changed']);
  });

  it('does not keep an end that the file moves without a renewal paid here', async () => {
    const { account, contract } = await loaded();
    await load(file(account, { contract: { endsOn: '2027-03-31' } }));
    await load(file(account));
    expect(await contractEnd(account, contract)).toBe('2026-12-31');
  });
});

describe('what the file says was given back', () => {
  it.each([
    ['in the payment due', (of: Row) => ({ dues: [{ ...of, refunded: true }, {}] })],
    ['under an invoice', undefined],
  ])('%s is refunded here, and is due again with what it had changed', async (_where, told) => {
    const { account, anna, piotr, method, order, orderDue } = await loaded();
    await piotr.orders.watch({ id: order, key: newKey() });
    const paid = await payDue(anna, orderDue, '100.00', method);
    const reference = paid.reference!;
    const invoice = {
      ...{ id: 'I1', account: `A-${account.id}`, number: 'I1', type: 'hardware', issuedOn: '2026-11-02' },
      ...{ dueOn: '2026-12-02', currency: 'PLN', tax: '0.00', total: '100.00' },
      lines: [{ product: 'Shelf', quantity: '1', unitPrice: '100', amount: '100.00' }],
      payments: [{ reference, paidOn: '2026-11-03', amount: '100.00', refunded: true }],
    };
    const document = told ? file(account, told({ reference })) : { ...file(account), invoices: [invoice] };
    const report = await load(document);
    expect(report.refunded).toEqual(['P-1001']);
    expect(await anna.payments.show({ id: paid.id })).toMatchObject({ state: 'refunded' });
    expect(await anna.dues.show({ id: orderDue })).toMatchObject({ state: 'due' });
    expect(await orderOf(account, order)).toEqual({ state: 'pending_payment', events: ['pending_payment 2026-11-01'] });
    expect(await noticesOf(account)).toEqual(['piotr orders.changed', 'piotr orders.changed']);
    expect((await load(document)).refunded).toEqual([]);
    expect(await payDue(anna, orderDue, '100.00', method)).toMatchObject({ state: 'succeeded', amount: pln('100.00') });
    expect(await noticesOf(account)).toHaveLength(3);
    await load(document);
    expect(await anna.dues.show({ id: orderDue })).toMatchObject({ state: 'paid' });
  });

  it('takes the contract’s further period away again', async () => {
    const { account, anna, method, contract, renewal } = await loaded();
    const { reference } = await payDue(anna, renewal, '100.00', method);
    await load(file(account, { dues: [{}, { reference, refunded: true }] }));
    expect(await contractEnd(account, contract)).toBe('2026-12-31');
    expect(await anna.dues.show({ id: renewal })).toMatchObject({
      state: 'due',
      renews: { from: '2027-01-01', to: '2027-12-31' },
    });
  });

  it('leaves an order that the file has moved on', async () => {
    const { account, anna, method, order, orderDue } = await loaded();
    const { reference } = await payDue(anna, orderDue, '100.00', method);
    const shipped = { state: 'shipped', events: [PLACED, { at: '2026-11-04T08:00:00Z', state: 'shipped' }] };
    await load(file(account, { order: shipped, dues: [{ reference, refunded: true }, {}] }));
    expect(await orderOf(account, order)).toMatchObject({ state: 'shipped' });
  });
});

describe('a payment in review', () => {
  it('ends its review once the file knows its reference, and changes nothing that the file has settled', async () => {
    const { account, anna, order, orderDue } = await loaded();
    const { id, pageUrl } = await payDue(anna, orderDue, '100.00', { page: true });
    clock.move(31 * 60_000);
    await runJobs();
    await gateway.misbehave({ kind: 'pay_ended_page' });
    await gateway.submit(pageUrl!.split('/').at(-1)!, CARD, 'en');
    const { reference, state } = await anna.payments.show({ id });
    expect(state).toBe('needs_review');
    await load(file(account, { dues: [{ state: 'paid', reference }, {}] }));
    await runJobs();
    expect(await anna.payments.show({ id })).toMatchObject({ state: 'succeeded' });
    expect(await orderOf(account, order)).toMatchObject({ state: 'pending_payment' });
    expect(await anna.dues.show({ id: orderDue })).toMatchObject({ state: 'paid' });
  });
});
