import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Portal } from '../../../src/portal/open.ts';
import type { TestAccount } from '../../support/account.ts';

export const pln = (amount: string) => ({ amount, currency: 'PLN' });

/** A change's key, as a dialog's frame and step would make it. */
export const newKey = () => `frame-${randomUUID()}:run`;

/** Pays amounts of invoices with a method on file, or on the page. */
export function payFor(
  portal: Portal,
  items: Record<string, { amount: string; currency: string }>,
  method: { id: string } | { page: true },
  key = newKey(),
) {
  return portal.payments.pay({
    key,
    items: Object.entries(items).map(([invoiceId, amount]) => ({ invoiceId, amount })),
    method,
  });
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
