import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../../../src/lib/money.ts';
import { paymentOffice } from '../payments/office.ts';
import { newKey, payFor, pending, pln } from '../payments/support.ts';
import { addRewards, addSupportInvoice, payWithRewards } from './support.ts';

const { office, gateway, clock, runJobs } = await paymentOffice();
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const CARD = { action: 'card', number: '4242 4242 4242 4242', expiry: '12/40', cvc: '123' };

interface World extends Awaited<ReturnType<typeof office>> {
  invoices: string[];
}

/** One thing that somebody does; `n` picks among what there is. */
type Action = { label: string; run(world: World): Promise<unknown> };

const nth = fc.nat(1000);
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const sums = fc.constantFrom('0.37', '5.00', '25.00', '60.00');

const redeem = fc.tuple(nth, sums, fc.constantFrom('anna', 'ewa')).map(
  ([n, amount, who]): Action => ({
    label: `${who} redeems ${amount} on ${n}`,
    async run({ invoices, portal }) {
      const invoiceId = pick(invoices, n);
      const quote = await portal(who).rewards.quote({ invoiceId, amount: { amount } });
      const uses = quote.uses.map(({ batchId, units }) => ({ batchId, units }));
      const input = { key: newKey(), invoiceId, amount: quote.amount, uses };
      await Promise.all([portal(who).rewards.redeem(input), portal(who).rewards.redeem(input)]);
    },
  }),
);

const pay = fc.tuple(nth, nth, sums, fc.boolean(), fc.boolean(), fc.boolean()).map(
  ([n, m, amount, both, onPage, rewards]): Action => ({
    label: `pay ${both ? `${n} and ${m}` : `${amount} of ${n}`}${rewards ? ' with rewards' : ''}${onPage ? ', page' : ''}`,
    async run({ invoices, anna, method: card }) {
      const ids = [...new Set([pick(invoices, n), ...(both ? [pick(invoices, m)] : [])])];
      const method = onPage ? ({ page: true } as const) : card;
      if (!rewards) return payFor(anna, { [ids[0]!]: pln(amount) }, method);
      const key = newKey();
      const how = { method, key, ...(ids.length === 1 && { amount: { amount } }) };
      return Promise.all([payWithRewards(anna, ids, how), payWithRewards(anna, ids, how)]);
    },
  }),
);

async function paymentsOf({ account }: World, states: readonly string[]) {
  const { rows } = await account.sql.query<{ id: string; pageUrl: string | null }>(
    `SELECT p.id, a."pageUrl" FROM payment p LEFT JOIN payment_attempt a ON a."paymentId" = p.id
     WHERE p."accountId" = $1 AND p.state = ANY($2) ORDER BY p.number`,
    [account.id, states],
  );
  return rows;
}

const decide = fc.tuple(nth, fc.constantFrom('approve', 'decline', 'withdraw', 'page', 'cancel')).map(
  ([n, what]): Action => ({
    label: `${what} ${n}`,
    async run(world) {
      const open = await paymentsOf(world, ['awaiting_approval', 'awaiting_payer', 'expired', 'withdrawn']);
      if (open.length === 0) return;
      const { id, pageUrl } = pick(open, n);
      const session = pageUrl?.split('/').at(-1);
      if (what === 'withdraw') await world.anna.payments.withdraw({ key: newKey(), id });
      else if (what === 'approve') await world.ewa.payments.approve({ key: newKey(), id });
      else if (what === 'decline') await world.ewa.payments.decline({ key: newKey(), id });
      else if (session) await gateway.submit(session, what === 'page' ? CARD : { action: 'cancel' }, 'en');
    },
  }),
);

const wrong = fc
  .constantFrom<Parameters<typeof gateway.misbehave>[0][]>(
    { kind: 'decline' },
    { kind: 'time_out_after_charging' },
    { kind: 'time_out_before_charging' },
    { kind: 'execute_late', afterMs: 3 * HOUR },
    { kind: 'pay_ended_page' },
    { ...pending('declined'), afterMs: HOUR },
    { ...pending('succeeded'), afterMs: HOUR },
  )
  .map((step): Action => ({ label: `the gateway will ${step.kind}`, run: () => gateway.misbehave(step) }));

const wait = fc
  .constantFrom(MINUTE, 31 * MINUTE, 25 * HOUR, 8 * DAY)
  .map((ms): Action => ({ label: `${ms / MINUTE} minutes pass`, run: async () => clock.move(ms) }));
const jobs = fc.constant<Action>({ label: 'jobs', run: runJobs });

const action = fc.oneof(
  { weight: 4, arbitrary: redeem },
  { weight: 6, arbitrary: pay },
  { weight: 4, arbitrary: decide },
  { weight: 3, arbitrary: wrong },
  { weight: 2, arbitrary: jobs },
  { weight: 1, arbitrary: wait },
);

describe('rewards, whatever happens at the same time and goes wrong', () => {
  it('are never spent beyond the balance or a pre-tax part, and ledger and portal agree', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(action, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
        async (rounds) => {
          const set = await office();
          await set.account.limit('PLN', '80.00');
          const today = clock.now().getTime();
          const day = (days: number) => new Date(today + days * DAY).toISOString().slice(0, 10);
          await addRewards(set.account, { id: 'soon', amount: '30.00', expiresOn: day(2), earnedOn: day(-9) });
          await addRewards(set.account, {
            id: 'points',
            amount: '3333',
            rate: '0.011',
            earnedOn: day(-9),
            expiresOn: null,
          });
          const invoices = [];
          for (const number of ['1', '2', '3']) {
            invoices.push(await addSupportInvoice(set.account, { number, net: '50.00', tax: '11.50' }));
          }
          const world: World = { ...set, invoices };
          for (const round of rounds) {
            const done = await Promise.allSettled(round.map(({ run }) => run(world)));
            for (const one of done) {
              if (one.status === 'rejected') expect(one.reason).toMatchObject({ name: 'CodedError' });
            }
            await neverTooMuch(world);
          }
          await gateway.behave();
          await gateway.advance();
          for (const ms of [0, 31 * MINUTE, 2 * HOUR, 8 * DAY]) {
            clock.move(ms);
            await gateway.deliverEvents();
            await runJobs();
          }
          await neverTooMuch(world);
          await agree(world);
        },
      ),
      { numRuns: 15, seed: 20261124 },
    );
  }, 120_000);
});

/** At any moment: no batch, pre-tax part or invoice is used beyond what it has. */
async function neverTooMuch({ account }: World): Promise<void> {
  const { rows: batches } = await account.sql.query<{ amount: string; used: string }>(
    `SELECT b.amount, coalesce(sum(r.amount), 0) AS used FROM reward_batch b
     LEFT JOIN reward_redemption r ON r."batchId" = b.id AND r.state <> 'released'
     WHERE b."accountId" = $1 GROUP BY b.id`,
    [account.id],
  );
  for (const { amount, used } of batches) expect(Number(used)).toBeLessThanOrEqual(Number(amount));
  const { rows: invoices } = await account.sql.query<Record<'net' | 'left' | 'redeemed' | 'reserved', string>>(
    `SELECT i.net, i."leftToPay" AS left,
       (SELECT coalesce(sum(value), 0) FROM reward_redemption r WHERE r."invoiceId" = i.id AND r.state <> 'released') AS redeemed,
       (SELECT coalesce(sum(value), 0) FROM reward_redemption r WHERE r."invoiceId" = i.id AND r.state = 'reserved')
       + (SELECT coalesce(sum(a.amount), 0) FROM payment_allocation a JOIN payment p ON p.id = a."paymentId"
          WHERE a."invoiceId" = i.id AND p.state IN ('awaiting_approval', 'awaiting_payer', 'processing')) AS reserved
     FROM invoice i WHERE i."accountId" = $1`,
    [account.id],
  );
  for (const { net, left, redeemed, reserved } of invoices) {
    expect(Number(redeemed)).toBeLessThanOrEqual(Number(net));
    expect(Number(left)).toBeGreaterThanOrEqual(Number(reserved));
  }
}

/** Once everything has ended: rewards followed their payments, invoices add up, and every charge is the portal's. */
async function agree({ account }: World): Promise<void> {
  const { rows: parts } = await account.sql.query<{ state: string; payment: string | null; reason: string | null }>(
    `SELECT r.state, p.state AS payment, p.reason FROM reward_redemption r LEFT JOIN payment p ON p.id = r."paymentId"
     WHERE r."accountId" = $1`,
    [account.id],
  );
  for (const { state, payment, reason } of parts) {
    const open = payment === 'needs_review' && reason !== 'paid_after_end';
    expect(state).toBe(payment === null || payment === 'succeeded' ? 'spent' : open ? 'reserved' : 'released');
  }
  const { rows: invoices } = await account.sql.query<Record<'total' | 'left' | 'spent' | 'paid', string>>(
    `SELECT i.total, i."leftToPay" AS left,
       (SELECT coalesce(sum(value), 0) FROM reward_redemption r WHERE r."invoiceId" = i.id AND r.state = 'spent') AS spent,
       (SELECT coalesce(sum(a.amount), 0) FROM payment_allocation a JOIN payment p ON p.id = a."paymentId"
        WHERE a."invoiceId" = i.id AND p.state = 'succeeded') AS paid
     FROM invoice i WHERE i."accountId" = $1`,
    [account.id],
  );
  for (const { total, left, spent, paid } of invoices) {
    expect(sum([left, spent, paid]).toFixed(2)).toBe(Number(total).toFixed(2));
  }
  const { rows: payments } = await account.sql.query<{ key: string; amount: string; state: string }>(
    `SELECT a.id AS key, p.amount, p.state FROM payment p JOIN payment_attempt a ON a."paymentId" = p.id
     WHERE p."accountId" = $1`,
    [account.id],
  );
  const byKey = new Map(payments.map((payment) => [payment.key, payment]));
  const charged = (await gateway.ledger()).filter(({ key, status }) => byKey.has(key) && status === 'succeeded');
  for (const { key, amount } of charged) {
    expect(Number(byKey.get(key)?.amount)).toBe(Number(amount));
    expect(['succeeded', 'needs_review']).toContain(byKey.get(key)?.state);
  }
  const succeeded = payments.filter(({ state }) => state === 'succeeded').map(({ key }) => key);
  expect(charged.map(({ key }) => key)).toEqual(expect.arrayContaining(succeeded));
}
