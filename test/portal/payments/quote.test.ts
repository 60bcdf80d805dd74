import { describe, expect, it } from 'vitest';
import { paymentOffice } from './office.ts';
import { payFor, pending, pln, refusal } from './support.ts';

const { office, gateway } = await paymentOffice();

describe('what a payment would be', () => {
  it('names the items, the one charge of each currency, and the default method', async () => {
    const { account, anna, method } = await office();
    await account.invoice({ number: 'A', total: '10.00', dueOn: '2026-10-02' });
    await account.invoice({ number: 'B', total: '5.50', dueOn: '2026-10-01' });
    await account.invoice({ number: 'E', currency: 'EUR', total: '7.00', dueOn: '2026-10-03' });
    const quote = await anna.payments.quote({ status: 'overdue' });
    expect(quote.items.map(({ number, amount }) => [number, amount.amount])).toEqual([
      ['B', '5.50'],
      ['A', '10.00'],
      ['E', '7.00'],
    ]);
    expect(quote.charges.map(({ total }) => total)).toEqual([{ amount: '7.00', currency: 'EUR' }, pln('15.50')]);
    expect(quote).toMatchObject({ method: { id: method.id, last4: '4242' }, leftOut: [], warnings: [], why: null });
  });

  it('tells overdue from open by the day in the account’s time zone', async () => {
    const { account, anna } = await office();
    await account.invoice({ number: 'yesterday', dueOn: '2026-11-02' });
    await account.invoice({ number: 'today', dueOn: '2026-11-03' });
    const numbers = async (status: 'overdue' | 'open' | 'unpaid') =>
      (await anna.payments.quote({ status })).items.map(({ number }) => number);
    expect(await numbers('overdue')).toEqual(['yesterday']);
    expect(await numbers('open')).toEqual(['today']);
    expect(await numbers('unpaid')).toEqual(['yesterday', 'today']);
  });

  it('leaves out of a status what is in dispute or under way, and says so', async () => {
    const { account, anna, method } = await office();
    const [disputed, started] = [await account.invoice({ number: 'D' }), await account.invoice({ number: 'S' })];
    await account.invoice({ number: 'ok' });
    await account.dispute(disputed, 'anna');
    await gateway.misbehave(pending('succeeded'));
    await payFor(anna, { [started]: pln('30.00') }, method);
    const quote = await anna.payments.quote({ status: 'unpaid' });
    expect(quote.items.map(({ number }) => number)).toEqual(['ok']);
    expect(quote.leftOut).toEqual(
      expect.arrayContaining([
        { invoiceId: disputed, number: 'D', left: pln('100.00'), reason: 'disputed' },
        { invoiceId: started, number: 'S', left: pln('100.00'), reason: 'under_way' },
      ]),
    );
  });

  it('takes a disputed invoice by its number with a warning, and what is available of one partly under way', async () => {
    const { account, anna, method } = await office();
    const invoice = await account.invoice({ number: 'FV/2026/11/007' });
    await gateway.misbehave(pending('succeeded'));
    await payFor(anna, { [invoice]: pln('30.00') }, method);
    await account.dispute(invoice, 'anna');
    const quote = await anna.payments.quote({ invoices: [{ invoice: 'FV/2026/11/007' }] });
    expect(quote.items).toMatchObject([{ amount: pln('70.00'), left: pln('100.00'), available: pln('70.00') }]);
    expect(quote.warnings).toEqual(['disputed', 'part_under_way']);
  });

  it('takes an amount for one invoice, and asks which one with several', async () => {
    const { account, anna } = await office();
    const [a, b] = [await account.invoice({ number: 'A' }), await account.invoice({ number: 'B' })];
    const amount = { amount: '12.50' };
    expect((await anna.payments.quote({ invoices: [{ invoice: a, amount }] })).charges).toMatchObject([
      { total: pln('12.50') },
    ]);
    await expect(anna.payments.quote({ invoices: [{ invoice: a, amount }, { invoice: b }] })).rejects.toEqual(
      refusal('invalid', 'which_invoice', { field: 'amount' }),
    );
  });

  it('refuses a closed invoice, one under way as a whole, an unknown one, and a credit note', async () => {
    const { account, anna, method } = await office();
    await account.invoice({ number: 'closed', paidLoaded: '100.00' });
    await account.invoice({ number: 'credit', total: '-20.00' });
    const started = await account.invoice({ number: 'started' });
    await gateway.misbehave(pending('succeeded'));
    await payFor(anna, { [started]: pln('100.00') }, method);
    const quote = (invoice: string) => anna.payments.quote({ invoices: [{ invoice }] });
    await expect(quote('closed')).rejects.toEqual(refusal('conflict', 'invoice_closed', { number: 'closed' }));
    await expect(quote('credit')).rejects.toEqual(refusal('conflict', 'invoice_closed'));
    await expect(quote('started')).rejects.toEqual(refusal('conflict', 'under_way', { number: 'started' }));
    await expect(quote('999')).rejects.toEqual(refusal('not_found', 'not_found'));
  });

  it('asks for another method where the default has expired, and offers the page where there is none', async () => {
    const { account, anna } = await office();
    await account.invoice({ number: '1' });
    await account.sql.query(`UPDATE payment_method SET "expYear" = 2026, "expMonth" = 10 WHERE "accountId" = $1`, [
      account.id,
    ]);
    const wish = { invoices: [{ invoice: '1' }] };
    expect(await anna.payments.quote(wish)).toMatchObject({ method: null, why: 'default_expired' });
    await account.sql.query(`UPDATE payment_method SET "isDefault" = false WHERE "accountId" = $1`, [account.id]);
    expect(await anna.payments.quote(wish)).toMatchObject({ method: { page: true }, why: null });
    await account.method({ last4: '1111' });
    expect(await anna.payments.quote(wish)).toMatchObject({ method: null, why: 'no_default' });
  });

  it('sends everything to the page where PAYMENTS is hosted', async () => {
    const { account, anna } = await office({ payments: 'hosted' });
    await account.invoice({ number: '1' });
    expect(await anna.payments.quote({ status: 'unpaid' })).toMatchObject({ method: { page: true } });
  });

  it('says who would have to approve it and why', async () => {
    const { account, anna } = await office();
    await account.limit('PLN', '99.99');
    await account.invoice({ number: '1' });
    const { charges } = await anna.payments.quote({ status: 'unpaid' });
    expect(charges).toMatchObject([
      { approval: { limit: pln('99.99'), counted: pln('100.00'), deciders: [{ name: 'Ewa' }] } },
    ]);
  });
});

describe('the methods on file', () => {
  it('are shown with the default first, expired ones marked, and never with their token', async () => {
    const { account, anna } = await office();
    await account.method({ kind: 'bank', last4: '9876', token: 'tok_bank_9876' });
    await account.method({ last4: '1881', expires: '2026-10', token: 'tok_visa_1881' });
    const { methods } = await anna.payments.methods({});
    expect(methods.map(({ kind, last4, expired, isDefault }) => [kind, last4, expired, isDefault])).toEqual([
      ['card', '4242', false, true],
      ['card', '1881', true, false],
      ['bank', '9876', false, false],
    ]);
    expect(JSON.stringify(methods)).not.toContain('tok_');
  });
});
