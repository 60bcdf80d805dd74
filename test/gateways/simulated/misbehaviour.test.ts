import { describe, expect, it, vi } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { providerOn, request } from './support.ts';

const { url } = await testDatabase();
const provider = () => providerOn(url);

const unavailable = { code: 'unavailable' };

describe('the provider, told to misbehave', () => {
  it('declines the next charge only, and repeats that answer for its key', async () => {
    const { gateway } = await provider();
    await gateway.misbehave({ kind: 'decline', reason: 'insufficient_funds' });
    const declined = { status: 'declined', reason: 'insufficient_funds' };
    expect(await gateway.charge(request('k1'))).toEqual(declined);
    expect(await gateway.charge(request('k1'))).toEqual(declined);
    expect(await gateway.charge(request('k2'))).toMatchObject({ status: 'succeeded' });
  });

  it('times out after charging: the caller hears nothing, the repeat finds the one charge', async () => {
    const { gateway } = await provider();
    await gateway.misbehave({ kind: 'time_out_after_charging' });
    await expect(gateway.charge(request('k1'))).rejects.toMatchObject(unavailable);
    expect(await gateway.lookup('k1')).toMatchObject({ status: 'succeeded' });
    expect(await gateway.charge(request('k1'))).toMatchObject({ status: 'succeeded' });
    expect(await gateway.ledger()).toHaveLength(1);
  });

  it('times out before charging: nothing is found, the repeat charges', async () => {
    const { gateway } = await provider();
    await gateway.misbehave({ kind: 'time_out_before_charging' });
    await expect(gateway.charge(request('k1'))).rejects.toMatchObject(unavailable);
    expect(await gateway.lookup('k1')).toEqual({ status: 'not_found' });
    expect(await gateway.charge(request('k1'))).toMatchObject({ status: 'succeeded' });
  });

  it('executes late: not found at first, charged when its time has come', async () => {
    const { gateway, clock } = await provider();
    await gateway.misbehave({ kind: 'execute_late', afterMs: 5000 });
    await expect(gateway.charge(request('k1'))).rejects.toMatchObject(unavailable);
    clock.move(4999);
    expect(await gateway.lookup('k1')).toEqual({ status: 'not_found' });
    clock.move(1);
    expect(await gateway.lookup('k1')).toMatchObject({ status: 'succeeded' });
    expect(await gateway.ledger()).toHaveLength(1);
  });

  it('executes late at the trigger of another process, and charges nothing where the key was repeated meanwhile', async () => {
    const { gateway, another } = await provider();
    await gateway.misbehave({ kind: 'execute_late' }, { kind: 'execute_late' });
    await expect(gateway.charge(request('k1'))).rejects.toMatchObject(unavailable);
    await expect(gateway.charge(request('k2', 'tok_declined'))).rejects.toMatchObject(unavailable);
    expect(await gateway.charge(request('k1'))).toMatchObject({ status: 'succeeded' });
    await (await another()).advance();
    expect(await gateway.lookup('k2')).toEqual({ status: 'declined', reason: 'declined' });
    expect((await gateway.ledger()).map(({ key }) => key)).toEqual(['k1', 'k2']);
  });

  it('answers late: charged at once, told when the answer is released', async () => {
    const { gateway } = await provider();
    await gateway.misbehave({ kind: 'answer_late' });
    const told = vi.fn();
    const answer = gateway.charge(request('k1')).then(told);
    await vi.waitFor(async () => expect(await gateway.ledger()).toHaveLength(1));
    expect(told).not.toHaveBeenCalled();
    await gateway.advance();
    await answer;
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ status: 'succeeded' }));
  });

  it('answers after the time given', async () => {
    const { gateway } = await provider();
    await gateway.misbehave({ kind: 'answer_late', afterMs: 20 });
    const before = performance.now();
    expect(await gateway.charge(request('k1'))).toMatchObject({ status: 'succeeded' });
    expect(performance.now() - before).toBeGreaterThanOrEqual(19);
  });

  it.each([
    ['succeeded', { status: 'succeeded', reference: expect.any(String) }],
    ['declined', { status: 'declined', reason: 'declined' }],
  ] as const)('leaves a charge pending that becomes %s', async (then, outcome) => {
    const { gateway, clock } = await provider();
    await gateway.misbehave({ kind: 'pending', then, afterMs: 60_000 });
    expect(await gateway.charge(request('k1'))).toEqual({ status: 'pending' });
    clock.move(59_999);
    expect(await gateway.lookup('k1')).toEqual({ status: 'pending' });
    clock.move(1);
    expect(await gateway.lookup('k1')).toEqual(outcome);
    expect(await gateway.charge(request('k1'))).toEqual(outcome);
  });

  it('forgets keys: a repeat after that time charges a second time, one before does not', async () => {
    const { gateway, clock } = await provider();
    await gateway.misbehave({ kind: 'forget_keys', afterMs: 24 * 3_600_000 });
    await gateway.charge(request('k1'));
    clock.move(24 * 3_600_000 - 1);
    await gateway.charge(request('k1'));
    expect(await gateway.ledger()).toHaveLength(1);
    clock.move(1);
    await gateway.charge(request('k1'));
    expect(await gateway.ledger()).toHaveLength(2);
  });

  it('follows the script in its order, in whichever process, until it is told to behave', async () => {
    const { gateway, another } = await provider();
    await gateway.misbehave({ kind: 'decline' }, { kind: 'time_out_before_charging' }, { kind: 'decline' });
    const restarted = await another();
    expect(await restarted.charge(request('k1'))).toMatchObject({ status: 'declined' });
    await expect(restarted.charge(request('k2'))).rejects.toMatchObject(unavailable);
    await gateway.behave();
    expect(await restarted.charge(request('k3'))).toMatchObject({ status: 'succeeded' });
  });

  it('uses each step up once, however many charges come at once', async () => {
    const { gateway, another } = await provider();
    const other = await another();
    await gateway.misbehave({ kind: 'decline' }, { kind: 'decline' });
    const charges = Array.from({ length: 8 }, (_, n) => (n % 2 ? gateway : other).charge(request(`k${n}`)));
    const declined = (await Promise.all(charges)).filter(({ status }) => status === 'declined');
    expect(declined).toHaveLength(2);
  });
});
