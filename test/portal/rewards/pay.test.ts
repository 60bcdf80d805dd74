import { describe, expect, it } from 'vitest';
import { CodedError } from '../../../src/lib/errors.ts';
import { paymentOffice } from '../payments/office.ts';
import { auditOf, leftOf, newKey, payFor, pending, pln, refusal } from '../payments/support.ts';
import { addRewards, addSupportInvoice, balanceOf, payWithRewards, shownIn } from './support.ts';

const { office, gateway, clock, runJobs } = await paymentOffice();
const [MINUTE, HOUR] = [60_000, 3_600_000];
const CARD = { action: 'card', number: '4242 4242 4242 4242', expiry: '12/30', cvc: '123' };

/** An office with 40 zloty in rewards and a support invoice of 100 zloty, 23 of it tax. */
async function rewardOffice() {
  const set = await office();
  await addRewards(set.account, { amount: '40.00' });
  const invoice = await addSupportInvoice(set.account, { number: '1', net: '77.00', tax: '23.00' });
  const charges = async () => (await gateway.ledger()).filter(({ status }) => status === 'succeeded').length;
  const before = await charges();
  return { ...set, invoice, charged: async () => (await charges()) - before };
}

describe('what rewards could cover of a payment', () => {
  it('is told with the quote and applied only when asked for, the charge being for the rest', async () => {
    const { account, anna, invoice } = await rewardOffice();
    const other = await account.invoice({ number: '2', total: '10.00' });
    await account.sql.query(`UPDATE invoice SET type = 'licence' WHERE id = $1`, [other]);
    const invoices = [{ invoice }, { invoice: other }];
    const quote = await anna.payments.quote({ invoices });
    expect(quote.rewards).toMatchObject({
      applied: false,
      covers: [{ invoiceId: invoice, number: '1', value: pln('40.00') }],
      totals: [pln('40.00')],
    });
    expect(quote.charges).toMatchObject([{ total: pln('110.00') }]);
    const applied = await anna.payments.quote({ invoices, rewards: true });
    expect(applied.rewards).toMatchObject({ applied: true, totals: [pln('40.00')] });
    expect(applied.charges).toMatchObject([{ total: pln('70.00') }]);
    expect(applied.items.map(({ amount }) => amount.amount)).toEqual(['100.00', '10.00']);
  });

  it('is at most what is paid of the invoice, its pre-tax part, and the balance shared by all of them', async () => {
    const { account, anna, invoice } = await rewardOffice();
    const part = await anna.payments.quote({ invoices: [{ invoice, amount: { amount: '15.00' } }] });
    expect(part.rewards?.totals).toEqual([pln('15.00')]);
    const small = await addSupportInvoice(account, { number: '0', net: '10.00', tax: '2.30', dueOn: '2026-09-01' });
    await addRewards(account, { id: 'late', amount: '3.00', expiresOn: null });
    const both = await anna.payments.quote({ status: 'unpaid' });
    expect(both.rewards?.covers.map(({ invoiceId, value }) => [invoiceId, value.amount])).toEqual([
      [small, '10.00'],
      [invoice, '33.00'],
    ]);
    const third = await addSupportInvoice(account, { number: '9', net: '10.00', dueOn: '2026-12-01' });
    const { rewards } = await anna.payments.quote({ status: 'unpaid' });
    expect(rewards?.covers.map(({ invoiceId }) => invoiceId)).not.toContain(third);
    expect(rewards?.covers.flatMap(({ uses }) => uses.map(({ units }) => units))).toEqual(['10', '30', '3']);
  });

  it('is nothing for payments without support invoices', async () => {
    const { account, anna, invoice } = await rewardOffice();
    await account.sql.query(`UPDATE invoice SET type = 'usage' WHERE id = $1`, [invoice]);
    expect((await anna.payments.quote({ invoices: [{ invoice }], rewards: true })).rewards).toBeNull();
  });
});

describe('a payment with rewards first', () => {
  it('charges the rest, spends the rewards with it, and closes the invoice', async () => {
    const { account, anna, method, invoice, charged } = await rewardOffice();
    const { payments, redeemed } = await payWithRewards(anna, [invoice], { method });
    expect(redeemed).toEqual([]);
    expect(payments).toMatchObject([
      {
        ...{ state: 'succeeded', amount: pln('60.00'), items: [{ number: '1', amount: pln('60.00') }] },
        rewards: { number: 'R-1001', value: pln('40.00'), state: 'spent', items: [{ number: '1' }] },
      },
    ]);
    expect(await leftOf(account, invoice)).toBe('0.00');
    expect(await balanceOf(anna)).toBe('0.00');
    expect(await charged()).toBe(1);
    const { redemptions } = await anna.invoices.show({ id: invoice });
    expect(redemptions).toMatchObject([{ number: 'R-1001', state: 'spent', payment: payments[0]!.number }]);
  });

  it('makes no charge at all where rewards cover everything', async () => {
    const { account, anna, method, invoice, charged } = await rewardOffice();
    const key = newKey();
    const pay = () => payWithRewards(anna, [invoice], { method, amount: { amount: '30.00' }, key });
    const paid = await pay();
    expect(paid).toMatchObject({ payments: [], redeemed: [{ number: 'R-1001', value: pln('30.00'), state: 'spent' }] });
    expect([await leftOf(account, invoice), await charged(), await balanceOf(anna)]).toEqual(['70.00', 0, '10.00']);
    const items = [{ invoiceId: invoice, amount: pln('30.00') }];
    const uses = [{ batchId: (await anna.rewards.show({})).balances[0]!.batches[0]!.id, units: '30' }];
    const again = { key, items, method, rewards: [{ invoiceId: invoice, uses }] };
    expect(await anna.payments.pay(again)).toEqual(paid);
    expect(await balanceOf(anna)).toBe('10.00');
  });

  it('keeps the rewards reserved while it is under way, and frees them when the charge fails', async () => {
    const { account, anna, method, invoice } = await rewardOffice();
    await gateway.misbehave(pending('declined'));
    const { payments } = await payWithRewards(anna, [invoice], { method });
    expect(payments).toMatchObject([{ state: 'processing', rewards: { state: 'reserved' } }]);
    expect(await balanceOf(anna)).toBe('0.00');
    await expect(anna.rewards.quote({ invoiceId: invoice })).rejects.toEqual(refusal('conflict', 'under_way'));
    await gateway.advance();
    clock.move(MINUTE);
    await runJobs();
    expect(await anna.payments.show({ id: payments[0]!.id })).toMatchObject({
      ...{ state: 'failed', rewards: { state: 'released' } },
    });
    expect([await balanceOf(anna), await leftOf(account, invoice)]).toEqual(['40.00', '100.00']);
    expect((await payWithRewards(anna, [invoice], { method })).payments).toMatchObject([{ state: 'succeeded' }]);
  });

  it('frees them when it is withdrawn, declined by a manager, or nobody decides', async () => {
    const { account, anna, ewa, method, invoice } = await rewardOffice();
    await account.limit('PLN', '10.00');
    const waiting = async () => {
      const { payments } = await payWithRewards(anna, [invoice], { method });
      expect(payments).toMatchObject([{ state: 'awaiting_approval', rewards: { state: 'reserved' } }]);
      expect(await balanceOf(anna)).toBe('0.00');
      return { key: newKey(), id: payments[0]!.id };
    };
    await anna.payments.withdraw(await waiting());
    expect(await balanceOf(anna)).toBe('40.00');
    await ewa.payments.decline(await waiting());
    expect(await balanceOf(anna)).toBe('40.00');
    await waiting();
    clock.move(8 * 24 * HOUR);
    await runJobs();
    expect(await balanceOf(anna)).toBe('40.00');
    clock.move(-8 * 24 * HOUR);
  });

  it('keeps what was taken in time past its last day, and frees it as expired', async () => {
    const { account, anna, ewa, method, invoice } = await rewardOffice();
    await account.limit('PLN', '10.00');
    await account.sql.query(`UPDATE reward_batch SET "expiresOn" = $2 WHERE "accountId" = $1`, [
      ...[account.id, clock.now().toISOString().slice(0, 10)],
    ]);
    const pay = async () => (await payWithRewards(anna, [invoice], { method, amount: { amount: '50.00' } })).payments;
    const [payment] = await pay();
    clock.move(2 * 24 * HOUR);
    await ewa.payments.approve({ key: newKey(), id: payment!.id });
    expect(await leftOf(account, invoice)).toBe('50.00');
    expect((await anna.payments.quote({ invoices: [{ invoice }], rewards: true })).rewards).toBeNull();
    expect((await anna.rewards.show({})).balances[0]).toMatchObject({
      ...{ redeemed: { value: pln('40.00') }, balance: { value: pln('0.00') } },
    });
    clock.move(-2 * 24 * HOUR);
  });

  it('is void where less is left of an invoice than charge and rewards come to', async () => {
    const { account, anna, method, invoice } = await rewardOffice();
    await account.limit('PLN', '10.00');
    const { payments } = await payWithRewards(anna, [invoice], { method });
    await account.sql.query('UPDATE invoice SET credited = 30 WHERE id = $1', [invoice]);
    await runJobs();
    const { state, reason } = await anna.payments.show({ id: payments[0]!.id });
    expect([state, reason, await balanceOf(anna)]).toEqual(['expired', 'left_too_small', '40.00']);
  });

  it('compares the charge alone with the approval limit, and shows the decider both parts', async () => {
    const { account, anna, ewa, method, invoice } = await rewardOffice();
    await account.limit('PLN', '60.00');
    expect((await anna.payments.quote({ invoices: [{ invoice }] })).charges[0]?.approval).not.toBeNull();
    const quote = await anna.payments.quote({ invoices: [{ invoice }], rewards: true });
    expect(quote.charges[0]?.approval).toBeNull();
    await account.sql.query(`UPDATE approval_limit SET amount = 59 WHERE "accountId" = $1`, [account.id]);
    const { payments } = await payWithRewards(anna, [invoice], { method });
    const { toDecide } = await ewa.payments.waiting({});
    expect(toDecide).toMatchObject([{ amount: pln('60.00'), rewards: { value: pln('40.00') } }]);
    const { payment } = await ewa.payments.approve({ key: newKey(), id: payments[0]!.id });
    expect(payment).toMatchObject({ state: 'succeeded', rewards: { state: 'spent' } });
    expect(await leftOf(account, invoice)).toBe('0.00');
  });

  it('spends them when the page is paid, and frees them when it ends', async () => {
    const { account, anna, invoice } = await rewardOffice();
    const method = { page: true } as const;
    const open = async () => (await payWithRewards(anna, [invoice], { method })).payments[0]!;
    await gateway.submit((await open()).pageUrl!.split('/').at(-1)!, { action: 'cancel' }, 'en');
    expect(await balanceOf(anna)).toBe('40.00');
    await open();
    clock.move(31 * MINUTE);
    await runJobs();
    expect(await balanceOf(anna)).toBe('40.00');
    await gateway.submit((await open()).pageUrl!.split('/').at(-1)!, CARD, 'en');
    expect([await balanceOf(anna), await leftOf(account, invoice)]).toEqual(['0.00', '0.00']);
  });

  it('keeps them reserved while a person looks into it, and spends them when it turns out to have succeeded', async () => {
    const { account, anna, method, invoice } = await rewardOffice();
    await gateway.misbehave({ kind: 'execute_late', afterMs: 30 * HOUR });
    const { payments } = await payWithRewards(anna, [invoice], { method });
    clock.move(24 * HOUR);
    await runJobs();
    const show = () => anna.payments.show({ id: payments[0]!.id });
    expect(await show()).toMatchObject({ state: 'needs_review', rewards: { state: 'reserved' } });
    expect(await balanceOf(anna)).toBe('0.00');
    clock.move(7 * HOUR);
    await gateway.advance();
    await runJobs();
    expect(await show()).toMatchObject({ state: 'succeeded', rewards: { state: 'spent' } });
    expect(await leftOf(account, invoice)).toBe('0.00');
  });

  it('does not take back rewards that were freed, when a success comes too late', async () => {
    const { account, anna, invoice } = await rewardOffice();
    const { payments } = await payWithRewards(anna, [invoice], { method: { page: true } });
    clock.move(31 * MINUTE);
    await runJobs();
    await gateway.misbehave({ kind: 'pay_ended_page' });
    await gateway.submit(payments[0]!.pageUrl!.split('/').at(-1)!, CARD, 'en');
    const shown = await anna.payments.show({ id: payments[0]!.id });
    expect(shown).toMatchObject({ state: 'needs_review', reason: 'paid_after_end', rewards: { state: 'released' } });
    expect([await balanceOf(anna), await leftOf(account, invoice)]).toEqual(['40.00', '100.00']);
  });

  it('is settled by the job after a death before the gateway was asked, rewards and all', async () => {
    const { account, anna, portal, method, invoice, charged } = await rewardOffice();
    const dies = { ...gateway, charge: () => Promise.reject(new CodedError('unavailable', 'gateway_away')) };
    const dying = portal('anna', { gateway: dies });
    const { payments } = await payWithRewards(dying, [invoice], { method });
    expect(payments).toMatchObject([{ state: 'processing', rewards: { state: 'reserved' } }]);
    expect([await charged(), await balanceOf(anna)]).toEqual([0, '0.00']);
    clock.move(MINUTE);
    await runJobs();
    await runJobs();
    expect(await anna.payments.show({ id: payments[0]!.id })).toMatchObject({
      ...{ state: 'succeeded', rewards: { state: 'spent' } },
    });
    expect([await charged(), await leftOf(account, invoice), await balanceOf(anna)]).toEqual([1, '0.00', '0.00']);
  });

  it('is one payment and one redemption however often it is asked with its key', async () => {
    const { anna, method, invoice, charged } = await rewardOffice();
    const quote = await anna.payments.quote({ invoices: [{ invoice }], rewards: true });
    const items = [{ invoiceId: invoice, amount: pln('100.00') }];
    const input = { key: newKey(), items, method, rewards: shownIn(quote) };
    const all = await Promise.all([anna.payments.pay(input), anna.payments.pay(input), anna.payments.pay(input)]);
    expect(new Set(all.map(({ payments }) => payments[0]!.number)).size).toBe(1);
    expect(await anna.payments.pay(input)).toMatchObject({ payments: [{ state: 'succeeded' }] });
    expect([await charged(), await balanceOf(anna)]).toEqual([1, '0.00']);
  });

  it('is refused where other rewards would be used than were shown, with nothing charged', async () => {
    const { account, anna, ewa, method, invoice, charged } = await rewardOffice();
    const quote = await anna.payments.quote({ invoices: [{ invoice }], rewards: true });
    const other = await addSupportInvoice(account, { number: '2', net: '5.00' });
    const { amount, uses } = await ewa.rewards.quote({ invoiceId: other });
    const shown = uses.map(({ batchId, units }) => ({ batchId, units }));
    await ewa.rewards.redeem({ key: newKey(), invoiceId: other, amount, uses: shown });
    const items = [{ invoiceId: invoice, amount: pln('100.00') }];
    await expect(anna.payments.pay({ key: newKey(), items, method, rewards: shownIn(quote) })).rejects.toEqual(
      refusal('conflict', 'rewards_changed'),
    );
    expect([await charged(), await leftOf(account, invoice)]).toEqual([0, '100.00']);
  });

  it('takes the right to pay: management may redeem, and still not pay', async () => {
    const { anna, ewa, method, invoice } = await rewardOffice();
    const quote = await anna.payments.quote({ invoices: [{ invoice }], rewards: true });
    const items = [{ invoiceId: invoice, amount: pln('100.00') }];
    await expect(ewa.payments.pay({ key: newKey(), items, method, rewards: shownIn(quote) })).rejects.toEqual(
      refusal('forbidden', 'role_needed', { permission: 'invoices.pay' }),
    );
  });

  it('covers several invoices of several currencies, each with its own rewards', async () => {
    const { account, anna, method, invoice } = await rewardOffice();
    await addRewards(account, { id: 'points', amount: '5000', rate: '0.01', currency: 'EUR' });
    const euro = await addSupportInvoice(account, { number: '2', net: '50.00', currency: 'EUR' });
    const more = await account.invoice({ number: '3', total: '20.00' });
    const { payments, redeemed } = await payWithRewards(anna, [invoice, euro, more], { method });
    expect(payments).toMatchObject([{ amount: pln('80.00'), rewards: { value: pln('40.00') } }]);
    expect(redeemed).toMatchObject([{ invoiceNumber: '2', value: { amount: '50.00', currency: 'EUR' } }]);
    for (const id of [invoice, euro, more]) expect(await leftOf(account, id)).toBe('0.00');
    expect(await auditOf(account)).toEqual([
      'contact payments.pay done',
      'contact rewards.redeem done',
      'system payments.settle done',
    ]);
  });

  it('leaves an unrelated payment of the same invoice its own reservation', async () => {
    const { account, anna, jan, method, invoice } = await rewardOffice();
    await gateway.misbehave(pending('succeeded'));
    await payWithRewards(anna, [invoice], { method, amount: { amount: '70.00' } });
    await expect(payFor(jan, { [invoice]: pln('30.01') }, method)).rejects.toEqual(
      refusal('invalid', 'more_than_available', { available: pln('30.00') }),
    );
    await payFor(jan, { [invoice]: pln('30.00') }, method);
    await gateway.advance();
    clock.move(MINUTE);
    await runJobs();
    expect(await leftOf(account, invoice)).toBe('0.00');
  });
});
