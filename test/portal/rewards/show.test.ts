import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';
import { pln } from '../payments/support.ts';
import { addRewards } from './support.ts';

const world = await portalWorld(await testDatabase());
const people = { piotr: ['technical'], anna: ['finance'], ewa: ['management'] } as const;
const money = (amount: string) => ({ value: pln(amount), points: null });

describe('the balance of rewards', () => {
  it('is told per currency, with what was earned and what expires, the soonest first', async () => {
    const account = await world.account(people);
    await addRewards(account, { id: 'late', amount: '1200.00', expiresOn: '2027-05-01', source: 'Order 88007' });
    await addRewards(account, { id: 'never', amount: '10.00', expiresOn: null });
    await addRewards(account, { id: 'soon', amount: '450.00', expiresOn: '2026-12-31' });
    await addRewards(account, { id: 'as soon', amount: '1.00', expiresOn: '2026-12-31' });
    await addRewards(account, { id: 'euro', amount: '5.00', currency: 'EUR', expiresOn: null });
    const { balances, redemptions, mayRedeem } = await world.portalFor(account, 'anna').rewards.show({});
    expect(balances.map(({ currency, balance }) => [currency, balance.value.amount])).toEqual([
      ['EUR', '5.00'],
      ['PLN', '1661.00'],
    ]);
    expect(balances[1]).toMatchObject({
      ...{ rate: null, earned: money('1661.00'), redeemed: money('0.00') },
      ...{ reserved: money('0.00'), expired: money('0.00') },
    });
    expect(balances[1]?.batches.map(({ expiresOn, left }) => [expiresOn, left.value.amount])).toEqual([
      ['2026-12-31', '1.00'],
      ['2026-12-31', '450.00'],
      ['2027-05-01', '1200.00'],
      [null, '10.00'],
    ]);
    expect(balances.map(({ next }) => next)).toEqual([null, { amount: money('451.00'), expiresOn: '2026-12-31' }]);
    expect({ redemptions, mayRedeem }).toEqual({ redemptions: [], mayRedeem: true });
  });

  it('counts points with their loaded rate, their worth rounded down to the minor unit', async () => {
    const account = await world.account(people);
    await addRewards(account, { id: 'a', amount: '101', rate: '0.005' });
    await addRewards(account, { id: 'b', amount: '98', rate: '0.005' });
    await addRewards(account, { id: 'yen', amount: '1999', rate: '0.001', currency: 'JPY' });
    const { balances } = await world.portalFor(account, 'anna').rewards.show({});
    expect(balances.map(({ balance, rate }) => [balance, rate])).toEqual([
      [{ value: { amount: '1', currency: 'JPY' }, points: '1999' }, '0.001'],
      [{ value: pln('0.99'), points: '199' }, '0.005'],
    ]);
    expect(balances[1]?.batches.map(({ left }) => left.value.amount)).toEqual(['0.50', '0.49']);
  });

  it('tells points from money of the same currency, and no rate where there are several', async () => {
    const account = await world.account(people);
    await addRewards(account, { id: 'money', amount: '7.00' });
    await addRewards(account, { id: 'a', amount: '100', rate: '0.01' });
    await addRewards(account, { id: 'b', amount: '100', rate: '0.02' });
    const { balances } = await world.portalFor(account, 'anna').rewards.show({});
    expect(balances.map(({ balance, rate }) => [balance.points, balance.value.amount, rate])).toEqual([
      [null, '7.00', null],
      ['200', '3.00', null],
    ]);
  });

  it('ends after a batch’s last day in the account’s time zone, and begins on the day it is earned', async () => {
    const account = await world.account(people);
    await addRewards(account, { id: 'today', amount: '1.00', expiresOn: '2026-11-03' });
    await addRewards(account, { id: 'yesterday', amount: '2.00', expiresOn: '2026-11-02' });
    await addRewards(account, { id: 'tomorrow', amount: '4.00', earnedOn: '2026-11-04' });
    const anna = world.portalFor(account, 'anna');
    const standing = async () => (await anna.rewards.show({})).balances[0];
    expect(await standing()).toMatchObject({
      ...{ balance: money('1.00'), expired: money('2.00'), earned: money('3.00') },
    });
    // 23:30 UTC on the third is the fourth in Warsaw.
    world.clock.move(13.5 * 3_600_000);
    expect(await standing()).toMatchObject({
      ...{ balance: money('4.00'), expired: money('3.00'), earned: money('7.00') },
    });
    world.clock.move(-13.5 * 3_600_000);
  });

  it('can be seen by everybody of the account, used by finance and management, and is never another account’s', async () => {
    const [account, other] = [await world.account(people), await world.account(people)];
    await addRewards(account, { amount: '9.00' });
    for (const [name, mayRedeem] of [
      ['piotr', false],
      ['anna', true],
      ['ewa', true],
    ] as const) {
      const shown = await world.portalFor(account, name).rewards.show({});
      expect([shown.balances[0]?.balance.value.amount, shown.mayRedeem]).toEqual(['9.00', mayRedeem]);
    }
    expect((await world.portalFor(other, 'anna').rewards.show({})).balances).toEqual([]);
  });
});
