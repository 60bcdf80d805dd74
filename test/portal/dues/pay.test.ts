import { describe, expect, it } from 'vitest';
import { paymentOffice } from '../payments/office.ts';
import { auditOf, newKey, noticesOf, payFor, pending, pln, refusal } from '../payments/support.ts';
import { anotherRenewal, contractEnd, orderDue, orderOf, payDue, renewalDue, transactionDue } from './support.ts';

const { office, gateway, clock, runJobs } = await paymentOffice();
const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const CARD = { action: 'card', number: '4242 4242 4242 4242', expiry: '12/30', cvc: '123' };
const payPage = (url: string | null) => gateway.submit(url!.split('/').at(-1)!, CARD, 'en');
const chargesOf = async (references: (string | null)[]) =>
  (await gateway.ledger()).filter(({ reference }) => references.includes(reference));

describe('paying a pending order', () => {
  it('charges it as a whole, books the order with an event, and is no longer due', async () => {
    const { account, anna, method } = await office();
    const { orderId, dueId } = await orderDue(account, '88019');
    const paid = await payDue(anna, dueId, '100.00', method);
    expect(paid).toMatchObject({
      state: 'succeeded',
      amount: pln('100.00'),
      items: [{ kind: 'pending_order', id: dueId, number: '88019', amount: pln('100.00') }],
    });
    expect(await chargesOf([paid.reference])).toMatchObject([{ amount: '100.00' }]);
    expect(await orderOf(account, orderId)).toEqual({
      state: 'booked',
      events: ['pending_payment 2026-11-01', 'booked 2026-11-03'],
    });
    expect(await anna.dues.list({})).toMatchObject({ rows: [], totals: [] });
    expect(await anna.dues.show({ id: dueId })).toMatchObject({ state: 'paid' });
    expect(await auditOf(account)).toEqual([
      'contact payments.pay done',
      'system payments.settle done',
      'system orders.book done',
    ]);
  });

  it('tells those who watch the order, once', async () => {
    const { account, anna, piotr, method } = await office();
    const { orderId, dueId } = await orderDue(account, '88019');
    await piotr.orders.watch({ id: orderId, key: newKey() });
    const key = newKey();
    await Promise.all([1, 2].map(() => payDue(anna, dueId, '100.00', method, key)));
    await runJobs();
    expect(await noticesOf(account)).toEqual(['piotr orders.changed']);
  });

  it('does it once for its key, and once for two people at the same time', async () => {
    const { account, anna, jan, method } = await office();
    const { dueId } = await orderDue(account, '88019');
    const before = (await gateway.ledger()).length;
    const key = newKey();
    const all = await Promise.allSettled([
      payDue(anna, dueId, '100.00', method, key),
      payDue(anna, dueId, '100.00', method, key),
      payDue(jan, dueId, '100.00', method),
    ]);
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(3);
    expect(await gateway.ledger()).toHaveLength(before + 1);
    await expect(payDue(jan, dueId, '100.00', method)).rejects.toEqual(
      refusal('conflict', 'due_closed', { kind: 'pending_order', number: '88019' }),
    );
  });

  it('leaves an order as it is that the data has moved on meanwhile', async () => {
    const { account, anna, method } = await office();
    const { orderId, dueId } = await orderDue(account, '88019');
    await account.sql.query(`UPDATE "order" SET state = 'shipped' WHERE id = $1`, [orderId]);
    await payDue(anna, dueId, '100.00', method);
    expect(await orderOf(account, orderId)).toEqual({ state: 'shipped', events: ['pending_payment 2026-11-01'] });
  });

  it('on the page books it when the money has come, also without anybody asking', async () => {
    const { account, anna } = await office();
    const { orderId, dueId } = await orderDue(account, '88019');
    const opened = await payDue(anna, dueId, '100.00', { page: true });
    expect(opened).toMatchObject({ state: 'awaiting_payer', pageUrl: expect.any(String) });
    expect(await anna.dues.show({ id: dueId })).toMatchObject({ state: 'under_way' });
    expect(await orderOf(account, orderId)).toMatchObject({ state: 'pending_payment' });
    await payPage(opened.pageUrl);
    expect(await orderOf(account, orderId)).toMatchObject({ state: 'booked' });
  });

  it('is free again after a decline, and may be paid another way', async () => {
    const { account, anna, method } = await office();
    const { orderId, dueId } = await orderDue(account, '88019');
    const declined = { id: await account.method({ token: 'tok_declined', last4: '0002' }) };
    expect(await payDue(anna, dueId, '100.00', declined)).toMatchObject({ state: 'failed' });
    expect(await orderOf(account, orderId)).toMatchObject({ state: 'pending_payment' });
    expect(await payDue(anna, dueId, '100.00', method)).toMatchObject({ state: 'succeeded' });
  });
});

describe('paying a renewal', () => {
  it('gives the contract a further period as long as the one that ends', async () => {
    const { account, anna, method } = await office();
    const { contractId, dueId } = await renewalDue(account, 'S-310', YEAR);
    expect(await anna.dues.show({ id: dueId })).toMatchObject({ renews: { from: '2027-01-01', to: '2027-12-31' } });
    await payDue(anna, dueId, '100.00', method);
    expect(await contractEnd(account, contractId)).toBe('2027-12-31');
    expect(await anna.dues.show({ id: dueId })).toMatchObject({
      state: 'paid',
      renews: { from: '2027-01-01', to: '2027-12-31' },
    });
  });

  it('counts the next one from the period it added, not from the contract’s beginning', async () => {
    const { account, anna, method } = await office();
    const { contractId, dueId } = await renewalDue(account, 'S-310', YEAR);
    await payDue(anna, dueId, '100.00', method);
    await payDue(anna, await anotherRenewal(account, contractId), '100.00', method);
    expect(await contractEnd(account, contractId)).toBe('2028-12-31');
  });

  it.each([
    ['a leap day', { from: '2027-03-01', to: '2028-02-29' }, '2029-02-28'],
    ['a quarter', { from: '2026-10-15', to: '2027-01-14' }, '2027-04-14'],
    ['no whole months', { from: '2026-12-01', to: '2026-12-10' }, '2026-12-20'],
    ['one month from its last day', { from: '2026-10-31', to: '2026-11-29' }, '2026-12-29'],
  ])('reckons with %s', async (_what, period, end) => {
    const { account, anna, method } = await office();
    const { contractId, dueId } = await renewalDue(account, 'S-310', period);
    await payDue(anna, dueId, '100.00', method);
    expect(await contractEnd(account, contractId)).toBe(end);
  });
});

describe('paying a transaction whose card has expired', () => {
  it('asks for another method first, and takes any but that card', async () => {
    const { account, anna, method } = await office();
    const expired = { id: await account.method({ last4: '4444', expires: '2026-08' }) };
    const dueId = await transactionDue(account, expired.id, { description: 'Developer tools' });
    expect(await anna.dues.quote({ id: dueId })).toMatchObject({ method: null, why: 'alternative' });
    await expect(anna.dues.quote({ id: dueId, method: expired })).rejects.toEqual(
      refusal('conflict', 'alternative_needed'),
    );
    await expect(payDue(anna, dueId, '100.00', expired)).rejects.toEqual(refusal('conflict', 'alternative_needed'));
    expect(await payDue(anna, dueId, '100.00', method)).toMatchObject({
      state: 'succeeded',
      items: [{ kind: 'expired_card', number: 'Developer tools' }],
    });
  });

  it('never takes that card, not even where the data calls it good again', async () => {
    const { account, anna } = await office();
    const card = { id: await account.method({ last4: '4444', expires: '2030-01' }) };
    const dueId = await transactionDue(account, card.id);
    await expect(payDue(anna, dueId, '100.00', card)).rejects.toEqual(refusal('conflict', 'alternative_needed'));
  });

  it('offers the page where there is no other method, and where everything goes there', async () => {
    const { account, anna, method, portal } = await office();
    const dueId = await transactionDue(account, method.id);
    expect(await anna.dues.quote({ id: dueId })).toMatchObject({ method: { page: true }, why: null });
    await account.method({ last4: '1111' });
    const hosted = portal('anna', { payments: 'hosted' });
    expect(await hosted.dues.quote({ id: dueId })).toMatchObject({ method: { page: true }, why: null });
  });
});

describe('what can not be paid', () => {
  it('an amount other than the one it is now', async () => {
    const { account, anna, method } = await office();
    const { dueId } = await orderDue(account, '88019');
    await expect(payDue(anna, dueId, '50.00', method)).rejects.toEqual(
      refusal('conflict', 'due_changed', { amount: pln('100.00') }),
    );
  });

  it('what a cancelled order would have cost, which is not listed either', async () => {
    const { account, anna, method } = await office();
    const { orderId, dueId } = await orderDue(account, '88019');
    await account.sql.query(`UPDATE "order" SET state = 'cancelled' WHERE id = $1`, [orderId]);
    await expect(payDue(anna, dueId, '100.00', method)).rejects.toEqual(refusal('conflict', 'due_closed'));
    expect((await anna.dues.list({})).rows).toEqual([]);
    expect(await anna.dues.show({ id: dueId })).toMatchObject({ state: 'cancelled', overdue: false });
  });

  it('what somebody is paying already', async () => {
    const { account, anna, jan, method } = await office();
    const { dueId } = await orderDue(account, '88019');
    await gateway.misbehave(pending('succeeded'));
    expect(await payDue(anna, dueId, '100.00', method)).toMatchObject({ state: 'processing' });
    await expect(payDue(jan, dueId, '100.00', method)).rejects.toEqual(
      refusal('conflict', 'under_way', { kind: 'pending_order', number: '88019' }),
    );
  });

  it('another account’s, which answers like none; an invoice this way, and it another way', async () => {
    const [mine, other] = [await office(), await office()];
    const { dueId } = await orderDue(other.account, '88019');
    const own = await orderDue(mine.account, '88019');
    const invoice = await mine.account.invoice({ number: '1' });
    await expect(payDue(mine.anna, dueId, '100.00', mine.method)).rejects.toEqual(refusal('not_found', 'not_found'));
    await expect(mine.anna.dues.show({ id: dueId })).rejects.toEqual(refusal('not_found', 'not_found'));
    await expect(payDue(mine.anna, invoice, '100.00', mine.method)).rejects.toEqual(refusal('not_found', 'not_found'));
    await expect(payFor(mine.anna, { [own.dueId]: pln('100.00') }, mine.method)).rejects.toEqual(
      refusal('not_found', 'not_found'),
    );
  });

  it('by anybody without the finance role, who sees it all the same', async () => {
    const { account, ewa, piotr, method } = await office();
    const { dueId } = await orderDue(account, '88019');
    for (const portal of [ewa, piotr]) {
      await expect(payDue(portal, dueId, '100.00', method)).rejects.toEqual(
        refusal('forbidden', 'role_needed', { roles: ['finance'] }),
      );
      expect((await portal.dues.list({})).rows).toMatchObject([{ id: dueId, number: '88019', state: 'due' }]);
    }
  });
});

describe('above the approval limit', () => {
  async function waiting() {
    const set = await office();
    await set.account.limit('PLN', '50.00');
    const due = await orderDue(set.account, '88019');
    const payment = await payDue(set.anna, due.dueId, '100.00', set.method);
    expect(payment).toMatchObject({ state: 'awaiting_approval', deciders: [{ name: 'Ewa' }] });
    return { ...set, ...due, payment };
  }

  it('waits for its approval and is then paid', async () => {
    const { account, ewa, payment, orderId } = await waiting();
    expect((await ewa.dues.list({})).rows).toMatchObject([{ state: 'under_way' }]);
    const { outcome } = await ewa.payments.approve({ id: payment.id, key: newKey() });
    expect(outcome).toBe('approved');
    expect(await orderOf(account, orderId)).toMatchObject({ state: 'booked' });
  });

  it.each([
    ['was paid elsewhere', `UPDATE payment_due SET state = 'paid' WHERE id = $1`, 'left_too_small'],
    ['costs less now', 'UPDATE payment_due SET amount = 60 WHERE id = $1', 'left_too_small'],
    ['costs more now', 'UPDATE payment_due SET amount = 160 WHERE id = $1', 'amount_changed'],
    [
      'is of an order that was cancelled',
      `UPDATE "order" SET state = 'cancelled' WHERE id = (SELECT "orderId" FROM payment_due WHERE id = $1)`,
      'left_too_small',
    ],
  ])('is void when it %s', async (_what, change, reason) => {
    const { account, ewa, anna, dueId, payment } = await waiting();
    await account.sql.query(change, [dueId]);
    await runJobs();
    expect(await anna.payments.show({ id: payment.id })).toMatchObject({ state: 'expired', reason });
    const { outcome } = await ewa.payments.approve({ id: payment.id, key: newKey() });
    expect(outcome).toBe('already');
  });

  it('is void when its payer may not pay any more', async () => {
    const { account, ewa, payment } = await waiting();
    await account.setRoles('anna', ['technical']);
    await runJobs();
    expect(await ewa.payments.show({ id: payment.id })).toMatchObject({ state: 'expired', reason: 'payer_changed' });
  });

  it('counts what was paid for invoices on the same day', async () => {
    const { account, anna, method } = await office();
    await account.limit('PLN', '150.00');
    const invoice = await account.invoice({ number: '1' });
    await payFor(anna, { [invoice]: pln('100.00') }, method);
    const { dueId } = await orderDue(account, '88019');
    expect((await anna.dues.quote({ id: dueId })).charges).toMatchObject([
      { approval: { counted: pln('200.00'), deciders: [{ name: 'Ewa' }] } },
    ]);
  });
});

describe('a success that arrives late', () => {
  it('for a payment that had ended is recorded and brought to review, and books nothing', async () => {
    const { account, anna } = await office();
    const { orderId, dueId } = await orderDue(account, '88019');
    const { id, pageUrl } = await payDue(anna, dueId, '100.00', { page: true });
    clock.move(31 * 60_000);
    await runJobs();
    await gateway.misbehave({ kind: 'pay_ended_page' });
    await payPage(pageUrl);
    expect(await anna.payments.show({ id })).toMatchObject({ state: 'needs_review', reason: 'paid_after_end' });
    expect(await orderOf(account, orderId)).toMatchObject({ state: 'pending_payment' });
    expect(await anna.dues.show({ id: dueId })).toMatchObject({ state: 'under_way' });
  });

  it('after a time-out is found and books the order', async () => {
    const { account, anna, method } = await office();
    const { orderId, dueId } = await orderDue(account, '88019');
    await gateway.misbehave({ kind: 'time_out_after_charging' });
    expect(await payDue(anna, dueId, '100.00', method)).toMatchObject({ state: 'processing' });
    await runJobs();
    expect(await orderOf(account, orderId)).toMatchObject({ state: 'booked' });
  });
});
