import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import type { Scope } from '../scope.ts';
import { lockPayables, payablePart, readBalances, requireOpen } from './balances.ts';
import { carryOn } from './carry-on.ts';
import { chosen, methodChoice } from './choice.ts';
import { perCurrency } from './quote.ts';
import { reserve } from './reserve.ts';
import { amountInput, currencyInput, MOST_INVOICES, type Part } from './wanted.ts';

const item = z.strictObject({
  invoiceId: z.uuid(),
  amount: z.strictObject({ amount: amountInput, currency: currencyInput }),
});

const input = z.strictObject({
  items: z.array(item).min(1).max(MOST_INVOICES),
  method: methodChoice,
  /** The person was warned that an invoice among them is in dispute. */
  mayBeDisputed: z.boolean().optional(),
});

/**
 * Pays: reserves in one transaction, one payment a currency, everything checked again; then charges, or opens the
 * page, and settles, each payment for itself. Repeated with its key after whatever happened, it goes on where it
 * stopped and never charges again. Each result is how its payment stands now.
 */
export const pay = changing({
  permission: 'invoices.pay',
  exclusive: true,
  input,
  async handle(scope, { items, method, mayBeDisputed }) {
    const parts = await checked(scope, items, mayBeDisputed === true);
    const paidWith = await chosen(scope, method);
    const payments: string[] = [];
    for (const charge of perCurrency(parts)) payments.push(await reserve(scope, charge, paidWith));
    // The page speaks the person's language also when it is opened later, by a job.
    return { payments, locale: scope.locale };
  },
  complete: (after, { payments }) => carryOn(after, payments),
});

async function checked(scope: Scope, items: readonly z.output<typeof item>[], mayBeDisputed: boolean): Promise<Part[]> {
  const ids = items.map(({ invoiceId }) => invoiceId);
  if (new Set(ids).size < ids.length) throw new CodedError('invalid', 'which_invoice', { field: 'items' });
  await lockPayables(scope.tx, ids);
  const balances = await readBalances(scope.tx, ids);
  return items.map(({ invoiceId, amount }) => {
    const balance = balances.find(({ id }) => id === invoiceId);
    if (balance?.kind !== 'invoice') throw new CodedError('not_found', 'not_found');
    requireOpen(balance);
    if (balance.disputed && !mayBeDisputed) throw new CodedError('conflict', 'disputed', { number: balance.number });
    return { balance, pay: payablePart(balance, amount) };
  });
}
