import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { PaymentView } from '../../src/portal/payments/view.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import type { Order } from './support/payer.ts';

const database = await testDatabase();
const world = await portalWorld(database);
const { gateway } = world.services;
const PAYER = fileURLToPath(new URL('./support/payer.ts', import.meta.url));
const start = promisify(execFile);

/** Runs a process with the order; undefined when it was killed. */
async function payer(order: Order): Promise<unknown> {
  try {
    const { stdout } = await start(process.execPath, [PAYER, JSON.stringify(order)]);
    return JSON.parse(stdout);
  } catch (error) {
    if ((error as { signal?: string }).signal === 'SIGKILL') return undefined;
    throw error;
  }
}

async function office(limit?: string) {
  const account = await world.account({ anna: ['finance'], ewa: ['management'] });
  if (limit) await account.limit('PLN', limit);
  const invoiceId = await account.invoice({ number: '1' });
  const method = { id: await account.method({ isDefault: true }) };
  const order = { url: database.url, accountId: account.id, key: randomUUID(), invoiceId, method };
  return { account, anna: { ...order, contactId: account.person('anna') }, ewa: account.person('ewa') };
}
type Account = Awaited<ReturnType<typeof office>>['account'];

/** The account's payments, and what the gateway charged under their attempts' keys. */
async function books({ id, sql }: Account) {
  const { rows } = await sql.query<{ state: string; reference: string; key: string }>(
    `SELECT p.state, p.reference, a.id AS key FROM payment p LEFT JOIN payment_attempt a ON a."paymentId" = p.id
     WHERE p."accountId" = $1`,
    [id],
  );
  const charged = (await gateway.ledger()).filter(({ key }) => rows.some((row) => row.key === key));
  const left = await sql.query<{ left: string }>(`SELECT "leftToPay" AS left FROM invoice WHERE "accountId" = $1`, [
    id,
  ]);
  return { payments: rows, charged, left: Number(left.rows[0]?.left) };
}

async function expectOneCharge(account: Account): Promise<void> {
  const { payments, charged, left } = await books(account);
  expect(payments).toMatchObject([{ state: 'succeeded', reference: charged[0]?.reference }]);
  expect(charged).toMatchObject([{ amount: '100.00', currency: 'PLN', status: 'succeeded' }]);
  expect(left).toBe(0);
}

const STEPS = [
  'inside 1', // before the reservation is committed
  'commit 1', // reserved
  'commit 2', // marked as sent
  'before charge',
  'after charge',
  'inside 3', // before the settlement is committed
  'commit 3', // settled
  'commit 4', // before the answer
];

describe.each(STEPS)('a payment whose process is killed at: %s', (die) => {
  it('is recovered by a fresh process and charged once', async () => {
    const { account, anna } = await office();
    expect(await payer({ ...anna, do: 'pay', die })).toBeUndefined();
    await payer({ ...anna, do: 'jobs' });
    const { payments } = await books(account);
    // Killed before the commit nothing had begun; otherwise the job alone has brought it to its end.
    expect(payments.map(({ state }) => state)).toEqual(die === 'inside 1' ? [] : ['succeeded']);
    expect(await payer({ ...anna, do: 'pay' })).toMatchObject([{ state: 'succeeded' }]);
    await expectOneCharge(account);
  });
});

describe.each(['inside 1', 'commit 1', 'before charge', 'after charge', 'inside 3'])(
  'a payment killed at: %s',
  (die) => {
    it('goes on where it stopped when the person’s own turn is repeated, at the same time as the job', async () => {
      const { account, anna } = await office();
      expect(await payer({ ...anna, do: 'pay', die })).toBeUndefined();
      await Promise.all([payer({ ...anna, do: 'pay' }), payer({ ...anna, do: 'jobs' })]);
      await expectOneCharge(account);
    });
  },
);

describe.each(['inside 1', 'commit 1', 'after charge'])('an approval whose process is killed at: %s', (die) => {
  it('is recovered and charged once', async () => {
    const { account, anna, ewa } = await office('1.00');
    const [payment] = (await payer({ ...anna, do: 'pay' })) as PaymentView[];
    const approve: Order = { ...anna, do: 'approve', contactId: ewa, key: randomUUID(), paymentId: payment!.id };
    expect(await payer({ ...approve, die })).toBeUndefined();
    await payer({ ...anna, do: 'jobs' });
    expect(await payer(approve)).toMatchObject({ outcome: 'approved', payment: { state: 'succeeded' } });
    await expectOneCharge(account);
  });
});

describe.each(['commit 1', 'after openPage', 'commit 3'])(
  'a payment on the page whose process is killed at: %s',
  (die) => {
    it('has one page, which is there after the recovery and pays it once', async () => {
      const { account, anna } = await office();
      const order: Order = { ...anna, method: { page: true }, do: 'pay' };
      expect(await payer({ ...order, die })).toBeUndefined();
      await payer({ ...order, do: 'jobs' });
      const [payment] = (await payer(order)) as PaymentView[];
      expect(payment).toMatchObject({ state: 'awaiting_payer', pageUrl: expect.stringMatching(/^http/) });
      const card = { action: 'card', number: '4242424242424242', expiry: '12/40', cvc: '123' };
      await gateway.submit(payment!.pageUrl!.split('/').at(-1)!, card, 'en');
      await payer({ ...order, do: 'jobs' });
      await expectOneCharge(account);
    });
  },
);

describe('two processes at once', () => {
  it('that do the same with the same key charge once, and both say so', async () => {
    const { account, anna } = await office();
    const [one, other] = await Promise.all([payer({ ...anna, do: 'pay' }), payer({ ...anna, do: 'pay' })]);
    expect(one).toMatchObject([{ state: 'succeeded' }]);
    expect(other).toEqual(one);
    await expectOneCharge(account);
  });

  it('that both pay the whole invoice charge once, and the other is told', async () => {
    const { account, anna } = await office();
    const both = await Promise.all([1, 2].map(() => payer({ ...anna, key: randomUUID(), do: 'pay' })));
    expect(both).toContainEqual([expect.objectContaining({ state: 'succeeded' })]);
    expect(both).toContainEqual({ refused: expect.stringMatching(/^(under_way|invoice_closed)$/) });
    await expectOneCharge(account);
  });
});
