import { describe, expect, it } from 'vitest';
import { paymentOffice } from './office.ts';
import { payFor, pln, refusal } from './support.ts';

const { office, clock } = await paymentOffice();
const HOUR = 3_600_000;

/** An office with five payments of Anna's, an hour apart, of one invoice. */
async function paidOffice() {
  const set = await office();
  const invoice = await set.account.invoice({ number: '1' });
  for (let n = 1; n <= 5; n += 1) {
    clock.move(HOUR);
    await payFor(set.anna, { [invoice]: pln(`${n}.00`) }, set.method);
  }
  return { ...set, invoice };
}

describe('the history of payments', () => {
  it('is shown newest first, page by page, each once', async () => {
    const { ewa } = await paidOffice();
    const first = await ewa.payments.list({ limit: 2 });
    const second = await ewa.payments.list({ limit: 2, after: first.next! });
    const third = await ewa.payments.list({ limit: 2, after: second.next! });
    const amounts = [first, second, third].flatMap(({ rows }) => rows.map(({ amount }) => amount.amount));
    expect(amounts).toEqual(['5.00', '4.00', '3.00', '2.00', '1.00']);
    expect(third.next).toBeUndefined();
  });

  it('is filtered by the day of payment in the account’s time zone, both days included', async () => {
    const { account, ewa, anna, method } = await office();
    const invoice = await account.invoice({ number: '1' });
    // 23:30 of the 3rd in London is 00:30 of the 4th in Warsaw.
    const midnight = Date.parse('2026-12-03T23:30:00Z');
    clock.move(midnight - clock.now().getTime());
    await payFor(anna, { [invoice]: pln('1.00') }, method);
    const count = async (from: string, to: string) => (await ewa.payments.list({ period: { from, to } })).rows.length;
    expect(await count('2026-12-04', '2026-12-04')).toBe(1);
    expect(await count('2026-12-01', '2026-12-03')).toBe(0);
    expect(await count('2026-12-05', '2026-12-31')).toBe(0);
  });

  it('is filtered by invoice', async () => {
    const { account, anna, method, invoice, ewa } = await paidOffice();
    const other = await account.invoice({ number: '2' });
    await payFor(anna, { [other]: pln('9.00') }, method);
    expect((await ewa.payments.list({ invoiceId: other })).rows).toMatchObject([{ items: [{ number: '2' }] }]);
    expect((await ewa.payments.list({ invoiceId: invoice })).rows).toHaveLength(5);
  });

  it('is the account’s own', async () => {
    const [{ invoice }, { ewa }] = [await paidOffice(), await office()];
    expect((await ewa.payments.list({})).rows).toEqual([]);
    expect((await ewa.payments.list({ invoiceId: invoice })).rows).toEqual([]);
  });

  it('is not for those who only order things, one payment neither', async () => {
    const { piotr, ewa } = await paidOffice();
    await expect(piotr.payments.list({})).rejects.toEqual(refusal('forbidden', 'role_needed'));
    const [payment] = (await ewa.payments.list({})).rows;
    await expect(piotr.payments.show({ id: payment!.id })).rejects.toEqual(
      refusal('forbidden', 'role_needed', { permission: 'payments.read' }),
    );
  });

  it('refuses a place it did not hand out', async () => {
    const { ewa } = await office();
    await expect(ewa.payments.list({ after: 'x' })).rejects.toEqual(refusal('invalid', 'bad_input'));
  });
});

describe('what waits', () => {
  it('is shown to the decider and to the payer, each with their own part, and to the payer without a role too', async () => {
    const { account, anna, ewa, jan, method } = await office();
    await account.limit('PLN', '1.00');
    const invoice = await account.invoice({ number: '1' });
    const [payment] = await payFor(anna, { [invoice]: pln('50.00') }, method);
    const one = [{ id: payment!.id, number: 'P-1001', payer: { name: 'Anna' } }];
    expect(await ewa.payments.waiting({})).toMatchObject({ toDecide: one, mine: [] });
    expect(await jan.payments.waiting({})).toEqual({ toDecide: [], mine: [] });
    await account.setRoles('anna', ['technical']);
    expect(await anna.payments.waiting({})).toMatchObject({ toDecide: [], mine: one });
    expect(await anna.payments.show({ id: payment!.id })).toMatchObject({ state: 'awaiting_approval' });
  });
});
