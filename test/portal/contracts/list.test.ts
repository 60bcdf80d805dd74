import { beforeAll, describe, expect, it } from 'vitest';
import type { ContractFilter } from '../../../src/lib/contract-words.ts';
import { CONTACT_ROLES } from '../../../src/portal/policy.ts';
import { addContract } from '../../conversations/contracts-desk.ts';
import type { TestAccount } from '../../support/account.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld, standingClock } from '../../support/portal.ts';

// 3 November 2026, at noon of Warsaw.
const world = await portalWorld(await testDatabase());
let account: TestAccount;
let other: TestAccount;
const portal = () => world.portalFor(account, 'tom');
const numbers = (page: { rows: readonly { number: string }[] }) => page.rows.map(({ number }) => number);

beforeAll(async () => {
  account = await world.account({ tom: ['technical'], ann: ['finance'], mia: ['management'] });
  other = await world.account({ eve: ['technical'] });
  await addContract(account, { number: 'LATER', startsOn: '2027-01-01', endsOn: '2028-12-31', value: '0.10' });
  await addContract(account, { number: 'TODAY', endsOn: '2026-11-03', value: '10.10' });
  await addContract(account, { number: 'DAY-90', endsOn: '2027-02-01', value: '20.20', currency: 'EUR' });
  await addContract(account, { number: 'DAY-91', endsOn: '2027-02-02', kind: 'subscription' });
  await addContract(account, { number: 'LONG-OVER', startsOn: '2024-01-01', endsOn: '2025-02-02' });
  await addContract(account, { number: 'YESTERDAY', endsOn: '2026-11-02' });
  await addContract(other, { number: 'SECRET-1', endsOn: '2026-12-01' });
});

describe('a list of contracts', () => {
  it.each<[ContractFilter, string[]]>([
    ['all', ['TODAY', 'DAY-90', 'DAY-91', 'LATER', 'YESTERDAY', 'LONG-OVER']],
    ['active', ['TODAY', 'DAY-90', 'DAY-91', 'LATER']],
    ['expiring', ['TODAY', 'DAY-90']],
    ['expired', ['YESTERDAY', 'LONG-OVER']],
  ])('of %s has those that end then, both days included, the nearest end first', async (status, expected) => {
    const page = await portal().contracts.list({ status });
    expect(numbers(page)).toEqual(expected);
    expect(page.count).toBe(expected.length);
    expect(page).not.toHaveProperty('next');
  });

  it('goes by the date of the account’s time zone, where it is tomorrow already', async () => {
    const late = { clock: standingClock('2026-11-03T23:30:00Z') };
    const page = await world.portalFor(account, 'tom', late).contracts.list({ status: 'expired' });
    expect(numbers(page)).toEqual(['TODAY', 'YESTERDAY', 'LONG-OVER']);
  });

  it('says what all of them are worth, per currency, and the state of each', async () => {
    const { totals, rows } = await portal().contracts.list({ status: 'active', limit: 2 });
    expect(totals).toEqual([
      { amount: '20.20', currency: 'EUR' },
      { amount: '110.20', currency: 'PLN' },
    ]);
    expect(rows.map(({ status }) => status)).toEqual(['expiring', 'expiring']);
  });

  it.each<ContractFilter>(['all', 'active', 'expired'])('of %s comes in pages that are the whole', async (status) => {
    const whole = numbers(await portal().contracts.list({ status, limit: 100 }));
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const page = await portal().contracts.list({ status, limit: 1, ...(after && { after }) });
      paged.push(...numbers(page));
      after = page.next;
    } while (after);
    expect(paged).toEqual(whole);
  });

  it.each(['', 'nonsense', '2026-13-01.X', '2026-10-01.', 'x'.repeat(201)])(
    'refuses the place %j that no page gave',
    async (after) => {
      await expect(portal().contracts.list({ after })).rejects.toMatchObject({ code: 'invalid', reason: 'bad_input' });
    },
  );

  it.each([{ status: 'overdue' }, { limit: 0 }, { limit: 101 }, { period: {} }])('refuses %j', async (input) => {
    await expect(portal().contracts.list(input as never)).rejects.toMatchObject({ code: 'invalid' });
  });

  it.each(CONTACT_ROLES)('is there for the %s role, and has nothing of another account', async (role) => {
    const name = { technical: 'tom', finance: 'ann', management: 'mia' }[role];
    expect(numbers(await world.portalFor(account, name).contracts.list({}))).toHaveLength(6);
    expect(numbers(await world.portalFor(other, 'eve').contracts.list({}))).toEqual(['SECRET-1']);
  });
});

describe('a contract', () => {
  it('has its lines in their order', async () => {
    const id = await addContract(other, {
      ...{ number: 'FULL', startsOn: '2026-07-01', endsOn: '2027-06-30', value: '19.20', autoRenew: true },
      lines: [
        ['Support', '2.5', '9.20'],
        ['More support', '1', '10.00'],
      ],
    });
    expect(await world.portalFor(other, 'eve').contracts.show({ id })).toEqual({
      ...{ id, number: 'FULL', kind: 'support', startsOn: '2026-07-01', endsOn: '2027-06-30', status: 'active' },
      ...{ value: { amount: '19.20', currency: 'PLN' }, autoRenew: true, renewal: null },
      next: { from: '2027-07-01', to: '2028-06-30', dueOn: '2027-06-30' },
      renewable: true,
      lines: [
        { product: 'Support', quantity: '2.5', amount: { amount: '9.20', currency: 'PLN' } },
        { product: 'More support', quantity: '1', amount: { amount: '10.00', currency: 'PLN' } },
      ],
    });
  });

  it('of another account answers exactly like one that does not exist', async () => {
    const [secret] = await world.portalFor(other, 'eve').contracts.find({ number: 'SECRET-1' });
    const refusal = (id: string) =>
      portal()
        .contracts.show({ id })
        .catch(({ code, reason, details }) => ({ code, reason, details }));
    expect(await refusal(secret!.id)).toEqual(await refusal('00000000-0000-4000-8000-000000000000'));
    expect(await refusal(secret!.id)).toMatchObject({ code: 'not_found' });
    const { id, endsOn, value } = secret!;
    const door = portal().contracts;
    await expect(door.renew({ key: 'a', id, endsOn, value })).rejects.toMatchObject({ code: 'not_found' });
    await expect(door.autoRenewOn({ key: 'b', id })).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each([
    ['CT-310', ['CT-310']],
    ['ct 310', []],
    ['ct-310', ['CT-310']],
    ['310', ['S-310', 'CT-310']],
    ['0310', ['S-310', 'CT-310']],
    ['10', []],
    ['2207', ['AG/2026/002207']],
    ['007', ['X-007']],
    ['7', []],
    ["'; DROP TABLE contract; --", []],
    ['.*', []],
  ])('is found by %j as INTENTS.md says', async (typed, expected) => {
    const own = await world.account({ tom: ['technical'] });
    for (const [number, endsOn] of [
      ['S-310', '2027-01-02'],
      ['CT-310', '2027-01-01'],
      ['AG/2026/002207', '2027-01-01'],
      ['X-007', '2027-01-01'],
    ] as const) {
      await addContract(own, { number, endsOn });
    }
    const found = await world.portalFor(own, 'tom').contracts.find({ number: typed });
    expect(found.map(({ number }) => number)).toEqual(expected);
  });
});
