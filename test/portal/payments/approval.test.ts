import { describe, expect, it } from 'vitest';
import { paymentOffice } from './office.ts';
import { auditOf, leftOf, newKey, noticesOf, payFor, pln, refusal } from './support.ts';

const { office, gateway, clock, runJobs } = await paymentOffice();
const HOUR = 3_600_000;

/** An office whose limit is 100.00 zloty, with one invoice of 500.00 and Anna's payment of 150.00 of it waiting. */
async function waitingOffice() {
  const set = await office();
  await set.account.limit('PLN', '100.00');
  const invoice = await set.account.invoice({ number: '1', total: '500.00' });
  const [payment] = await payFor(set.anna, { [invoice]: pln('150.00') }, set.method);
  return { ...set, invoice, payment: payment! };
}

describe('the approval limit', () => {
  it('lets through what is not above it', async () => {
    const { account, anna, method } = await office();
    await account.limit('PLN', '100.00');
    const invoice = await account.invoice({ number: '1' });
    expect(await payFor(anna, { [invoice]: pln('100.00') }, method)).toMatchObject([{ state: 'succeeded' }]);
  });

  it('makes what is above it wait, reserved, and asks who decides', async () => {
    const { account, anna, payment, invoice, method } = await waitingOffice();
    expect(payment).toMatchObject({ state: 'awaiting_approval', deciders: [{ name: 'Ewa' }], reference: null });
    expect(await noticesOf(account)).toEqual(['ewa payment.approval_asked']);
    expect(await leftOf(account, invoice)).toBe('500.00');
    await expect(payFor(anna, { [invoice]: pln('350.01') }, method)).rejects.toEqual(
      refusal('invalid', 'more_than_available', { available: pln('350.00') }),
    );
  });

  it('counts the payer’s payments of the last 24 hours in that currency, and no older ones', async () => {
    const { account, anna, jan, method } = await office();
    await account.limit('PLN', '100.00');
    await account.limit('EUR', '100.00');
    const bill = (number: string, currency = 'PLN') => account.invoice({ number, currency });
    await payFor(anna, { [await bill('a')]: pln('60.00') }, method);
    await payFor(anna, { [await bill('e', 'EUR')]: { amount: '60.00', currency: 'EUR' } }, method);
    clock.move(24 * HOUR - 1);
    const [second] = await payFor(anna, { [await bill('b')]: pln('40.01') }, method);
    expect(second).toMatchObject({ state: 'awaiting_approval' });
    expect(await payFor(jan, { [await bill('c')]: pln('100.00') }, method)).toMatchObject([{ state: 'succeeded' }]);
    await anna.payments.withdraw({ key: newKey(), id: second!.id });
    clock.move(1);
    expect(await payFor(anna, { [await bill('d')]: pln('40.01') }, method)).toMatchObject([{ state: 'succeeded' }]);
  });

  it('counts all earlier parts of the same invoice, whoever paid them and whenever', async () => {
    const { account, anna, jan, method } = await office();
    await account.limit('PLN', '100.00');
    const invoice = await account.invoice({ number: '1', total: '500.00' });
    await payFor(anna, { [invoice]: pln('60.00') }, method);
    clock.move(30 * 24 * HOUR);
    expect(await payFor(jan, { [invoice]: pln('40.00') }, method)).toMatchObject([{ state: 'succeeded' }]);
    expect(await payFor(jan, { [invoice]: pln('0.01') }, method)).toMatchObject([{ state: 'awaiting_approval' }]);
  });

  it('does not count what failed', async () => {
    const { account, anna, method } = await office();
    await account.limit('PLN', '100.00');
    const [a, b] = [await account.invoice({ number: 'a' }), await account.invoice({ number: 'b' })];
    await gateway.misbehave({ kind: 'decline' });
    await payFor(anna, { [a]: pln('60.00') }, method);
    expect(await payFor(anna, { [b]: pln('60.00') }, method)).toMatchObject([{ state: 'succeeded' }]);
  });

  it('holds also when two payments that are below it alone come at once', async () => {
    const { account, anna, method } = await office();
    await account.limit('PLN', '100.00');
    const [a, b] = [await account.invoice({ number: 'a' }), await account.invoice({ number: 'b' })];
    const both = await Promise.all([a, b].map((id) => payFor(anna, { [id]: pln('60.00') }, method)));
    expect(both.map(([one]) => one!.state).sort()).toEqual(['awaiting_approval', 'succeeded']);
  });

  it('refuses what nobody could approve', async () => {
    const { account, ewa, method } = await office();
    await account.setRoles('ewa', ['management', 'finance']);
    await account.setRoles('piotr', []);
    await account.suspend('piotr');
    await account.limit('PLN', '10.00');
    const invoice = await account.invoice({ number: '1' });
    await expect(payFor(ewa, { [invoice]: pln('100.00') }, method)).rejects.toEqual(refusal('forbidden', 'no_decider'));
  });
});

describe('approving', () => {
  it('charges then, tells the payer, and shows who decided', async () => {
    const { account, ewa, payment, invoice } = await waitingOffice();
    const decision = await ewa.payments.approve({ key: newKey(), id: payment.id });
    expect(decision).toMatchObject({
      outcome: 'approved',
      payment: { state: 'succeeded', decidedBy: { name: 'Ewa' }, reference: expect.stringContaining('sim_') },
    });
    expect(await leftOf(account, invoice)).toBe('350.00');
    expect((await noticesOf(account)).slice(1)).toEqual(['anna payment.decided', 'anna payment.settled']);
    expect(await auditOf(account)).toEqual([
      'contact payments.pay done',
      'contact payments.approve done',
      'system payments.settle done',
    ]);
  });

  it('twice, or after it ended, says what happened and changes nothing', async () => {
    const { ewa, anna, payment } = await waitingOffice();
    await ewa.payments.approve({ key: newKey(), id: payment.id });
    const charges = (await gateway.ledger()).length;
    const already = { outcome: 'already', payment: { state: 'succeeded', decidedBy: { name: 'Ewa' } } };
    expect(await ewa.payments.approve({ key: newKey(), id: payment.id })).toMatchObject(already);
    expect(await ewa.payments.decline({ key: newKey(), id: payment.id })).toMatchObject(already);
    expect(await anna.payments.withdraw({ key: newKey(), id: payment.id })).toMatchObject(already);
    expect(await gateway.ledger()).toHaveLength(charges);
  });

  it('by two managers at once charges once', async () => {
    const set = await office();
    await set.account.setRoles('piotr', ['management']);
    await set.account.limit('PLN', '1.00');
    const invoice = await set.account.invoice({ number: '1' });
    const [payment] = await payFor(set.anna, { [invoice]: pln('100.00') }, set.method);
    const charges = (await gateway.ledger()).length;
    const press = (portal: typeof set.ewa) => portal.payments.approve({ key: newKey(), id: payment!.id });
    const both = await Promise.all([press(set.ewa), press(set.piotr)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['already', 'approved']);
    expect(await gateway.ledger()).toHaveLength(charges + 1);
  });

  it('is never possible for one’s own payment', async () => {
    const { account, ewa, anna, method } = await office();
    await account.setRoles('ewa', ['management', 'finance']);
    await account.setRoles('anna', ['management']);
    await account.limit('PLN', '10.00');
    const invoice = await account.invoice({ number: '1' });
    const [payment] = await payFor(ewa, { [invoice]: pln('100.00') }, method);
    await expect(ewa.payments.approve({ key: newKey(), id: payment!.id })).rejects.toEqual(
      refusal('forbidden', 'own_request', { holders: [expect.objectContaining({ name: 'Anna' })] }),
    );
    expect(await anna.payments.approve({ key: newKey(), id: payment!.id })).toMatchObject({ outcome: 'approved' });
  });

  it('is the primary contact’s where no other manager is active, and not where there is one', async () => {
    const { account, ewa, piotr, payment } = await waitingOffice();
    await expect(piotr.payments.approve({ key: newKey(), id: payment.id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await account.suspend('ewa');
    await expect(ewa.payments.approve({ key: newKey(), id: payment.id })).rejects.toEqual(
      refusal('forbidden', 'no_access'),
    );
    expect((await piotr.payments.waiting({})).toDecide).toMatchObject([{ id: payment.id }]);
    expect(await piotr.payments.approve({ key: newKey(), id: payment.id })).toMatchObject({ outcome: 'approved' });
  });

  it('of another account’s payment answers like one that does not exist', async () => {
    const [{ payment }, { ewa }] = [await waitingOffice(), await office()];
    await expect(ewa.payments.approve({ key: newKey(), id: payment.id })).rejects.toEqual(
      refusal('not_found', 'not_found'),
    );
  });
});

describe('a waiting payment', () => {
  it('is turned down with a reason and frees its amount', async () => {
    const { ewa, anna, payment, invoice, method, account } = await waitingOffice();
    const declined = await ewa.payments.decline({ key: newKey(), id: payment.id, reason: 'we dispute it' });
    expect(declined).toMatchObject({ outcome: 'declined', payment: { state: 'declined', reason: 'we dispute it' } });
    expect(await noticesOf(account)).toContain('anna payment.decided');
    expect(await payFor(anna, { [invoice]: pln('100.00') }, method)).toMatchObject([{ state: 'succeeded' }]);
  });

  it('is taken back by its payer, and by nobody else', async () => {
    const { jan, anna, payment } = await waitingOffice();
    await expect(jan.payments.withdraw({ key: newKey(), id: payment.id })).rejects.toEqual(
      refusal('forbidden', 'not_your_payment'),
    );
    expect(await anna.payments.withdraw({ key: newKey(), id: payment.id })).toMatchObject({
      outcome: 'withdrawn',
      payment: { state: 'withdrawn' },
    });
  });

  it('ends after 7 days, not before', async () => {
    const { anna, payment } = await waitingOffice();
    clock.move(7 * 24 * HOUR - 1);
    await runJobs();
    expect(await anna.payments.show({ id: payment.id })).toMatchObject({ state: 'awaiting_approval' });
    clock.move(1);
    await runJobs();
    expect(await anna.payments.show({ id: payment.id })).toMatchObject({ state: 'expired', reason: 'not_decided' });
  });

  it('can’t be approved a moment after the 7 days although no job has run', async () => {
    const { ewa, payment } = await waitingOffice();
    clock.move(7 * 24 * HOUR);
    expect(await ewa.payments.approve({ key: newKey(), id: payment.id })).toMatchObject({
      outcome: 'ended',
      payment: { state: 'expired', reason: 'not_decided' },
    });
  });

  it.each([
    ['less is left than it would pay', 'left_too_small', `UPDATE invoice SET credited = 350.01 WHERE "accountId" = $1`],
    ['its card was removed', 'method_gone', `UPDATE payment_method SET "removedAt" = now() WHERE "accountId" = $1`],
    ['its card has expired', 'method_gone', `UPDATE payment_method SET "expYear" = 2020 WHERE "accountId" = $1`],
    [
      'its payer was suspended',
      'payer_changed',
      `UPDATE contact SET status = 'suspended' WHERE "accountId" = $1 AND name = 'Anna'`,
    ],
    [
      'its payer was removed',
      'payer_changed',
      `UPDATE contact SET status = 'removed' WHERE "accountId" = $1 AND name = 'Anna'`,
    ],
    [
      'its payer may not pay any more',
      'payer_changed',
      `DELETE FROM contact_role WHERE "accountId" = $1 AND role = 'finance'`,
    ],
  ])('is void when %s: whoever approves it is told, the job ends it', async (_why, reason, change) => {
    const [pressed, left] = [await waitingOffice(), await waitingOffice()];
    const charges = (await gateway.ledger()).length;
    for (const { account } of [pressed, left]) await account.sql.query(change, [account.id]);
    expect(await pressed.ewa.payments.approve({ key: newKey(), id: pressed.payment.id })).toMatchObject({
      outcome: 'ended',
      payment: { state: 'expired', reason },
    });
    await runJobs();
    expect(await left.ewa.payments.show({ id: left.payment.id })).toMatchObject({ state: 'expired', reason });
    expect(await noticesOf(left.account)).toContain('anna payment.decided');
    expect(await gateway.ledger()).toHaveLength(charges);
  });

  it('is void when what other waiting ones leave no longer suffices', async () => {
    const { account, anna, ewa, invoice, method, payment } = await waitingOffice();
    await payFor(anna, { [invoice]: pln('350.00') }, method);
    await account.sql.query(`UPDATE invoice SET credited = 200 WHERE "accountId" = $1`, [account.id]);
    expect(await ewa.payments.approve({ key: newKey(), id: payment.id })).toMatchObject({ outcome: 'ended' });
  });

  it('has its deciders reminded after 24 hours, once', async () => {
    const { account } = await waitingOffice();
    clock.move(24 * HOUR - 1);
    await runJobs();
    expect(await noticesOf(account)).toEqual(['ewa payment.approval_asked']);
    clock.move(1);
    await runJobs();
    await runJobs();
    expect(await noticesOf(account)).toEqual(['ewa payment.approval_asked', 'ewa payment.approval_asked']);
  });
});
