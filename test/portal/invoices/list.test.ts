import { beforeAll, describe, expect, it } from 'vitest';
import type { StatusFilter } from '../../../src/lib/invoice-words.ts';
import { CONTACT_ROLES } from '../../../src/portal/policy.ts';
import type { TestAccount } from '../../support/account.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';

const world = await portalWorld(await testDatabase());
let account: TestAccount;
const portal = () => world.portalFor(account, 'ann');
const numbers = (page: { rows: readonly { number: string }[] }) => page.rows.map(({ number }) => number);

beforeAll(async () => {
  account = await world.account({ ann: ['finance'], tom: ['technical'], mia: ['management'] });
  const add = account.invoice;
  await add({ number: 'LATE-2', dueOn: '2026-11-02', total: '20.00' });
  await add({ number: 'LATE-1', dueOn: '2026-08-01', total: '10.10', issuedOn: '2026-07-01' });
  await add({ number: 'TODAY', dueOn: '2026-11-03', total: '40.00', currency: 'EUR' });
  await add({ number: 'OPEN', dueOn: '2026-12-01', total: '80.00', issuedOn: '2026-10-31' });
  await add({ number: 'PAID-NEW', dueOn: '2026-08-01', paidLoaded: '100', issuedOn: '2026-10-01' });
  await add({ number: 'PAID-OLD', dueOn: '2026-03-01', paidLoaded: '100', issuedOn: '2026-02-01' });
  await add({ number: 'CREDIT', dueOn: '2026-09-01', total: '-7.00', issuedOn: '2026-08-15' });
});

describe('a list of invoices', () => {
  it('has overdue ones first, oldest due first, then open ones, then closed ones, newest first', async () => {
    const page = await portal().invoices.list({});
    expect(numbers(page)).toEqual(['LATE-1', 'LATE-2', 'TODAY', 'OPEN', 'PAID-NEW', 'CREDIT', 'PAID-OLD']);
    expect(page.rows.map(({ status }) => status)).toEqual([
      ...['overdue', 'overdue', 'open', 'open', 'closed', 'closed', 'closed'],
    ]);
    expect(page).not.toHaveProperty('next');
  });

  it.each<[StatusFilter, string[]]>([
    ['overdue', ['LATE-1', 'LATE-2']],
    ['open', ['TODAY', 'OPEN']],
    ['unpaid', ['LATE-1', 'LATE-2', 'TODAY', 'OPEN']],
    ['closed', ['PAID-NEW', 'CREDIT', 'PAID-OLD']],
  ])('of status %s has exactly those whose status says so', async (status, expected) => {
    const page = await portal().invoices.list({ status });
    expect(numbers(page)).toEqual(expected);
    const fitting = { unpaid: ['overdue', 'open'], all: [] }[status as string] ?? [status];
    expect(page.rows.every((row) => fitting.includes(row.status))).toBe(true);
  });

  it('goes by the date in the account’s time zone: in Warsaw it is tomorrow at 23:30 UTC', async () => {
    const evening = { now: () => new Date('2026-11-03T23:30:00Z') };
    const late = world.portalFor(account, 'ann', { clock: evening });
    expect(numbers(await late.invoices.list({ status: 'overdue' }))).toEqual(['LATE-1', 'LATE-2', 'TODAY']);
  });

  it('takes a period as issue dates, both days included', async () => {
    const page = await portal().invoices.list({ period: { from: '2026-10-01', to: '2026-10-31' } });
    expect(numbers(page)).toEqual(['OPEN', 'PAID-NEW']);
  });

  it.each<StatusFilter>(['all', 'unpaid', 'closed'])(
    'of status %s comes in pages that together are the whole',
    async (status) => {
      const whole = numbers(await portal().invoices.list({ status }));
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await portal().invoices.list({ status, limit: 2, ...(after && { after }) });
        seen.push(...numbers(page));
        after = page.next;
      } while (after);
      expect(seen).toEqual(whole);
    },
  );

  it('counts and sums what is left per currency, whatever page is shown', async () => {
    const page = await portal().invoices.list({ limit: 1 });
    const expected = {
      count: 7,
      more: false,
      left: [
        { amount: '40.00', currency: 'EUR' },
        { amount: '110.10', currency: 'PLN' },
      ],
    };
    expect(page).toMatchObject(expected);
    expect(await portal().invoices.totals({})).toEqual(expected);
    expect(await portal().invoices.totals({ status: 'closed' })).toEqual({ count: 3, more: false, left: [] });
  });

  it('is empty, with no totals, where there is nothing', async () => {
    const page = await portal().invoices.list({ period: { from: '2001-01-01', to: '2001-12-31' } });
    expect(page).toEqual({ rows: [], count: 0, more: false, left: [] });
  });

  it('refuses a page’s end it did not give, an impossible period and an unknown status', async () => {
    const refused = { code: 'invalid', reason: 'bad_input' };
    await expect(portal().invoices.list({ after: 'unpaid.x' })).rejects.toMatchObject(refused);
    await expect(portal().invoices.list({ period: { from: '2026-02-30', to: '2026-03-01' } })).rejects.toMatchObject(
      refused,
    );
    await expect(portal().invoices.list({ period: { from: '2026-03-02', to: '2026-03-01' } })).rejects.toMatchObject(
      refused,
    );
    await expect(portal().invoices.list({ status: 'lost' as StatusFilter })).rejects.toMatchObject(refused);
  });

  it('is for finance and management; others are told which role it takes and who has it', async () => {
    const { rows } = await world.portalFor(account, 'mia').invoices.list({});
    expect(rows).toHaveLength(7);
    const refusal = { reason: 'role_needed', details: { roles: ['finance', 'management'] } };
    await expect(world.portalFor(account, 'tom').invoices.list({})).rejects.toMatchObject(refusal);
  });

  it('shows nothing of another account, and finds nothing there', async () => {
    const other = await world.account({ eve: [...CONTACT_ROLES] });
    const id = await account.invoice({ number: 'SECRET-77', issuedOn: '2000-01-01' });
    const eve = world.portalFor(other, 'eve');
    expect((await eve.invoices.list({})).rows).toEqual([]);
    expect(await eve.invoices.find({ number: 'SECRET-77' })).toEqual([]);
    for (const work of [eve.invoices.show({ id }), eve.invoices.pdf({ id, key: 'k' })]) {
      await expect(work).rejects.toMatchObject({ code: 'not_found', reason: 'not_found', details: {} });
    }
  });
});
