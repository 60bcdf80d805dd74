import { beforeEach, describe, expect, it } from 'vitest';
import { CONTACT_ROLES } from '../../../src/portal/policy.ts';
import { addPlan } from '../../conversations/schedule-desk.ts';
import type { TestAccount } from '../../support/account.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';

const world = await portalWorld(await testDatabase());
let account: TestAccount;
const door = (name = 'ann') => world.portalFor(account, name);

beforeEach(async () => {
  account = await world.account({ ann: ['finance'], tom: ['technical'], mia: ['management'] });
});

describe('a list of plans', () => {
  it('has each subscription with its plan, its dates, and what is charged next, today included', async () => {
    await addPlan(account, 'Cloud', [
      {
        ...{ product: 'Database', quantity: '1.500', endsOn: '2027-09-29' },
        charges: [
          ['2026-11-02', '1.00'],
          ['2026-11-03', '18.45'],
          ['2026-12-03', '2.00'],
        ],
      },
      { product: 'Archive', endsOn: '2026-11-02', charges: [['2026-10-03', '3.00']] },
    ]);
    await addPlan(account, 'Bare', []);
    expect(await door().plans.list({})).toEqual({
      rows: [
        { plan: 'Bare', subscription: null },
        {
          plan: 'Cloud',
          subscription: {
            ...{ product: 'Archive', quantity: '1', startsOn: '2026-01-01', endsOn: '2026-11-02', ended: true },
            nextCharge: null,
          },
        },
        {
          plan: 'Cloud',
          subscription: {
            ...{ product: 'Database', quantity: '1.5', startsOn: '2026-01-01', endsOn: '2027-09-29', ended: false },
            nextCharge: { on: '2026-11-03', amount: { amount: '18.45', currency: 'PLN' } },
          },
        },
      ],
      ...{ plans: 2, subscriptions: 2 },
    });
  });

  it('comes in pages that together are the whole, also where names are alike', async () => {
    const alike = Array.from({ length: 3 }, () => ({ product: 'Same' }));
    await addPlan(account, 'Same', alike);
    await addPlan(account, 'Same', [...alike, { product: 'Another' }]);
    await addPlan(account, 'Same', []);
    const whole = await door().plans.list({ limit: 100 });
    expect(whole.rows).toHaveLength(8);
    expect(whole).not.toHaveProperty('next');
    const places = new Set<string>();
    const rows: unknown[] = [];
    let after: string | undefined;
    do {
      const page = await door().plans.list({ limit: 1, ...(after && { after }) });
      rows.push(...page.rows);
      after = page.next;
      if (after) places.add(after);
    } while (after);
    expect(rows).toEqual(whole.rows);
    expect(places.size).toBe(7);
  });

  it.each(['', 'x', `${'0'.repeat(36)}.`, 'x'.repeat(101)])('refuses the place %j that no page gave', async (after) => {
    await expect(door().plans.list({ after })).rejects.toMatchObject({ code: 'invalid' });
  });

  it.each(CONTACT_ROLES)('is there for the %s role, and has nothing of another account', async (role) => {
    const other = await world.account({ eve: ['finance'] });
    await addPlan(other, 'Secret', [{ product: 'Secret', charges: [['2026-12-03', '2.00']] }]);
    await addPlan(account, 'Ours', []);
    const { rows, plans, subscriptions } = await door(
      { finance: 'ann', technical: 'tom', management: 'mia' }[role],
    ).plans.list({});
    expect({ rows, plans, subscriptions }).toEqual({
      ...{ rows: [{ plan: 'Ours', subscription: null }], plans: 1, subscriptions: 0 },
    });
  });
});
