import { beforeAll, describe, expect, it } from 'vitest';
import type { OrderFilter } from '../../../src/lib/order-words.ts';
import { CONTACT_ROLES } from '../../../src/portal/policy.ts';
import { addOrder } from '../../conversations/orders-desk.ts';
import type { TestAccount } from '../../support/account.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';

const world = await portalWorld(await testDatabase());
let account: TestAccount;
let other: TestAccount;
const portal = () => world.portalFor(account, 'tom');
const numbers = (page: { rows: readonly { number: string }[] }) => page.rows.map(({ number }) => number);

beforeAll(async () => {
  account = await world.account({ tom: ['technical'], ann: ['finance'], mia: ['management'] });
  other = await world.account({ eve: ['technical'] });
  await addOrder(account, { number: 'OLD', state: 'delivered', orderedOn: '2026-01-31', total: '10.10' });
  await addOrder(account, { number: 'UNPAID', state: 'pending_payment', orderedOn: '2026-10-31', total: '20.20' });
  await addOrder(account, { number: 'BOOKED', state: 'booked', orderedOn: '2026-10-01', total: '0.10' });
  await addOrder(account, { number: 'MADE', state: 'provisioning', orderedOn: '2026-09-30', currency: 'EUR' });
  await addOrder(account, {
    number: 'SENT',
    state: 'shipped',
    orderedOn: '2026-10-01',
    trackingNumber: 'ITK 55201187 34',
  });
  await addOrder(account, { number: 'OFF', state: 'cancelled', orderedOn: '2026-11-01' });
  await addOrder(other, { number: 'SECRET-1', orderedOn: '2026-10-15' });
});

describe('a list of orders', () => {
  it.each<[OrderFilter, string[]]>([
    ['all', ['OFF', 'UNPAID', 'SENT', 'BOOKED', 'MADE', 'OLD']],
    ['open', ['UNPAID', 'SENT', 'BOOKED', 'MADE']],
    ['delivered', ['OLD']],
    ['cancelled', ['OFF']],
  ])('of %s has those in such a state, newest first', async (status, expected) => {
    const page = await portal().orders.list({ status });
    expect(numbers(page)).toEqual(expected);
    expect(page.count).toBe(expected.length);
    expect(page).not.toHaveProperty('next');
  });

  it('takes a period as order dates, both days included', async () => {
    const page = await portal().orders.list({ period: { from: '2026-10-01', to: '2026-10-31' } });
    expect(numbers(page)).toEqual(['UNPAID', 'SENT', 'BOOKED']);
  });

  it('says what all of them are worth, per currency', async () => {
    const { totals } = await portal().orders.list({ status: 'open', limit: 1 });
    expect(totals).toEqual([
      { amount: '100.00', currency: 'EUR' },
      { amount: '120.30', currency: 'PLN' },
    ]);
  });

  it.each<OrderFilter>(['all', 'open'])('of %s comes in pages that together are the whole', async (status) => {
    const whole = numbers(await portal().orders.list({ status, limit: 100 }));
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const page = await portal().orders.list({ status, limit: 1, ...(after && { after }) });
      paged.push(...numbers(page));
      after = page.next;
    } while (after);
    expect(paged).toEqual(whole);
  });

  it.each(['', 'nonsense', '2026-13-01.X', '2026-10-01.', 'x'.repeat(201)])(
    'refuses the place %j that no page gave',
    async (after) => {
      await expect(portal().orders.list({ after })).rejects.toMatchObject({ code: 'invalid', reason: 'bad_input' });
    },
  );

  it.each([
    { status: 'overdue' },
    { period: { from: '2026-10-31', to: '2026-10-01' } },
    { limit: 0 },
    { limit: 101 },
    { watched: false },
    { account: 'other' },
  ])('refuses %j', async (input) => {
    await expect(portal().orders.list(input as never)).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('an order', () => {
  it('has its lines, and its events in the order they happened', async () => {
    const id = await addOrder(other, {
      ...{ number: 'FULL', state: 'shipped', carrier: 'DPD', trackingNumber: '4111 1111 1111 1111', total: '8740.00' },
      events: [
        ['2026-11-01T15:30:00Z', 'shipped', 'Handed over'],
        ['2026-10-21T09:00:00Z', 'booked'],
      ],
      lines: [['Switch', '2.5', '8740.00']],
    });
    expect(await world.portalFor(other, 'eve').orders.show({ id })).toMatchObject({
      ...{ number: 'FULL', state: 'shipped', carrier: 'DPD', trackingNumber: '4111 1111 1111 1111', watched: false },
      ...{ orderedOn: '2026-10-20', placedBy: 'Tom Oak', expectedOn: '2026-11-06' },
      total: { amount: '8740.00', currency: 'PLN' },
      lines: [{ product: 'Switch', quantity: '2.5', amount: { amount: '8740.00', currency: 'PLN' } }],
      events: [
        { at: '2026-10-21T09:00:00.000Z', state: 'booked', note: null },
        { at: '2026-11-01T15:30:00.000Z', state: 'shipped', note: 'Handed over' },
      ],
    });
  });

  it('of another account answers exactly like one that does not exist', async () => {
    const [secret] = (await world.portalFor(other, 'eve').orders.list({})).rows;
    const refusal = (id: string) =>
      portal()
        .orders.show({ id })
        .catch(({ code, reason, details }) => ({ code, reason, details }));
    expect(await refusal(secret!.id)).toEqual(await refusal('00000000-0000-4000-8000-000000000000'));
    expect(await refusal(secret!.id)).toMatchObject({ code: 'not_found' });
    const watching = portal().orders.watch({ key: 'foreign', id: secret!.id });
    await expect(watching).rejects.toMatchObject({ code: 'not_found' });
    expect(await portal().orders.find({ number: 'SECRET-1' })).toEqual([]);
  });
});

describe('a typed number', () => {
  const found = async (number: string) => (await portal().orders.find({ number })).map((row) => row.number);

  beforeAll(async () => {
    for (const number of ['ORD-88012', '88012-B', 'ZAM/2026/0042', 'ORD-7', '7', 'A 55'])
      await addOrder(account, { number });
  });

  it.each([
    ['88012-b', ['88012-B'], 'exactly, whatever the case'],
    ['a55', ['A 55'], 'exactly, whatever the spaces'],
    ['7', ['7'], 'the exact one first'],
    ['88012', ['ORD-88012', '88012-B'], 'the whole last group of digits'],
    ['000088012', ['ORD-88012', '88012-B'], 'leading zeros of four digits and more left out'],
    ['8012', [], 'never a mere suffix'],
    ['42', [], 'leading zeros that were not typed, of fewer than four digits'],
    ['0042', ['ZAM/2026/0042'], 'zeros as typed'],
    ['itk 5520 1187 34', ['SENT'], 'a tracking number, exactly'],
    ['34', [], 'no part of a tracking number'],
    ['.*', [], 'no pattern'],
    ['999', [], 'nothing'],
  ])('%s means %j: %s', async (number, expected) => {
    expect((await found(number)).sort()).toEqual([...expected].sort());
  });
});

describe('whoever holds', () => {
  it.each(Array.from({ length: 8 }, (_, subset) => CONTACT_ROLES.filter((_role, at) => subset & (1 << at))))(
    '%s %s %s reaches orders only with technical or management',
    async (...roles) => {
      await account.setRoles('ann', roles);
      const [order] = (await portal().orders.list({ status: 'open' })).rows;
      const door = world.portalFor(account, 'ann').orders;
      const may = roles.includes('technical') || roles.includes('management');
      const key = `roles:${roles.join()}`;
      const asked = [
        () => door.list({}),
        () => door.find({ number: 'OLD' }),
        () => door.show({ id: order!.id }),
        () => door.watch({ key: `${key}:on`, id: order!.id }),
        () => door.unwatch({ key, id: order!.id }),
      ];
      for (const ask of asked) {
        const answer = await ask().then(
          () => 'answered',
          ({ code }) => code,
        );
        expect(answer).toBe(may ? 'answered' : 'forbidden');
      }
      await account.setRoles('ann', ['finance']);
    },
  );
});
