import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import type { Money } from '../../lib/money.ts';
import { money } from '../../lib/money.ts';
import { rangeOf } from '../invoices/status.ts';
import type { Scope } from '../scope.ts';
import { type Balance, payablePart, readBalances, requireOpen } from './balances.ts';

/** More than this many invoices are not paid in one go. */
export const MOST_INVOICES = 500;

/** A decimal amount as people give it; the currency's own digits are checked against the invoice. */
export const amountInput = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/);
export const currencyInput = z.string().regex(/^[A-Z]{3}$/);

/** Invoices by id or exact number, or all of a status. */
export const wantedInput = z.strictObject({
  invoices: z
    .array(
      z.strictObject({
        invoice: z.string().min(1).max(100),
        amount: z.strictObject({ amount: amountInput, currency: currencyInput.optional() }).optional(),
      }),
    )
    .min(1)
    .max(MOST_INVOICES)
    .optional(),
  status: z.enum(['overdue', 'open', 'unpaid']).optional(),
});

export interface Part {
  balance: Balance;
  pay: Money;
}

/** An invoice of the status that is not paid with the others. */
export interface LeftOut {
  invoiceId: string;
  number: string;
  left: Money;
  reason: 'disputed' | 'under_way';
}

/**
 * What the wish comes to now. Of a status, invoices in dispute and under way are left out and named; one asked for by
 * its number is refused if it can't be paid. Throws `invalid`: `nothing_named`, `which_invoice`, `too_many_invoices`;
 * `not_found`; and what `requireOpen` and `payablePart` throw.
 */
export async function readWanted(
  scope: Scope,
  { invoices, status }: z.output<typeof wantedInput>,
): Promise<{ parts: Part[]; leftOut: LeftOut[] }> {
  if (invoices && !status) return { parts: await byName(scope, invoices), leftOut: [] };
  if (status && !invoices) return byStatus(scope, status);
  throw new CodedError('invalid', 'nothing_named', { field: 'invoices' });
}

async function byName(scope: Scope, wanted: NonNullable<z.output<typeof wantedInput>['invoices']>): Promise<Part[]> {
  if (wanted.length > 1 && wanted.some(({ amount }) => amount)) {
    throw new CodedError('invalid', 'which_invoice', { field: 'amount' });
  }
  const names = wanted.map(({ invoice }) => invoice);
  const found = await scope.tx.$queryRaw<{ id: string; number: string }[]>`
    SELECT id, number FROM invoice WHERE number = ANY(${names}::text[]) OR id::text = ANY(${names}::text[])`;
  const parts = new Map<string, Part>();
  const balances = new Map(
    (
      await readBalances(
        scope.tx,
        found.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  );
  for (const { invoice, amount } of wanted) {
    const balance = balances.get(found.find(({ id, number }) => number === invoice || id === invoice)?.id ?? '');
    if (!balance) throw new CodedError('not_found', 'not_found', { number: invoice });
    requireOpen(balance);
    const pay = amount ? payablePart(balance, amount) : money(balance.available, balance.currency);
    parts.set(balance.id, { balance, pay });
  }
  return [...parts.values()];
}

async function byStatus(scope: Scope, status: 'overdue' | 'open' | 'unpaid') {
  const { tx, today } = scope;
  const due = rangeOf(status, today).unpaid;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM invoice
    WHERE "leftToPay" > 0 AND "dueOn" >= ${due?.from}::date AND "dueOn" < ${due?.before}::date
    ORDER BY "dueOn", id LIMIT ${MOST_INVOICES + 1}`;
  if (rows.length > MOST_INVOICES) throw new CodedError('invalid', 'too_many_invoices', { most: MOST_INVOICES });
  const parts: Part[] = [];
  const leftOut: LeftOut[] = [];
  const balances = await readBalances(
    tx,
    rows.map(({ id }) => id),
  );
  for (const balance of balances.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))) {
    const { id, number, currency, left, available, disputed } = balance;
    const reason = disputed ? 'disputed' : available.lessThan(left) ? 'under_way' : undefined;
    if (reason) leftOut.push({ invoiceId: id, number, left: money(left, currency), reason });
    else parts.push({ balance, pay: money(available, currency) });
  }
  return { parts, leftOut };
}
