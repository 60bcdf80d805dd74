import { beforeEach, describe, expect, it } from 'vitest';
import { addContract, addRenewal, load, renewalsDue } from '../../conversations/contracts-desk.ts';
import type { TestAccount } from '../../support/account.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld, standingClock } from '../../support/portal.ts';

const world = await portalWorld(await testDatabase());
let account: TestAccount;
let id: string;
const door = (name = 'tom') => world.portalFor(account, name).contracts;

/** Renews the contract as somebody does to whom it was just shown. */
async function renew(key: string, name = 'tom', contract = id) {
  const { endsOn, value } = await door(name).show({ id: contract });
  return door(name).renew({ key, id: contract, endsOn, value });
}

const audited = async () =>
  (
    await account.sql.query<{ line: string }>(
      `SELECT concat_ws(' ', action, object, outcome) AS line FROM audit_record WHERE chain = $1 ORDER BY seq`,
      [account.id],
    )
  ).rows.map(({ line }) => line);

const file = (changes: Record<string, unknown> = {}) => ({
  ...{ id: 'D-9', kind: 'support_renewal', description: 'From the file', dueOn: '2026-12-20', currency: 'PLN' },
  ...{ amount: '9999.00', contract: 'S-310' },
  ...changes,
});

beforeEach(async () => {
  account = await world.account({ tom: ['technical'], mia: ['management'], ann: ['finance'] });
  id = await addContract(account, {
    ...{ number: 'S-310', endsOn: '2026-12-11', value: '9840.00' },
    lines: [['Premier Support', '1', '9840.00']],
  });
});

describe('renewing a contract', () => {
  it('puts one renewal into payments due, at the contract’s value and by its end', async () => {
    const { contract, created } = await renew('a');
    expect(created).toBe(true);
    expect(contract.renewal).toMatchObject({
      ...{ state: 'due', dueOn: '2026-12-11', amount: { amount: '9840.00', currency: 'PLN' } },
    });
    expect(await renewalsDue(account)).toEqual([
      {
        ...{ number: 'S-310', amount: '9840.00', dueOn: '2026-12-11', state: 'due' },
        description: 'Premier Support',
      },
    ]);
    expect(await audited()).toEqual(['contracts.renew contract:S-310 done']);
  });

  it('makes one for a repeat, a second press, and two people at once', async () => {
    const twice = await Promise.all([renew('a'), renew('a')]);
    expect(twice.map(({ created }) => created)).toEqual([true, true]);
    const others = await Promise.all([renew('b'), renew('c', 'mia'), renew('d', 'mia')]);
    expect(others.map(({ created }) => created)).toEqual([false, false, false]);
    expect(await renewalsDue(account)).toHaveLength(1);
    expect(await audited()).toEqual(['contracts.renew contract:S-310 done']);
  });

  it('makes one of two people’s first presses at the same moment', async () => {
    const presses = await Promise.all([renew('a'), renew('b', 'mia')]);
    expect(presses.map(({ created }) => created).sort()).toEqual([false, true]);
    expect(await renewalsDue(account)).toHaveLength(1);
  });

  it('takes the open renewal that the data has brought as the one, and the paid one of this end', async () => {
    await addRenewal(account, id, { dueOn: '2026-12-01' });
    expect(await renew('a')).toMatchObject({ created: false, contract: { renewal: { state: 'due' } } });
    await account.sql.query(`UPDATE payment_due SET state = 'paid' WHERE "contractId" = $1`, [id]);
    expect(await renew('b')).toMatchObject({ created: false, contract: { renewal: { state: 'paid' } } });
    await account.sql.query(`UPDATE contract SET "endsOn" = '2027-12-11' WHERE id = $1`, [id]);
    expect(await renew('c')).toMatchObject({ created: true, contract: { renewal: { dueOn: '2027-12-11' } } });
  });

  it('is to be paid at once where the contract has expired', async () => {
    const over = await addContract(account, { number: 'S-9', endsOn: '2026-10-31' });
    expect((await renew('a', 'tom', over)).contract.renewal?.dueOn).toBe('2026-11-03');
  });

  it.each([
    ['not_support', { kind: 'subscription' as const }],
    ['nothing_to_renew', { value: '0' }],
    ['contract_lapsed', { startsOn: '2025-01-01', endsOn: '2026-08-04' }],
  ])('is refused with %s where the data says %j', async (reason, changes) => {
    const contract = await addContract(account, { number: 'X-1', ...changes });
    await expect(renew('a', 'tom', contract)).rejects.toMatchObject({ code: 'conflict', reason });
    expect(await renewalsDue(account)).toEqual([]);
  });

  it.each([
    { endsOn: '2026-12-12' },
    { value: { amount: '9840.01', currency: 'PLN' } },
    { value: { amount: '9840.00', currency: 'EUR' } },
  ])('is refused where %j was shown and the contract is another by now', async (shown) => {
    const { endsOn, value } = await door().show({ id });
    const refused = door().renew({ key: 'a', id, endsOn, value, ...shown });
    await expect(refused).rejects.toMatchObject({ code: 'conflict', reason: 'contract_changed' });
    expect(await renewalsDue(account)).toEqual([]);
  });

  it('is not for the finance role', async () => {
    await expect(renew('a', 'ann')).rejects.toMatchObject({ code: 'forbidden', reason: 'role_needed' });
  });
});

describe('a load', () => {
  it('that brings the renewal too leaves one, the data’s amount in it, also when it comes again', async () => {
    await renew('a');
    for (let time = 0; time < 2; time += 1) {
      await load(world, account, { paymentsDue: [file()] });
      expect(await renewalsDue(account)).toEqual([
        {
          ...{ number: 'S-310', amount: '9999.00', dueOn: '2026-12-20', state: 'due' },
          description: 'From the file',
        },
      ]);
    }
    expect(await renew('b')).toMatchObject({ created: false });
  });

  it('leaves what was made here where its renewals are of another time or contract', async () => {
    await addContract(account, { number: 'S-311', endsOn: '2026-12-11' });
    await renew('a');
    await load(world, account, {
      paymentsDue: [
        file({ id: 'D-1', dueOn: '2025-12-11', state: 'paid' }),
        file({ id: 'D-2', contract: 'S-311' }),
        file({ id: 'D-3', kind: 'pending_order', order: '88', contract: undefined }),
      ],
      orders: [
        {
          ...{ id: '88', number: '88', orderedOn: '2026-11-01', placedBy: 'Tom', state: 'pending_payment' },
          ...{ currency: 'PLN', total: '1.00' },
        },
      ],
    });
    expect((await renewalsDue(account)).map(({ number, dueOn }) => `${number} ${dueOn}`)).toEqual([
      ...['S-310 2025-12-11', 'S-310 2026-12-11', 'S-311 2026-12-20'],
    ]);
  });

  it('with two renewals near it is taken in, and the nearer one is the one made here', async () => {
    await renew('a');
    const paymentsDue = [file({ id: 'D-1', dueOn: '2026-11-11' }), file({ id: 'D-2', dueOn: '2026-12-10' })];
    await load(world, account, { paymentsDue });
    expect((await renewalsDue(account)).map(({ dueOn }) => dueOn)).toEqual(['2026-11-11', '2026-12-10']);
  });

  it('that renews the contract itself leaves nothing to pay, and one that corrects its end does', async () => {
    await renew('a');
    const row = {
      ...{ id: 'S-310', number: 'S-310', kind: 'support', startsOn: '2026-01-01', currency: 'PLN' },
      ...{ value: '9840.00', autoRenew: false },
    };
    await load(world, account, { contracts: [{ ...row, endsOn: '2026-12-31' }] });
    expect(await renew('b')).toMatchObject({ created: false, contract: { renewal: { state: 'due' } } });
    await load(world, account, { contracts: [{ ...row, endsOn: '2027-12-11' }] });
    expect((await world.portalFor(account, 'ann').dues.list({})).rows).toEqual([]);
    expect(await door().show({ id })).toMatchObject({ renewal: null, renewable: true });
  });

  it('leaves due what a payment is under way for', async () => {
    await renew('a');
    await account.limit('PLN', '1.00');
    const portal = world.portalFor(account, 'ann');
    const [due] = (await portal.dues.list({})).rows;
    const method = { id: await account.method() };
    await portal.dues.pay({ key: 'pay', id: due!.id, amount: due!.amount, method });
    await account.sql.query(`UPDATE contract SET "endsOn" = '2027-12-11' WHERE id = $1`, [id]);
    await load(world, account, {
      paymentsDue: [],
      contracts: [
        {
          id: 'S-9',
          number: 'S-9',
          kind: 'support',
          startsOn: '2026-01-01',
          endsOn: '2026-12-11',
          currency: 'PLN',
          value: '1.00',
          autoRenew: false,
        },
      ],
    });
    expect((await door().show({ id })).renewal?.state).toBe('under_way');
  });

  it('does not unpay what was paid here', async () => {
    await renew('a');
    const portal = world.portalFor(account, 'ann');
    const [due] = (await portal.dues.list({})).rows;
    const method = { id: await account.method() };
    await portal.dues.pay({ key: 'pay', id: due!.id, amount: due!.amount, method });
    expect((await door().show({ id })).endsOn).not.toBe('2026-12-11');
    await load(world, account, { paymentsDue: [file({ amount: '9840.00' })] });
    expect((await renewalsDue(account)).map(({ state }) => state)).toEqual(['paid']);
    expect(await renew('b')).toMatchObject({ created: true });
  });
});

describe('automatic renewal', () => {
  it('is switched on and off, each written down once', async () => {
    expect(await door().autoRenewOn({ key: 'a', id })).toMatchObject({ changed: true, contract: { autoRenew: true } });
    expect(await door('mia').autoRenewOn({ key: 'b', id })).toMatchObject({ changed: false });
    expect(await door('mia').autoRenewOff({ key: 'c', id })).toMatchObject({
      ...{ changed: true, contract: { autoRenew: false } },
    });
    expect(await door().autoRenewOff({ key: 'd', id })).toMatchObject({ changed: false });
    expect(await audited()).toEqual([
      ...['contracts.autoRenewOn contract:S-310 done', 'contracts.autoRenewOff contract:S-310 done'],
    ]);
  });

  it('answers a repeat with what it did, and two at once with one change', async () => {
    const presses = await Promise.all([
      door().autoRenewOn({ key: 'a', id }),
      door().autoRenewOn({ key: 'a', id }),
      door('mia').autoRenewOn({ key: 'b', id }),
    ]);
    const [first, repeat, second] = presses.map(({ changed }) => changed);
    expect(first).toBe(repeat);
    expect(second).toBe(!first);
    expect(await audited()).toHaveLength(1);
  });

  it('stays as a person switched it whatever a load says, and follows the data until then', async () => {
    const row = {
      ...{ id: 'S-310', number: 'S-310', kind: 'support', startsOn: '2026-01-01', endsOn: '2026-12-11' },
      ...{ currency: 'PLN', value: '9840.00' },
    };
    await load(world, account, { contracts: [{ ...row, autoRenew: true }] });
    expect((await door().show({ id })).autoRenew).toBe(true);
    await door().autoRenewOff({ key: 'a', id });
    await load(world, account, { contracts: [{ ...row, autoRenew: true, value: '9900.00' }] });
    expect(await door().show({ id })).toMatchObject({ autoRenew: false, value: { amount: '9900.00' } });
  });

  it('is refused where the contract has expired, on the day after its end in the account’s time zone', async () => {
    const evening = (at: string) => ({ clock: standingClock(at) });
    const at = (moment: string) => world.portalFor(account, 'tom', evening(moment)).contracts;
    // Warsaw is an hour ahead.
    await at('2026-12-11T22:59:00Z').autoRenewOn({ key: 'a', id });
    await expect(at('2026-12-11T23:00:00Z').autoRenewOff({ key: 'b', id })).rejects.toMatchObject({
      ...{ code: 'conflict', reason: 'contract_expired' },
      details: { number: 'S-310', endsOn: '2026-12-11' },
    });
  });
});
