import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { providerOn, request } from './support.ts';

const { url } = await testDatabase();
const provider = () => providerOn(url);

describe('a charge', () => {
  it('is made once and its outcome repeated for the same key and parameters', async () => {
    const { gateway, clock } = await provider();
    const first = await gateway.charge(request('k1'));
    const again = await gateway.charge({ ...request('k1'), amount: { amount: '10.5', currency: 'EUR' } });
    expect(first).toEqual({ status: 'succeeded', reference: expect.stringMatching(/^sim_/) });
    expect(again).toEqual(first);
    expect(await gateway.lookup('k1')).toEqual(first);
    const reference = first.status === 'succeeded' ? first.reference : '';
    expect(await gateway.ledger()).toEqual([
      {
        key: 'k1',
        amount: '10.50',
        currency: 'EUR',
        method: 'tok_visa_4242',
        status: 'succeeded',
        reference,
        at: clock.now(),
      },
    ]);
  });

  it.each([
    ['amount', { amount: { amount: '10.51', currency: 'EUR' } }],
    ['currency', { amount: { amount: '10.50', currency: 'PLN' } }],
    ['method', { method: 'tok_bank_1234' }],
    ['description', { description: 'Invoice 124' }],
  ])('refuses a key used again with another %s', async (_, other) => {
    const { gateway } = await provider();
    await gateway.charge(request('k1'));
    const refusal = gateway.charge({ ...request('k1'), ...other });
    await expect(refusal).rejects.toMatchObject({ code: 'conflict', reason: 'key_reused' });
    expect(await gateway.ledger()).toHaveLength(1);
  });

  it('is one charge when two processes send it at once, twenty times over', async () => {
    const { gateway, another } = await provider();
    const other = await another();
    const sends = Array.from({ length: 20 }, (_, n) => (n % 2 ? gateway : other).charge(request('k1')));
    const outcomes = await Promise.all(sends);
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await gateway.ledger()).toHaveLength(1);
  });

  it.each([
    ['tok_visa_4242', { status: 'succeeded', reference: expect.any(String) }],
    ['tok_bank_6789', { status: 'succeeded', reference: expect.any(String) }],
    ['tok_declined', { status: 'declined', reason: 'declined' }],
    ['tok_insufficient', { status: 'declined', reason: 'insufficient_funds' }],
    ['tok_expired', { status: 'declined', reason: 'expired' }],
    ['tok_nobody_knows', { status: 'declined', reason: 'unknown_method' }],
  ])('of %s comes to what the token says, also when looked up or repeated', async (token, outcome) => {
    const { gateway } = await provider();
    expect(await gateway.charge(request('k1', token))).toEqual(outcome);
    expect(await gateway.charge(request('k1', token))).toEqual(outcome);
    expect(await gateway.lookup('k1')).toEqual(outcome);
  });

  it.each(['0', '-1.00', '10.505'])('of %s is refused and leaves no trace', async (amount) => {
    const { gateway } = await provider();
    await expect(gateway.charge(request('k1', 'tok_visa_4242', amount))).rejects.toMatchObject({ code: 'invalid' });
    expect(await gateway.ledger()).toEqual([]);
  });

  it('that was never made is not found', async () => {
    const { gateway } = await provider();
    expect(await gateway.lookup('nothing')).toEqual({ status: 'not_found' });
  });

  it('is unknown, not failed, when the provider cannot be reached', async () => {
    const { sql, gateway } = await provider();
    await sql.query('alter table simulated_gateway.charge rename to charge_gone');
    const lost = gateway.charge(request('k1'));
    await expect(lost).rejects.toMatchObject({ code: 'unavailable', reason: 'gateway_unreachable' });
    await sql.query('alter table simulated_gateway.charge_gone rename to charge');
  });
});

describe('the books', () => {
  it('are made once when several processes start at once', async () => {
    const { sql, another } = await provider();
    await sql.query('drop schema simulated_gateway cascade');
    const all = await Promise.all([another(), another(), another(), another()]);
    expect(await all[0]!.charge(request('k1'))).toMatchObject({ status: 'succeeded' });
    expect(await all[3]!.ledger()).toHaveLength(1);
  });
});
