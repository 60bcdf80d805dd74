import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, sum } from '../../../src/lib/money.ts';
import { orderDue, orderOf, payDue } from '../dues/support.ts';
import { paymentOffice } from './office.ts';
import { newKey, payFor } from './support.ts';

const { office, gateway, clock, runJobs } = await paymentOffice();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const CARD = { action: 'card', number: '4242 4242 4242 4242', expiry: '12/40', cvc: '123' };

type Office = Awaited<ReturnType<typeof office>>;
type Wrong = Parameters<typeof gateway.misbehave>[0];

interface World extends Office {
  invoices: { id: string; currency: string }[];
  /** Keys asked with, each always with the same wish, as a dialog would repeat it. */
  wishes: {
    key: string;
    payer: 'anna' | 'jan';
    /** Amounts of invoices, or a payment due. */
    what: Record<string, { amount: string; currency: string }> | string;
    onPage: boolean;
  }[];
  /** What is due for an order, PLN 100.00. */
  due: { orderId: string; dueId: string };
}

/** One thing that somebody does; `nth` picks among what there is. */
type Action = { label: string; run(world: World): Promise<unknown> };

const nth = fc.nat(1000);
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(list.length, 1)];

async function paymentsOf({ account }: World, states: readonly string[]) {
  const { rows } = await account.sql.query<{ id: string; pageUrl: string | null }>(
    `SELECT p.id, a."pageUrl" FROM payment p LEFT JOIN payment_attempt a ON a."paymentId" = p.id
     WHERE p."accountId" = $1 AND (p.state = ANY($2) OR $2 = '{}') ORDER BY p.number`,
    [account.id, states],
  );
  return rows;
}

const wish = fc
  .record({
    n: nth,
    m: nth,
    both: fc.boolean(),
    share: fc.integer({ min: 1, max: 100 }),
    onPage: fc.boolean(),
    jan: fc.boolean(),
  })
  .map(
    ({ n, m, both, share, onPage, jan }): Action => ({
      label: `pay ${share}% of ${n}${both ? ` and ${m}` : ''} ${onPage ? 'on the page' : 'by card'}`,
      async run(world) {
        const chosen = [pick(world.invoices, n)!, ...(both ? [pick(world.invoices, m)!] : [])];
        const items = Object.fromEntries(
          chosen.map(({ id, currency }) => [id, { amount: new Decimal(share).toFixed(2), currency }]),
        );
        const asked = { key: newKey(), payer: jan ? ('jan' as const) : ('anna' as const), what: items, onPage };
        world.wishes.push(asked);
        await ask(world, asked);
      },
    }),
  );

const wishDue = fc.record({ onPage: fc.boolean(), jan: fc.boolean() }).map(
  ({ onPage, jan }): Action => ({
    label: `pay what is due ${onPage ? 'on the page' : 'by card'}`,
    async run(world) {
      const asked = { key: newKey(), payer: jan ? ('jan' as const) : ('anna' as const), what: world.due.dueId, onPage };
      world.wishes.push(asked);
      await ask(world, asked);
    },
  }),
);

async function ask(world: World, { key, payer, what, onPage }: World['wishes'][number]): Promise<void> {
  const method = onPage ? ({ page: true } as const) : world.method;
  if (typeof what === 'string') await payDue(world[payer], what, '100.00', method, key);
  else await payFor(world[payer], what, method, key);
}

const repeat = nth.map(
  (n): Action => ({
    label: `press pay ${n} again`,
    async run(world) {
      const asked = pick(world.wishes, n);
      if (asked) await ask(world, asked);
    },
  }),
);

const decide = fc.tuple(nth, fc.constantFrom('approve', 'decline', 'withdraw')).map(
  ([n, what]): Action => ({
    label: `${what} ${n}`,
    async run(world) {
      const payment = pick(await paymentsOf(world, ['awaiting_approval', 'awaiting_payer', 'processing']), n);
      if (!payment) return;
      const key = newKey();
      if (what === 'withdraw') await world.anna.payments.withdraw({ key, id: payment.id });
      else if (what === 'approve') await world.ewa.payments.approve({ key, id: payment.id });
      else await world.ewa.payments.decline({ key, id: payment.id });
    },
  }),
);

const atPage = fc.tuple(nth, fc.constantFrom(CARD, { action: 'cancel' })).map(
  ([n, form]): Action => ({
    label: `${form.action} at page ${n}`,
    async run(world) {
      const opened = (await paymentsOf(world, [])).filter(({ pageUrl }) => pageUrl !== null);
      const url = pick(opened, n)?.pageUrl;
      if (url) await gateway.submit(url.split('/').at(-1)!, form, 'en');
    },
  }),
);

const wrong = fc
  .constantFrom<Wrong[]>(
    { kind: 'decline' },
    { kind: 'time_out_after_charging' },
    { kind: 'time_out_before_charging' },
    { kind: 'execute_late' },
    { kind: 'execute_late', afterMs: 3 * HOUR },
    { kind: 'pay_ended_page' },
    ...(['succeeded', 'declined'] as const).map((then) => ({ kind: 'pending' as const, then, afterMs: HOUR })),
  )
  .map((step): Action => ({ label: `the gateway will ${step.kind}`, run: () => gateway.misbehave(step) }));

const wait = fc
  .constantFrom(MINUTE, 31 * MINUTE, 2 * HOUR, 25 * HOUR, 8 * DAY)
  .map((ms): Action => ({ label: `${ms / MINUTE} minutes pass`, run: async () => clock.move(ms) }));
const jobs = fc.constant<Action>({ label: 'jobs', run: runJobs });
const late = fc.constant<Action>({ label: 'late things happen', run: () => gateway.advance() });

const action = fc.oneof(
  { weight: 6, arbitrary: wish },
  { weight: 2, arbitrary: wishDue },
  { weight: 3, arbitrary: repeat },
  { weight: 4, arbitrary: decide },
  { weight: 3, arbitrary: atPage },
  { weight: 4, arbitrary: wrong },
  { weight: 2, arbitrary: jobs },
  { weight: 1, arbitrary: wait },
  { weight: 1, arbitrary: late },
);

/** What the portal says of its payments, and of its invoices, and what the gateway's own books say. */
async function books({ account }: World) {
  const payments = await account.sql.query<{
    id: string;
    state: string;
    amount: string;
    currency: string;
    reference: string | null;
    key: string | null;
    payerId: string;
    deciderId: string | null;
  }>(
    `SELECT p.id, p.state, p.amount, p.currency, p.reference, a.id AS key, p."payerId", p."deciderId" FROM payment p
     LEFT JOIN payment_attempt a ON a."paymentId" = p.id WHERE p."accountId" = $1`,
    [account.id],
  );
  const invoices = await account.sql.query<{
    left: string;
    paid: string;
    settled: string;
    reserved: string;
    late: boolean;
  }>(
    `SELECT i."leftToPay" AS left, i."paidHere" AS paid,
       coalesce(sum(a.amount) FILTER (WHERE p.state = 'succeeded'), 0) AS settled,
       coalesce(sum(a.amount) FILTER (WHERE p.state IN ('awaiting_approval', 'awaiting_payer', 'processing', 'needs_review')), 0) AS reserved,
       coalesce(bool_or(p.reason = 'paid_after_end'), false) AS late
     FROM invoice i LEFT JOIN payment_allocation a ON a."invoiceId" = i.id LEFT JOIN payment p ON p.id = a."paymentId"
     WHERE i."accountId" = $1 GROUP BY i.id`,
    [account.id],
  );
  const keys = payments.rows.map(({ key }) => key);
  const charged = (await gateway.ledger()).filter(({ key, status }) => keys.includes(key) && status === 'succeeded');
  return { payments: payments.rows, invoices: invoices.rows, charged };
}

describe('whatever happens at the same time and goes wrong', () => {
  it('the gateway and the portal agree to the cent: one charge an attempt, never more than was left', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(action, { minLength: 1, maxLength: 3 }), { maxLength: 14 }),
        async (rounds) => {
          const set = await office();
          await set.account.limit('PLN', '120.00');
          const invoices = [];
          for (const [index, currency] of ['PLN', 'PLN', 'EUR'].entries()) {
            invoices.push({ id: await set.account.invoice({ number: `${index}`, currency }), currency });
          }
          const world: World = { ...set, invoices, wishes: [], due: await orderDue(set.account, '88019') };
          for (const round of rounds) {
            const done = await Promise.allSettled(round.map(({ run }) => run(world)));
            for (const one of done)
              if (one.status === 'rejected') expect(one.reason).toMatchObject({ name: 'CodedError' });
          }
          await gateway.behave();
          await gateway.advance();
          for (const ms of [0, 31 * MINUTE, 2 * HOUR, 8 * DAY]) {
            clock.move(ms);
            await gateway.deliverEvents();
            await runJobs();
          }
          await agree(world);
        },
      ),
      { numRuns: 20, seed: 20261103 },
    );
  }, 120_000);
});

async function agree(world: World): Promise<void> {
  const { payments, invoices, charged } = await books(world);
  expect(new Set(charged.map(({ key }) => key)).size, 'one charge an attempt').toBe(charged.length);
  for (const { key, amount, currency, reference } of charged) {
    const payment = payments.find((one) => one.key === key);
    expect(['succeeded', 'needs_review'], 'a charge is never dropped').toContain(payment?.state);
    expect({ amount: Number(payment?.amount), currency: payment?.currency }).toEqual({
      amount: Number(amount),
      currency,
    });
    if (payment?.state === 'succeeded') expect(payment.reference).toBe(reference);
  }
  for (const { state, key, payerId, deciderId } of payments) {
    expect(['processing', 'awaiting_payer', 'awaiting_approval'], 'everything ends').not.toContain(state);
    if (state === 'succeeded') expect(charged.map((one) => one.key)).toContain(key);
    expect(deciderId).not.toBe(payerId);
  }
  for (const { left, paid, settled, reserved, late } of invoices) {
    expect(Number(paid)).toBe(Number(settled));
    if (!late) expect(Number(left)).toBeGreaterThanOrEqual(Number(reserved));
    expect(Number(left)).toBeGreaterThanOrEqual(0);
  }
  await agreeOnDue(world);
  const succeeded = payments.filter(({ state }) => state === 'succeeded').map(({ amount }) => amount);
  const settledCharges = charged.filter(({ reference }) =>
    payments.some((one) => one.state === 'succeeded' && one.reference === reference),
  );
  expect(sum(succeeded).toFixed(2)).toBe(sum(settledCharges.map(({ amount }) => amount)).toFixed(2));
}

/** Paid once or not at all, and booked with one event exactly then. */
async function agreeOnDue({ account, due }: World): Promise<void> {
  const { rows } = await account.sql.query<{ state: string; settled: number; reserved: number }>(
    `SELECT d.state, count(p.id) FILTER (WHERE p.state = 'succeeded')::int AS settled,
       count(p.id) FILTER (WHERE p.state = 'needs_review' AND p.reason <> 'paid_after_end')::int AS reserved
     FROM payment_due d LEFT JOIN payment_allocation a ON a."dueId" = d.id LEFT JOIN payment p ON p.id = a."paymentId"
     WHERE d.id = $1 GROUP BY d.id`,
    [due.dueId],
  );
  const [{ state, settled, reserved }] = rows as [{ state: string; settled: number; reserved: number }];
  expect(settled + reserved, 'what is due is paid once').toBeLessThanOrEqual(1);
  expect(state).toBe(settled === 1 ? 'paid' : 'due');
  const order = await orderOf(account, due.orderId);
  expect(order.state).toBe(settled === 1 ? 'booked' : 'pending_payment');
  expect(order.events.filter((event) => event.startsWith('booked'))).toHaveLength(settled);
}
