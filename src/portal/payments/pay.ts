import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import { requirePermission } from '../permit.ts';
import { type Cover, coveredInAll, planCover, requireAsShown, restOf, shownUses } from '../rewards/cover.ts';
import { type RedemptionView, readRedemptions } from '../rewards/history.ts';
import { spend } from '../rewards/spend.ts';
import type { Scope } from '../scope.ts';
import { lockPayables, payablePart, readBalances, requireOpen } from './balances.ts';
import { carryOn, runOf } from './carry-on.ts';
import { chosen, methodChoice } from './choice.ts';
import { perCurrency } from './quote.ts';
import { reserve } from './reserve.ts';
import { inRun } from './run.ts';
import type { PaymentView } from './view.ts';
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
  /** What was shown to be covered by rewards first, of which invoice from which batches. */
  rewards: z
    .array(z.strictObject({ invoiceId: z.uuid(), uses: shownUses }))
    .max(MOST_INVOICES)
    .optional(),
});

export interface Paid {
  payments: PaymentView[];
  /** What rewards covered as a whole, so that nothing is charged for it: spent at once. */
  redeemed: RedemptionView[];
}

/**
 * Pays: reserves in one transaction, one payment a currency, everything checked again; then charges, or opens the
 * page, and settles, each payment for itself. Repeated with its key after whatever happened, it goes on where it
 * stopped and never charges again. The result is how the payments stand now. What rewards cover is reserved with the
 * payment of its currency, and spent at once where nothing is left to charge; for that the right to redeem is needed too.
 */
export const pay = changing({
  permission: 'invoices.pay',
  exclusive: true,
  input,
  async handle(scope, { items, method, mayBeDisputed, rewards }) {
    const parts = await checked(scope, items, mayBeDisputed === true);
    const covers = rewards ? await coversAsShown(scope, parts, rewards) : [];
    const charges = perCurrency(restOf(parts, covers));
    const payments: string[] = [];
    if (charges.length > 0) {
      const paidWith = await chosen(scope, method);
      for (const charge of charges) {
        const those = covers.filter(({ value }) => value.currency === charge.total.currency);
        payments.push(await reserve(scope, charge, paidWith, those));
      }
    }
    const charged = new Set(charges.map(({ total }) => total.currency));
    const redeemed: string[] = [];
    for (const { currency } of coveredInAll(covers)) {
      if (charged.has(currency)) continue;
      const those = covers.filter(({ value }) => value.currency === currency);
      redeemed.push(await spend(scope, those));
    }
    // The page speaks the person's language also when it is opened later, by a job.
    return { payments, redeemed, locale: scope.locale };
  },
  async complete(after, { payments, redeemed = [] }): Promise<Paid> {
    const paid = await carryOn(after, payments);
    const read = () =>
      inRun(runOf(after, false), (scope) => readRedemptions(scope, { numbers: redeemed, limit: 1000 }));
    return { payments: paid, redeemed: redeemed.length > 0 ? await read() : [] };
  },
});

/** Throws `forbidden` without the right to redeem; as `requireAsShown` does. */
async function coversAsShown(
  scope: Scope,
  parts: readonly Part[],
  shown: NonNullable<z.output<typeof input>['rewards']>,
): Promise<Cover[]> {
  await requirePermission(scope, 'rewards.redeem');
  const covers = await planCover(scope, parts);
  requireAsShown(covers, shown);
  return covers;
}

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
