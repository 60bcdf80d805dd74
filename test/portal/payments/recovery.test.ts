import { describe, expect, it, vi } from 'vitest';
import { openSystem } from '../../../src/portal/system.ts';
import { quietLog } from '../../support/log.ts';
import { paymentOffice } from './office.ts';
import { auditOf, leftOf, newKey, noticesOf, payFor, pending, pln, refusal } from './support.ts';

const { office, gateway, services, clock, runJobs } = await paymentOffice();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Anna's payment of a whole invoice, the gateway having been told how to go wrong. */
async function wrongOffice(...script: Parameters<typeof gateway.misbehave>) {
  const set = await office();
  const invoice = await set.account.invoice({ number: '1' });
  const before = (await gateway.ledger()).length;
  await gateway.misbehave(...script);
  const key = newKey();
  const pay = async () => (await payFor(set.anna, { [invoice]: pln('100.00') }, set.method, key))[0]!;
  const payment = await pay();
  return {
    ...{ ...set, invoice, payment, pay },
    show: () => set.anna.payments.show({ id: payment.id }),
    /** What the gateway has charged since. */
    charged: async () => (await gateway.ledger()).slice(before).filter(({ status }) => status === 'succeeded').length,
  };
}

describe('a charge whose outcome is unknown', () => {
  it('stays processing and reserved, and the job finds that it was made', async () => {
    const { account, anna, invoice, payment, method, show, charged } = await wrongOffice({
      kind: 'time_out_after_charging',
    });
    expect(payment).toMatchObject({ state: 'processing', reference: null });
    await expect(payFor(anna, { [invoice]: pln('1.00') }, method)).rejects.toEqual(refusal('conflict', 'under_way'));
    clock.move(MINUTE);
    await runJobs();
    expect(await show()).toMatchObject({ state: 'succeeded' });
    expect(await charged()).toBe(1);
    expect(await leftOf(account, invoice)).toBe('0.00');
    expect(await noticesOf(account)).toEqual(['anna payment.settled']);
  });

  it('is repeated with the same key where the request was lost', async () => {
    const { show, charged } = await wrongOffice({ kind: 'time_out_before_charging' });
    clock.move(MINUTE);
    await runJobs();
    expect(await show()).toMatchObject({ state: 'succeeded' });
    expect(await charged()).toBe(1);
  });

  it('is one charge although the gateway executes the request after a look-up said "not found"', async () => {
    const { show, charged } = await wrongOffice({ kind: 'execute_late' });
    clock.move(MINUTE);
    await runJobs();
    await gateway.advance();
    expect(await show()).toMatchObject({ state: 'succeeded' });
    expect(await charged()).toBe(1);
  });

  it('goes on where it stopped when the person asks again with the same key', async () => {
    const { pay, charged } = await wrongOffice({ kind: 'time_out_before_charging' });
    expect(await pay()).toMatchObject({ state: 'succeeded' });
    expect(await pay()).toMatchObject({ state: 'succeeded' });
    expect(await charged()).toBe(1);
  });

  it('that turns out declined frees the amount', async () => {
    const { account, invoice, show, method, anna } = await wrongOffice(pending('declined'));
    await runJobs();
    expect(await show()).toMatchObject({ state: 'processing' });
    await gateway.advance();
    await runJobs();
    expect(await show()).toMatchObject({ state: 'failed', reason: 'declined' });
    expect(await payFor(anna, { [invoice]: pln('100.00') }, method)).toMatchObject([{ state: 'succeeded' }]);
    expect(await leftOf(account, invoice)).toBe('0.00');
  });

  it('is kept at for 23 hours while the gateway is away, and then repeated', async () => {
    const { show, charged } = await wrongOffice(
      ...Array.from({ length: 40 }, () => ({ kind: 'time_out_before_charging' as const })),
    );
    for (let hours = 0; hours < 20; hours += 1) {
      clock.move(HOUR);
      await runJobs();
    }
    expect(await show()).toMatchObject({ state: 'processing' });
    await gateway.behave();
    clock.move(HOUR);
    await runJobs();
    expect(await show()).toMatchObject({ state: 'succeeded' });
    expect(await charged()).toBe(1);
  });

  it('is not sent again after 23 hours, but looked into by a person, its amount reserved', async () => {
    const { anna, account, invoice, method, show, charged } = await wrongOffice(
      ...Array.from({ length: 40 }, () => ({ kind: 'time_out_before_charging' as const })),
    );
    for (let hours = 0; hours < 24; hours += 1) {
      clock.move(HOUR);
      await runJobs();
    }
    await gateway.behave();
    await runJobs();
    expect(await show()).toMatchObject({ state: 'needs_review', reason: 'unknown_outcome' });
    expect(await charged()).toBe(0);
    await expect(payFor(anna, { [invoice]: pln('1.00') }, method)).rejects.toEqual(refusal('conflict', 'under_way'));
    expect(await noticesOf(account)).toEqual(['anna payment.settled']);
  });

  it('found again more than an hour later is only looked up, never newly sent', async () => {
    const { show, charged, pay } = await wrongOffice({ kind: 'time_out_before_charging' });
    clock.move(HOUR + 1);
    expect(await pay()).toMatchObject({ state: 'needs_review' });
    await runJobs();
    expect(await show()).toMatchObject({ state: 'needs_review' });
    expect(await charged()).toBe(0);
  });

  it('found again more than an hour later succeeds when the look-up finds it charged', async () => {
    const { show, charged } = await wrongOffice({ kind: 'time_out_after_charging' });
    clock.move(5 * HOUR);
    await runJobs();
    expect(await show()).toMatchObject({ state: 'succeeded' });
    expect(await charged()).toBe(1);
  });

  it('in review succeeds after all when the gateway executes it late', async () => {
    const { account, show, charged } = await wrongOffice({ kind: 'execute_late' });
    clock.move(2 * HOUR);
    await runJobs();
    expect(await show()).toMatchObject({ state: 'needs_review' });
    await gateway.advance();
    await runJobs();
    expect(await show()).toMatchObject({ state: 'succeeded', reason: null });
    expect(await charged()).toBe(1);
    expect(await noticesOf(account)).toEqual(['anna payment.settled', 'anna payment.settled']);
  });

  it('is settled although its payer was suspended meanwhile', async () => {
    const { account, show, ewa, payment } = await wrongOffice({ kind: 'time_out_after_charging' });
    await account.suspend('anna');
    await runJobs();
    expect(await ewa.payments.show({ id: payment.id })).toMatchObject({ state: 'succeeded' });
    await expect(show()).rejects.toEqual(refusal('forbidden', 'no_access'));
  });

  it('is not counted twice once the loaded data knows it', async () => {
    const { account, invoice, show } = await wrongOffice({ kind: 'time_out_after_charging' });
    const [entry] = (await gateway.ledger()).slice(-1);
    await account.sql.query(
      `INSERT INTO invoice_settlement ("accountId", "invoiceId", reference, "paidOn", amount) VALUES ($1, $2, $3, '2026-11-03', 100)`,
      [account.id, invoice, entry!.reference],
    );
    await account.sql.query(`UPDATE invoice SET "paidLoaded" = 100 WHERE id = $1`, [invoice]);
    await runJobs();
    expect(await show()).toMatchObject({ state: 'succeeded' });
    expect(await leftOf(account, invoice)).toBe('0.00');
  });

  it('is one charge although the gateway forgets its keys, since it is looked up first', async () => {
    const { show, charged } = await wrongOffice(
      { kind: 'time_out_after_charging' },
      { kind: 'forget_keys', afterMs: MINUTE },
    );
    clock.move(5 * MINUTE);
    await runJobs();
    await gateway.behave();
    expect(await show()).toMatchObject({ state: 'succeeded' });
    expect(await charged()).toBe(1);
  });

  it('is left to the job after 15 seconds of silence, so that nobody waits for ever', async () => {
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    const silent = () => {
      resolve();
      return new Promise<never>(() => undefined);
    };
    const { account, anna, method } = await office({ gateway: { ...gateway, charge: silent } });
    const invoice = await account.invoice({ number: '1' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const paying = payFor(anna, { [invoice]: pln('100.00') }, method);
    await asked;
    await vi.advanceTimersByTimeAsync(15_000);
    vi.useRealTimers();
    const [payment] = await paying;
    expect(payment).toMatchObject({ state: 'processing' });
    await runJobs();
    expect(await anna.payments.show({ id: payment!.id })).toMatchObject({ state: 'succeeded' });
  });
});

describe('a second charge for one attempt', () => {
  it('is told to the billing people, and changes nothing of the payment', async () => {
    const { account, anna, method } = await office();
    const invoice = await account.invoice({ number: '1' });
    const [paid] = await payFor(anna, { [invoice]: pln('100.00') }, method);
    const { rows } = await account.sql.query<{ id: string }>('SELECT id FROM payment_attempt WHERE "accountId" = $1', [
      account.id,
    ]);
    const error = vi.fn();
    const told = openSystem({ ...services, log: { ...quietLog, error } }, account.sql);
    await told.payments.onEvent({ type: 'page.paid', key: rows[0]!.id, reference: 'another' });
    expect(error).toHaveBeenCalledOnce();
    expect(await anna.payments.show({ id: paid!.id })).toEqual(paid);
    expect(await auditOf(account)).toContain('system payments.second_charge failed');
    const mails = await account.sql.query('SELECT subject FROM mail WHERE "accountId" = $1', [account.id]);
    expect(mails.rows).toHaveLength(1);
  });
});
