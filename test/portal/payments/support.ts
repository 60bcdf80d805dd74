import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Portal } from '../../../src/portal/open.ts';
import type { TestAccount } from '../../support/account.ts';

export const pln = (amount: string) => ({ amount, currency: 'PLN' });

/** A change's key, as a dialog's frame and step would make it. */
export const newKey = () => `frame-${randomUUID()}:run`;

/** Pays amounts of invoices with a method on file, or on the page. */
export async function payFor(
  portal: Portal,
  items: Record<string, { amount: string; currency: string }>,
  method: { id: string } | { page: true },
  key = newKey(),
) {
  const { payments } = await portal.payments.pay({
    key,
    items: Object.entries(items).map(([invoiceId, amount]) => ({ invoiceId, amount })),
    method,
  });
  return payments;
}

/** What is left to pay of an invoice, as the database derives it. */
export async function leftOf({ sql }: TestAccount, invoiceId: string): Promise<string> {
  const { rows } = await sql.query<{ left: string }>('SELECT "leftToPay" AS left FROM invoice WHERE id = $1', [
    invoiceId,
  ]);
  return Number(rows[0]?.left).toFixed(2);
}

export const refusal = (code: string, reason: string, details?: object) =>
  expect.objectContaining({ code, reason, ...(details && { details: expect.objectContaining(details) }) });

/** What was written for people to be told, as `name kind`, oldest first; cards to refresh left out. */
export async function noticesOf(account: TestAccount): Promise<string[]> {
  const { rows } = await account.sql.query<{ name: string; kind: string }>(
    `SELECT lower(c.name) AS name, n.kind FROM notice n JOIN contact c ON c.id = n."contactId"
     WHERE n."accountId" = $1 AND n.kind <> 'matter.changed' ORDER BY n.id`,
    [account.id],
  );
  return rows.map(({ name, kind }) => `${name} ${kind}`);
}

/** The audited actions on payments, oldest first, with who did them. */
export async function auditOf(account: TestAccount): Promise<string[]> {
  const { rows } = await account.sql.query<{ kind: string; action: string; outcome: string }>(
    `SELECT "actorKind" AS kind, action, outcome FROM audit_record WHERE chain = $1 ORDER BY seq`,
    [account.id],
  );
  return rows.map(({ kind, action, outcome }) => `${kind} ${action} ${outcome}`);
}

/** Tells the gateway to leave the next charge pending until `advance()`. */
export const pending = (then: 'succeeded' | 'declined') => ({ kind: 'pending' as const, then });
