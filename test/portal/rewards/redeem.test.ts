import { describe, expect, it } from 'vitest';
import { isCoded } from '../../../src/lib/errors.ts';
import type { Portal } from '../../../src/portal/open.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';
import { leftOf, newKey, payFor, pending, pln, refusal } from '../payments/support.ts';
import { addRewards, addSupportInvoice } from './support.ts';

const world = await portalWorld(await testDatabase());
const { gateway } = world.services;

async function office() {
  const account = await world.account({
    piotr: ['technical'],
    anna: ['finance'],
    jan: ['finance'],
    ewa: ['management'],
  });
  const portal = (name: string) => world.portalFor(account, name);
  return { account, portal, anna: portal('anna'), jan: portal('jan'), ewa: portal('ewa') };
}

interface Wish {
  amount?: { amount: string; currency?: string };
  mayBeDisputed?: boolean;
}

/** Redeems as the dialog does: what the quote shows. */
async function redeemOn(portal: Portal, invoiceId: string, { amount, mayBeDisputed }: Wish = {}, key = newKey()) {
  const quote = await portal.rewards.quote({ invoiceId, ...(amount && { amount }) });
  const uses = quote.uses.map(({ batchId, units }) => ({ batchId, units }));
  const how = mayBeDisputed === undefined ? {} : { mayBeDisputed };
  return portal.rewards.redeem({ key, invoiceId, amount: quote.amount, uses, ...how });
}

const balanceOf = async (portal: Portal) =>
  (await portal.rewards.show({})).balances.map(({ balance }) => balance.value.amount);

describe('redeeming rewards on an invoice', () => {
  it('covers as much of the pre-tax part as the balance can, and lowers what is left to pay', async () => {
    const { account, anna } = await office();
    await addRewards(account, { amount: '450.00' });
    const invoice = await addSupportInvoice(account, { number: '124', net: '2000.00', tax: '460.00' });
    expect(await redeemOn(anna, invoice)).toEqual({
      ...{ number: 'R-1001', invoiceId: invoice, invoiceNumber: '124' },
      ...{ amount: pln('450.00'), left: pln('2010.00'), balance: pln('0.00') },
    });
    expect(await leftOf(account, invoice)).toBe('2010.00');
    expect(await balanceOf(anna)).toEqual(['0.00']);
    const shown = await anna.rewards.show({});
    expect(shown.redemptions).toMatchObject([
      { number: 'R-1001', state: 'spent', value: pln('450.00'), invoiceNumber: '124', by: 'Anna', payment: null },
    ]);
  });

  it('never covers tax: at most the pre-tax total less what was redeemed before, and what is left', async () => {
    const { account, anna } = await office();
    await addRewards(account, { amount: '5000.00' });
    const invoice = await addSupportInvoice(account, { number: '1', net: '100.00', tax: '23.00' });
    await redeemOn(anna, invoice, { amount: { amount: '60.00' } });
    expect((await anna.rewards.quote({ invoiceId: invoice })).most).toEqual(pln('40.00'));
    await redeemOn(anna, invoice);
    expect(await leftOf(account, invoice)).toBe('23.00');
    await expect(anna.rewards.quote({ invoiceId: invoice })).rejects.toEqual(refusal('conflict', 'pre_tax_covered'));
    const half = await addSupportInvoice(account, { number: '2', net: '100.00', tax: '23.00', paidLoaded: '90.00' });
    expect((await anna.rewards.quote({ invoiceId: half })).most).toEqual(pln('33.00'));
  });

  it('uses the batches that expire soonest first, never expired ones, only of the invoice’s currency', async () => {
    const { account, anna } = await office();
    const never = await addRewards(account, { id: 'never', amount: '100.00', expiresOn: null });
    const late = await addRewards(account, { id: 'late', amount: '100.00', expiresOn: '2027-05-01' });
    const today = await addRewards(account, { id: 'today', amount: '30.00', expiresOn: '2026-11-03' });
    await addRewards(account, { id: 'gone', amount: '100.00', expiresOn: '2026-11-02' });
    await addRewards(account, { id: 'euro', amount: '100.00', currency: 'EUR' });
    const invoice = await addSupportInvoice(account, { number: '1', net: '150.00' });
    const quote = await anna.rewards.quote({ invoiceId: invoice });
    expect(quote.uses.map(({ batchId, used }) => [batchId, used.value.amount])).toEqual([
      [today, '30.00'],
      [late, '100.00'],
      [never, '20.00'],
    ]);
    expect(quote).toMatchObject({ leftAfter: pln('0.00'), balanceAfter: pln('80.00') });
    await redeemOn(anna, invoice);
    expect(await leftOf(account, invoice)).toBe('0.00');
  });

  it('spends points by their rate, as many as the money takes, also where they make no whole minor unit', async () => {
    const { account, anna } = await office();
    await addRewards(account, { id: 'a', amount: '101', rate: '0.005', expiresOn: '2026-12-01' });
    await addRewards(account, { id: 'b', amount: '99', rate: '0.005' });
    const invoice = await addSupportInvoice(account, { number: '1', net: '100.00' });
    const all = await anna.rewards.quote({ invoiceId: invoice });
    expect(all.amount).toEqual(pln('1.00'));
    expect(all.uses.map(({ used }) => [used.points, used.value.amount])).toEqual([
      ['101', '0.50'],
      ['99', '0.50'],
    ]);
    const some = await anna.rewards.quote({ invoiceId: invoice, amount: { amount: '50', currency: 'PTS' } });
    expect(some.uses.map(({ used }) => used)).toEqual([{ points: '50', value: pln('0.25') }]);
    await redeemOn(anna, invoice);
    expect(await leftOf(account, invoice)).toBe('99.00');
    expect(await balanceOf(anna)).toEqual(['0.00']);
  });

  it('is refused with what would do: too much, too little, too exact, another currency, points where there are none', async () => {
    const { account, anna } = await office();
    await addRewards(account, { amount: '50.00' });
    const invoice = await addSupportInvoice(account, { number: '1', net: '100.00' });
    const quote = (amount: string, currency?: string) =>
      anna.rewards.quote({ invoiceId: invoice, amount: { amount, ...(currency && { currency }) } });
    const refused = (reason: string) => refusal('invalid', reason, { most: pln('50.00') });
    await expect(quote('50.01')).rejects.toEqual(refused('more_than_redeemable'));
    await expect(quote('0')).rejects.toEqual(refused('amount_too_small'));
    await expect(quote('1.005')).rejects.toEqual(refused('minor_digits'));
    await expect(quote('10', 'EUR')).rejects.toEqual(refused('currency_mismatch'));
    await expect(quote('10', 'PTS')).rejects.toEqual(refused('no_points'));
    expect((await quote('50.00', 'PLN')).amount).toEqual(pln('50.00'));
  });

  it('is refused on other types, on closed and credit invoices, with no balance, and on another account’s', async () => {
    const [{ account, anna }, other] = [await office(), await office()];
    const refused = async (invoiceId: string, reason: string, portal = anna) =>
      expect(portal.rewards.quote({ invoiceId })).rejects.toEqual(
        refusal(reason === 'not_found' ? 'not_found' : 'conflict', reason),
      );
    const support = await addSupportInvoice(account, { number: '1', net: '100.00' });
    await refused(support, 'no_rewards');
    await addRewards(account, { amount: '50.00' });
    await refused(await addSupportInvoice(account, { number: '2', net: '100.00', type: 'licence' }), 'not_support');
    await refused(await addSupportInvoice(account, { number: '3', net: '9.00', paidLoaded: '9.00' }), 'invoice_closed');
    await refused(await addSupportInvoice(account, { number: '4', net: '-9.00' }), 'invoice_closed');
    await refused(support, 'not_found', other.anna);
  });

  it('takes an invoice in dispute only from somebody who was warned', async () => {
    const { account, anna } = await office();
    await addRewards(account, { amount: '50.00' });
    const invoice = await addSupportInvoice(account, { number: '1', net: '100.00' });
    await account.dispute(invoice, 'anna');
    expect((await anna.rewards.quote({ invoiceId: invoice })).invoice.disputed).toBe(true);
    await expect(redeemOn(anna, invoice)).rejects.toEqual(refusal('conflict', 'disputed', { number: '1' }));
    expect(await redeemOn(anna, invoice, { mayBeDisputed: true })).toMatchObject({ left: pln('50.00') });
  });

  it('leaves alone what payments under way have reserved', async () => {
    const { account, anna } = await office();
    const method = { id: await account.method({ isDefault: true }) };
    await addRewards(account, { amount: '500.00' });
    const invoice = await addSupportInvoice(account, { number: '1', net: '100.00' });
    await gateway.misbehave(pending('succeeded'));
    await payFor(anna, { [invoice]: pln('70.00') }, method);
    expect((await anna.rewards.quote({ invoiceId: invoice })).most).toEqual(pln('30.00'));
    await redeemOn(anna, invoice);
    await expect(anna.rewards.quote({ invoiceId: invoice })).rejects.toEqual(refusal('conflict', 'under_way'));
    await gateway.behave();
  });

  it('is done once for a key, and by finance and management alone', async () => {
    const { account, anna, ewa, portal } = await office();
    await addRewards(account, { amount: '50.00' });
    const invoice = await addSupportInvoice(account, { number: '1', net: '100.00' });
    const quote = await anna.rewards.quote({ invoiceId: invoice, amount: { amount: '10.00' } });
    const uses = quote.uses.map(({ batchId, units }) => ({ batchId, units }));
    const input = { key: newKey(), invoiceId: invoice, amount: quote.amount, uses };
    expect(await anna.rewards.redeem(input)).toEqual(await anna.rewards.redeem(input));
    expect(await leftOf(account, invoice)).toBe('90.00');
    await redeemOn(ewa, invoice);
    await expect(portal('piotr').rewards.quote({ invoiceId: invoice })).rejects.toEqual(
      refusal('forbidden', 'role_needed'),
    );
    await expect(portal('piotr').rewards.redeem({ ...input, key: newKey() })).rejects.toEqual(
      refusal('forbidden', 'role_needed'),
    );
  });

  it('is refused where other batches would be used than were shown', async () => {
    const { account, anna } = await office();
    await addRewards(account, { id: 'late', amount: '50.00' });
    const invoice = await addSupportInvoice(account, { number: '1', net: '100.00' });
    const { amount, uses } = await anna.rewards.quote({ invoiceId: invoice });
    await addRewards(account, { id: 'soon', amount: '50.00', expiresOn: '2026-11-20' });
    const shown = uses.map(({ batchId, units }) => ({ batchId, units }));
    await expect(anna.rewards.redeem({ key: newKey(), invoiceId: invoice, amount, uses: shown })).rejects.toEqual(
      refusal('conflict', 'rewards_changed'),
    );
    expect(await leftOf(account, invoice)).toBe('100.00');
  });

  it('by many at once never spends more than there is', async () => {
    const { account, anna, jan, ewa } = await office();
    await addRewards(account, { amount: '100.00' });
    const invoices = [];
    for (const number of ['1', '2', '3']) invoices.push(await addSupportInvoice(account, { number, net: '60.00' }));
    const done = await Promise.allSettled(
      invoices.flatMap((id) => [anna, jan, ewa].map((portal) => redeemOn(portal, id, { amount: { amount: '40.00' } }))),
    );
    for (const one of done) if (one.status === 'rejected') expect(isCoded(one.reason)).toBe(true);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await balanceOf(anna)).toEqual(['20.00']);
    const left = await Promise.all(invoices.map((id) => leftOf(account, id)));
    expect(left.map(Number).reduce((sum, one) => sum + one)).toBe(100);
  });

  it('offers the unpaid support invoices in currencies there are rewards in, the oldest due first', async () => {
    const { account, anna } = await office();
    const numbers = async () => (await anna.rewards.redeemable({})).rows.map(({ number }) => number);
    await addSupportInvoice(account, { number: 'late', net: '10.00', dueOn: '2026-12-01' });
    expect(await numbers()).toEqual([]);
    await addRewards(account, { amount: '50.00' });
    await addSupportInvoice(account, { number: 'soon', net: '10.00', dueOn: '2026-10-01' });
    await addSupportInvoice(account, { number: 'tax only', net: '10.00', tax: '2.00', paidLoaded: '12.00' });
    await addSupportInvoice(account, { number: 'licence', net: '10.00', type: 'licence' });
    await addSupportInvoice(account, { number: 'euro', net: '10.00', currency: 'EUR' });
    await account.dispute(await addSupportInvoice(account, { number: 'disputed', net: '10.00' }), 'anna');
    expect(await numbers()).toEqual(['soon', 'late']);
    expect((await anna.rewards.redeemable({})).balances).toEqual([pln('50.00')]);
  });

  it('counts until the loaded data knows its number, and not twice then', async () => {
    const { account, anna } = await office();
    await addRewards(account, { amount: '40.00' });
    const invoice = await addSupportInvoice(account, { number: '1', net: '100.00' });
    const { number } = await redeemOn(anna, invoice);
    await account.sql.query(
      `INSERT INTO invoice_settlement ("accountId", "invoiceId", reference, "paidOn", amount) VALUES ($1, $2, $3, '2026-11-04', 40)`,
      [account.id, invoice, number],
    );
    await account.sql.query(`UPDATE invoice SET "paidLoaded" = 40 WHERE id = $1`, [invoice]);
    await addRewards(account, { id: 'more', amount: '10.00' });
    await redeemOn(anna, invoice);
    expect(await leftOf(account, invoice)).toBe('50.00');
  });
});
