import { describe, expect, it } from 'vitest';
import { paymentOffice } from './office.ts';
import { auditOf, leftOf, newKey, payFor, pln, refusal } from './support.ts';

const { office, gateway } = await paymentOffice();

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const charged = async (references: (string | null)[]) =>
  (await gateway.ledger()).filter(({ reference }) => references.includes(reference));

describe('paying with a method on file', () => {
  it('charges, settles, and closes the invoice', async () => {
    const { account, anna, method } = await office();
    const invoice = await account.invoice({ number: 'INV-1042', total: '250.50' });
    const [paid] = await payFor(anna, { [invoice]: pln('250.50') }, method);
    expect(paid).toMatchObject({ number: 'P-1001', state: 'succeeded', amount: pln('250.50') });
    expect(await charged([paid!.reference])).toMatchObject([{ amount: '250.50', currency: 'PLN' }]);
    expect(await leftOf(account, invoice)).toBe('0.00');
    expect(await auditOf(account)).toEqual(['contact payments.pay done', 'system payments.settle done']);
  });

  it('does it once for its key, however often it is asked and at the same time', async () => {
    const { account, anna, method } = await office();
    const invoice = await account.invoice({ number: '1' });
    const key = newKey();
    const before = (await gateway.ledger()).length;
    const all = await Promise.all([1, 2, 3].map(() => payFor(anna, { [invoice]: pln('60.00') }, method, key)));
    expect(new Set(all.map(([payment]) => payment!.id)).size).toBe(1);
    expect(await gateway.ledger()).toHaveLength(before + 1);
    expect(await leftOf(account, invoice)).toBe('40.00');
  });

  it('refuses the key when it is used for something else', async () => {
    const { account, anna, method } = await office();
    const invoice = await account.invoice({ number: '1' });
    const key = newKey();
    await payFor(anna, { [invoice]: pln('60.00') }, method, key);
    await expect(payFor(anna, { [invoice]: pln('40.00') }, method, key)).rejects.toEqual(
      refusal('conflict', 'key_reused'),
    );
  });

  it('lets only one of two people who pay the same invoice at once', async () => {
    const { account, anna, jan, method } = await office();
    const invoice = await account.invoice({ number: '1' });
    const both = await Promise.allSettled([anna, jan].map((p) => payFor(p, { [invoice]: pln('100.00') }, method)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await leftOf(account, invoice)).toBe('0.00');
  });

  it('makes one payment a currency, each succeeding or failing alone', async () => {
    const { account, anna, method } = await office();
    const euros = await account.invoice({ number: 'E', currency: 'EUR', total: '10.00' });
    const zlotys = await account.invoice({ number: 'Z', total: '30.00' });
    const more = await account.invoice({ number: 'Y', total: '5.00' });
    await gateway.misbehave({ kind: 'decline', reason: 'insufficient_funds' });
    const payments = await payFor(anna, { [zlotys]: pln('30.00'), [euros]: eur('10.00'), [more]: pln('5') }, method);
    expect(payments).toMatchObject([
      { state: 'failed', amount: eur('10.00'), reason: 'insufficient_funds', reference: null },
      { state: 'succeeded', amount: pln('35.00'), items: [{ number: 'Y' }, { number: 'Z' }] },
    ]);
    expect(await leftOf(account, euros)).toBe('10.00');
    expect(await leftOf(account, zlotys)).toBe('0.00');
  });

  it('frees the amount of a declined charge, so that another method can pay it', async () => {
    const { account, anna } = await office();
    const declined = { id: await account.method({ token: 'tok_declined', last4: '0002' }) };
    const good = { id: await account.method({ last4: '4444', token: 'tok_mastercard_4444' }) };
    const invoice = await account.invoice({ number: '1' });
    expect(await payFor(anna, { [invoice]: pln('100.00') }, declined)).toMatchObject([
      { state: 'failed', reason: 'declined' },
    ]);
    expect(await payFor(anna, { [invoice]: pln('100.00') }, good)).toMatchObject([{ state: 'succeeded' }]);
  });

  it('pays what is left after a part, and no more', async () => {
    const { account, anna, method } = await office();
    const invoice = await account.invoice({ number: '1', paidLoaded: '0.02' });
    await payFor(anna, { [invoice]: pln('99.97') }, method);
    await expect(payFor(anna, { [invoice]: pln('0.02') }, method)).rejects.toEqual(
      refusal('invalid', 'more_than_available', { available: pln('0.01') }),
    );
    await payFor(anna, { [invoice]: pln('0.01') }, method);
    await expect(payFor(anna, { [invoice]: pln('0.01') }, method)).rejects.toEqual(
      refusal('conflict', 'invoice_closed', { number: '1' }),
    );
  });
});

describe('what can not be paid', () => {
  it.each([
    ['zero', pln('0'), 'amount_too_small'],
    ['less than nothing', pln('-5.00'), 'amount_too_small'],
    ['less than a minor unit', pln('0.001'), 'minor_digits'],
    ['more than is left', pln('100.01'), 'more_than_available'],
    ['another currency', eur('10.00'), 'currency_mismatch'],
  ])('%s', async (_what, amount, reason) => {
    const { account, anna, method } = await office();
    const invoice = await account.invoice({ number: '1' });
    await expect(payFor(anna, { [invoice]: amount }, method)).rejects.toEqual(
      refusal('invalid', reason, { field: 'amount', number: '1' }),
    );
    expect(await leftOf(account, invoice)).toBe('100.00');
  });

  it('half a yen', async () => {
    const { account, anna, method } = await office();
    const invoice = await account.invoice({ number: '1', currency: 'JPY', total: '1000' });
    const half = payFor(anna, { [invoice]: { amount: '10.5', currency: 'JPY' } }, method);
    await expect(half).rejects.toEqual(refusal('invalid', 'minor_digits'));
    expect(await payFor(anna, { [invoice]: { amount: '1000', currency: 'JPY' } }, method)).toMatchObject([
      { state: 'succeeded', amount: { amount: '1000', currency: 'JPY' } },
    ]);
  });

  it('another account’s invoice, which answers like none, and its method too', async () => {
    const [mine, other] = [await office(), await office()];
    const foreign = await other.account.invoice({ number: '1' });
    const own = await mine.account.invoice({ number: '1' });
    await expect(payFor(mine.anna, { [foreign]: pln('1.00') }, mine.method)).rejects.toEqual(
      refusal('not_found', 'not_found'),
    );
    await expect(payFor(mine.anna, { [own]: pln('1.00') }, other.method)).rejects.toEqual(
      refusal('not_found', 'method_not_found'),
    );
  });

  it('an invoice in dispute, unless the person was warned', async () => {
    const { account, anna, method } = await office();
    const invoice = await account.invoice({ number: '1' });
    await account.dispute(invoice, 'anna');
    await expect(payFor(anna, { [invoice]: pln('100.00') }, method)).rejects.toEqual(
      refusal('conflict', 'disputed', { number: '1' }),
    );
    const items = [{ invoiceId: invoice, amount: pln('100.00') }];
    const paid = await anna.payments.pay({ key: newKey(), items, method, mayBeDisputed: true });
    expect(paid).toMatchObject({ payments: [{ state: 'succeeded' }], redeemed: [] });
  });

  it('with a card whose month is over in the account’s time zone', async () => {
    const { account, anna } = await office();
    const invoice = await account.invoice({ number: '1' });
    const [over, last] = [await account.method({ expires: '2026-10' }), await account.method({ expires: '2026-11' })];
    await expect(payFor(anna, { [invoice]: pln('1.00') }, { id: over })).rejects.toEqual(
      refusal('conflict', 'method_expired', { last4: '4242' }),
    );
    expect(await payFor(anna, { [invoice]: pln('1.00') }, { id: last })).toMatchObject([{ state: 'succeeded' }]);
  });

  it('with a method on file where everything goes to the page', async () => {
    const { account, anna, method } = await office({ payments: 'hosted' });
    const invoice = await account.invoice({ number: '1' });
    await expect(payFor(anna, { [invoice]: pln('1.00') }, method)).rejects.toEqual(refusal('conflict', 'page_only'));
  });

  it('by somebody without the finance role', async () => {
    const { account, ewa, method } = await office();
    const invoice = await account.invoice({ number: '1' });
    await expect(payFor(ewa, { [invoice]: pln('1.00') }, method)).rejects.toEqual(
      refusal('forbidden', 'role_needed', { roles: ['finance'] }),
    );
  });

  it('the same invoice twice in one payment', async () => {
    const { account, anna, method } = await office();
    const item = { invoiceId: await account.invoice({ number: '1' }), amount: pln('60.00') };
    await expect(anna.payments.pay({ key: newKey(), items: [item, item], method })).rejects.toEqual(
      refusal('invalid', 'which_invoice'),
    );
  });
});
