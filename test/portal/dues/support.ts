import { randomUUID } from 'node:crypto';
import type { Portal } from '../../../src/portal/open.ts';
import type { TestAccount } from '../../support/account.ts';
import { newKey } from '../payments/support.ts';

interface NewDue {
  amount?: string;
  currency?: string;
  dueOn?: string;
  description?: string;
}

const ABOUT = { pending_order: 'orderId', support_renewal: 'contractId', expired_card: 'methodId' } as const;

async function due(
  { sql, id }: TestAccount,
  kind: keyof typeof ABOUT,
  about: string,
  { amount = '100.00', currency = 'PLN', dueOn = '2026-12-01', description = 'What the data says' }: NewDue,
): Promise<string> {
  const dueId = randomUUID();
  await sql.query(
    `INSERT INTO payment_due (id, "accountId", "externalId", kind, description, "dueOn", currency, amount, "${ABOUT[kind]}")
     VALUES ($1::uuid, $2, $1::text, $3, $4, $5, $6, $7, $8)`,
    [dueId, id, kind, description, dueOn, currency, amount, about],
  );
  return dueId;
}

/** An order that waits for its payment, as placed on its first day; hands back what is due for it. */
export async function orderDue(account: TestAccount, number: string, of: NewDue = {}) {
  const orderId = randomUUID();
  await account.sql.query(
    `INSERT INTO "order" (id, "accountId", "externalId", number, "orderedOn", "placedBy", state, currency, total)
     VALUES ($1, $2, $3, $3, '2026-11-01', 'Piotr', 'pending_payment', $4, $5)`,
    [orderId, account.id, number, of.currency ?? 'PLN', of.amount ?? '100.00'],
  );
  await account.sql.query(
    `INSERT INTO order_event ("accountId", "orderId", position, at, state)
     VALUES ($1, $2, 1, '2026-11-01T08:00:00Z', 'pending_payment')`,
    [account.id, orderId],
  );
  return { orderId, dueId: await due(account, 'pending_order', orderId, of) };
}

/** A support contract of a period and its renewal. */
export async function renewalDue(account: TestAccount, number: string, { from, to }: Period, of: NewDue = {}) {
  const contractId = randomUUID();
  await account.sql.query(
    `INSERT INTO contract (id, "accountId", "externalId", number, kind, "startsOn", "endsOn", currency, value, "autoRenew")
     VALUES ($1, $2, $3, $3, 'support', $4, $5, $6, $7, false)`,
    [contractId, account.id, number, from, to, of.currency ?? 'PLN', of.amount ?? '100.00'],
  );
  return { contractId, dueId: await due(account, 'support_renewal', contractId, of) };
}

interface Period {
  from: string;
  to: string;
}

/** Another renewal of a contract. */
export const anotherRenewal = (account: TestAccount, contractId: string, of: NewDue = {}) =>
  due(account, 'support_renewal', contractId, of);

/** A charge that failed on a card. */
export const transactionDue = (account: TestAccount, methodId: string, of: NewDue = {}) =>
  due(account, 'expired_card', methodId, of);

export const payDue = (
  portal: Portal,
  id: string,
  amount: string,
  method: { id: string } | { page: true },
  key = newKey(),
) => portal.dues.pay({ key, id, amount: { amount, currency: 'PLN' }, method });

/** How an order stands: its state, and its events with their days. */
export async function orderOf({ sql }: TestAccount, orderId: string) {
  const { rows } = await sql.query<{ state: string }>('SELECT state FROM "order" WHERE id = $1', [orderId]);
  const events = await sql.query<{ event: string }>(
    `SELECT state || ' ' || to_char(at, 'YYYY-MM-DD') AS event FROM order_event WHERE "orderId" = $1 ORDER BY at, position`,
    [orderId],
  );
  return { state: rows[0]?.state, events: events.rows.map(({ event }) => event) };
}

export async function contractEnd({ sql }: TestAccount, contractId: string): Promise<string | undefined> {
  const { rows } = await sql.query<{ ends: string }>(
    `SELECT to_char("endsOn", 'YYYY-MM-DD') AS ends FROM contract WHERE id = $1`,
    [contractId],
  );
  return rows[0]?.ends;
}
