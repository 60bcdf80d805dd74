import { describe, expect, it } from 'vitest';
import { simulatedGateway } from '../../../src/gateways/simulated/gateway.ts';
import { systemIds } from '../../../src/lib/clock.ts';
import { CodedError } from '../../../src/lib/errors.ts';
import { paymentOffice } from './office.ts';
import { leftOf, newKey, noticesOf, payFor, pln, refusal } from './support.ts';

const { office, gateway, services, system, clock, runJobs } = await paymentOffice();
const MINUTE = 60_000;
const CARD = { action: 'card', number: '4242 4242 4242 4242', expiry: '12/30', cvc: '123' };

const sessionOf = (url: string | null) => url!.split('/').at(-1)!;
const payPage = (url: string | null) => gateway.submit(sessionOf(url), CARD, 'en');
const cancelPage = (url: string | null) => gateway.submit(sessionOf(url), { action: 'cancel' }, 'en');

/** An office where Anna's payment of a whole invoice is open on the page. */
async function openedOffice(others = {}) {
  const set = await office(others);
  const invoice = await set.account.invoice({ number: 'INV-7' });
  const [payment] = await payFor(set.anna, { [invoice]: pln('100.00') }, { page: true });
  const state = async () => (await set.anna.payments.show({ id: payment!.id })).state;
  return { ...set, invoice, payment: payment!, state };
}

describe('paying on the hosted page', () => {
  it('opens the page, reserves, and succeeds when the gateway tells that it was paid', async () => {
    const { account, anna, invoice, payment, method } = await openedOffice();
    expect(payment).toMatchObject({ state: 'awaiting_payer', method: { page: true } });
    expect(payment.pageUrl).toMatch(/^http:\/\/localhost\/simulated-gateway\/pay\//);
    await expect(payFor(anna, { [invoice]: pln('100.00') }, method)).rejects.toEqual(refusal('conflict', 'under_way'));
    await payPage(payment.pageUrl);
    const shown = await anna.payments.show({ id: payment.id });
    expect(shown).toMatchObject({ state: 'succeeded', pageUrl: null, expiresAt: null });
    expect(await leftOf(account, invoice)).toBe('0.00');
    expect(await noticesOf(account)).toEqual(['anna payment.settled']);
  });

  it('opens one page for its key, and shows its address to the payer alone', async () => {
    const { account, anna, jan } = await office();
    const invoice = await account.invoice({ number: '1' });
    const key = newKey();
    const [first] = await payFor(anna, { [invoice]: pln('100.00') }, { page: true }, key);
    const [again] = await payFor(anna, { [invoice]: pln('100.00') }, { page: true }, key);
    expect(again!.pageUrl).toBe(first!.pageUrl);
    expect(await jan.payments.show({ id: first!.id })).toMatchObject({ state: 'awaiting_payer', pageUrl: null });
  });

  it('speaks the language it was asked for in, or the payer’s own', async () => {
    const { account, portal, anna } = await office();
    const language = async (payer: typeof anna) => {
      const invoice = await account.invoice({ number: newKey() });
      const [payment] = await payFor(payer, { [invoice]: pln('100.00') }, { page: true });
      return /<html lang="(..)"/.exec((await gateway.page(sessionOf(payment!.pageUrl), 'en')).html)?.[1];
    };
    expect(await language(anna)).toBe('en');
    expect(await language(portal('anna', {}, 'pl'))).toBe('pl');
    await account.sql.query(`UPDATE contact SET locale = 'pl' WHERE "accountId" = $1`, [account.id]);
    expect(await language(anna)).toBe('pl');
  });

  it('opens a page for each currency', async () => {
    const { account, anna } = await office();
    const [a, b] = [await account.invoice({ number: 'a' }), await account.invoice({ number: 'b', currency: 'EUR' })];
    const items = { [a]: pln('100.00'), [b]: { amount: '100.00', currency: 'EUR' } };
    const payments = await payFor(anna, items, { page: true });
    expect(new Set(payments.map(({ pageUrl }) => pageUrl)).size).toBe(2);
  });

  it('ends when the payer cancels there', async () => {
    const { account, invoice, payment, state, anna, method } = await openedOffice();
    await cancelPage(payment.pageUrl);
    expect(await state()).toBe('withdrawn');
    expect(await noticesOf(account)).toEqual(['anna payment.settled']);
    expect(await payFor(anna, { [invoice]: pln('100.00') }, method)).toMatchObject([{ state: 'succeeded' }]);
  });

  it('ends after 30 minutes, voided at the gateway first', async () => {
    const { payment, state } = await openedOffice();
    clock.move(30 * MINUTE - 1);
    await runJobs();
    expect(await state()).toBe('awaiting_payer');
    clock.move(1);
    await runJobs();
    expect(await state()).toBe('expired');
    expect((await gateway.page(sessionOf(payment.pageUrl), 'en')).status).toBe(410);
  });

  it('ends when the gateway is first to tell that its time is over', async () => {
    const { state } = await openedOffice();
    clock.move(30 * MINUTE);
    await gateway.deliverEvents();
    expect(await state()).toBe('expired');
  });

  it('is taken back by the payer, who can’t pay it there any more', async () => {
    const { anna, payment, state } = await openedOffice();
    expect(await anna.payments.withdraw({ key: newKey(), id: payment.id })).toMatchObject({ outcome: 'withdrawn' });
    const charges = (await gateway.ledger()).length;
    await payPage(payment.pageUrl);
    expect(await state()).toBe('withdrawn');
    expect(await gateway.ledger()).toHaveLength(charges);
  });

  it('can’t be taken back where it was paid a moment before the gateway told so', async () => {
    const { account, anna, payment, state } = await openedOffice();
    // A process of the gateway's that tells nobody.
    const elsewhere = await simulatedGateway({ sql: account.sql, clock, ids: systemIds, publicUrl: '', payee: 'A' });
    await elsewhere.submit(sessionOf(payment.pageUrl), CARD, 'en');
    expect(await state()).toBe('awaiting_payer');
    expect(await anna.payments.withdraw({ key: newKey(), id: payment.id })).toMatchObject({
      outcome: 'already',
      payment: { state: 'succeeded' },
    });
  });

  it('stays open when the gateway can’t be reached to end it, and says so', async () => {
    const voidPage = async () => {
      throw new CodedError('unavailable', 'gateway_timeout');
    };
    const { anna, payment, state } = await openedOffice({ gateway: { ...services.gateway, voidPage } });
    await expect(anna.payments.withdraw({ key: newKey(), id: payment.id })).rejects.toEqual(
      refusal('unavailable', 'page_not_ended'),
    );
    expect(await state()).toBe('awaiting_payer');
  });

  it('that was taken back while it was being opened is ended at the gateway', async () => {
    const { account, anna, portal } = await office();
    const invoice = await account.invoice({ number: '1' });
    const opened = { url: '' };
    const tooEarly = { gateway: { ...gateway, voidPage: async () => 'voided' as const } };
    const gatewayWithdrawing = {
      ...gateway,
      async openPage(request: Parameters<typeof gateway.openPage>[0]) {
        const { mine } = await anna.payments.waiting({});
        await portal('anna', tooEarly).payments.withdraw({ key: newKey(), id: mine[0]!.id });
        opened.url = (await gateway.openPage(request)).url;
        return opened;
      },
    };
    const slow = portal('anna', { gateway: gatewayWithdrawing });
    const [payment] = await payFor(slow, { [invoice]: pln('100.00') }, { page: true });
    expect(payment).toMatchObject({ state: 'withdrawn', pageUrl: null });
    expect((await gateway.page(sessionOf(opened.url), 'en')).status).toBe(410);
  });

  it('that could not be opened is opened by the job, and the payer is told', async () => {
    const openPage = async () => {
      throw new CodedError('unavailable', 'gateway_timeout');
    };
    const { account, anna, payment } = await openedOffice({ gateway: { ...services.gateway, openPage } });
    expect(payment).toMatchObject({ state: 'awaiting_payer', pageUrl: null });
    await runJobs();
    expect((await anna.payments.show({ id: payment.id })).pageUrl).toMatch(/^http/);
    expect(await noticesOf(account)).toEqual(['anna payment.page_ready']);
  });

  it('is opened for the payer when a manager approved it, for 30 minutes from then', async () => {
    const { account, anna, ewa } = await office();
    await account.limit('PLN', '1.00');
    const invoice = await account.invoice({ number: '1' });
    const [payment] = await payFor(anna, { [invoice]: pln('100.00') }, { page: true });
    expect(payment).toMatchObject({ state: 'awaiting_approval', pageUrl: null });
    clock.move(60 * MINUTE);
    const { payment: seen } = await ewa.payments.approve({ key: newKey(), id: payment!.id });
    expect(seen).toMatchObject({ state: 'awaiting_payer', pageUrl: null });
    const mine = await anna.payments.show({ id: payment!.id });
    expect(Date.parse(mine.expiresAt!) - clock.now().getTime()).toBe(30 * MINUTE);
    expect(await noticesOf(account)).toEqual([
      'ewa payment.approval_asked',
      'anna payment.decided',
      'anna payment.page_ready',
    ]);
    await payPage(mine.pageUrl);
    expect(await anna.payments.show({ id: payment!.id })).toMatchObject({ state: 'succeeded' });
  });
});

describe('a success that arrives for an ended session', () => {
  it.each(['withdrawn', 'expired'] as const)('that was %s is recorded and brought to review', async (how) => {
    const { account, anna, invoice, payment, state, method } = await openedOffice();
    if (how === 'withdrawn') await anna.payments.withdraw({ key: newKey(), id: payment.id });
    clock.move(30 * MINUTE);
    await runJobs();
    expect(await state()).toBe(how);
    await gateway.misbehave({ kind: 'pay_ended_page' });
    await payPage(payment.pageUrl);
    const shown = await anna.payments.show({ id: payment.id });
    expect(shown).toMatchObject({ state: 'needs_review', reason: 'paid_after_end' });
    expect((await gateway.ledger()).map(({ reference }) => reference)).toContain(shown.reference);
    await expect(payFor(anna, { [invoice]: pln('1.00') }, method)).rejects.toEqual(refusal('conflict', 'under_way'));
    expect(await noticesOf(account)).toContain('anna payment.settled');
    const { rows } = await account.sql.query('SELECT "to", subject FROM mail WHERE "accountId" = $1', [account.id]);
    expect(rows).toMatchObject([{ subject: expect.stringContaining('P-1001') }]);
  });

  it('leaves review once the loaded data knows its reference, and is not counted twice', async () => {
    const { account, anna, invoice, payment, state } = await openedOffice();
    await anna.payments.withdraw({ key: newKey(), id: payment.id });
    await gateway.misbehave({ kind: 'pay_ended_page' });
    await payPage(payment.pageUrl);
    await runJobs();
    expect(await state()).toBe('needs_review');
    const { reference } = await anna.payments.show({ id: payment.id });
    await account.sql.query(
      `INSERT INTO invoice_settlement ("accountId", "invoiceId", reference, "paidOn", amount)
       VALUES ($1, $2, $3, '2026-11-04', 100)`,
      [account.id, invoice, reference],
    );
    await account.sql.query('UPDATE invoice SET "paidLoaded" = 100 WHERE id = $1', [invoice]);
    await runJobs();
    expect(await state()).toBe('succeeded');
    expect(await leftOf(account, invoice)).toBe('0.00');
  });

  it('told again changes nothing', async () => {
    const { account, anna, payment } = await openedOffice();
    await payPage(payment.pageUrl);
    const before = await anna.payments.show({ id: payment.id });
    const { rows } = await account.sql.query<{ id: string }>('SELECT id FROM payment_attempt WHERE "paymentId" = $1', [
      payment.id,
    ]);
    const key = rows[0]!.id;
    await system.payments.onEvent({ type: 'page.paid', key, reference: before.reference! });
    await system.payments.onEvent({ type: 'page.cancelled', key });
    await system.payments.onEvent({ type: 'page.expired', key });
    expect(await anna.payments.show({ id: payment.id })).toEqual(before);
  });

  it('under a key that is not ours is handed back to the gateway, to be told again', async () => {
    await expect(system.payments.onEvent({ type: 'page.paid', key: 'unknown', reference: 'r' })).rejects.toEqual(
      refusal('not_found', 'attempt_not_found'),
    );
    await system.payments.onEvent({ type: 'page.expired', key: 'unknown' });
  });
});
