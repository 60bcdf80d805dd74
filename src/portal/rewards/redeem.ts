import { z } from 'zod';
import { refreshPaidHere } from '../../db/invoice-balance.ts';
import { queryIn } from '../../db/prisma.ts';
import { CodedError } from '../../lib/errors.ts';
import { Decimal, type Money, money } from '../../lib/money.ts';
import { changing } from '../operation.ts';
import { lockPayables } from '../payments/balances.ts';
import { amountInput, currencyInput } from '../payments/wanted.ts';
import type { Use } from './allocate.ts';
import { plan } from './quote.ts';
import { record } from './record.ts';

/** What was redeemed, and how the invoice and the balance stand then. */
export interface Redemption {
  /** What people call it: `R-1001`. */
  number: string;
  invoiceId: string;
  invoiceNumber: string;
  amount: Money;
  left: Money;
  balance: Money;
}

/** What was shown to be used from a batch, in its own units. */
const shownUse = z.strictObject({ batchId: z.uuid(), units: amountInput });

/**
 * Spends rewards on a support invoice's pre-tax part, soonest-expiring first (PRODUCT.md section 5), which can't be taken
 * back. Throws as `plan` does; `conflict`: `disputed` where the person was not warned of a dispute, `rewards_changed`
 * where it would no longer be used from the batches that were shown.
 */
export const redeem = changing({
  permission: 'rewards.redeem',
  exclusive: true,
  input: z.strictObject({
    invoiceId: z.uuid(),
    amount: z.strictObject({ amount: amountInput, currency: currencyInput }),
    uses: z.array(shownUse).min(1).max(1000),
    /** The person was warned that the invoice is in dispute. */
    mayBeDisputed: z.boolean().optional(),
  }),
  async handle(scope, { invoiceId, amount: wanted, uses: shown, mayBeDisputed }): Promise<Redemption> {
    await lockPayables(scope.tx, [invoiceId]);
    const { fit, amount, uses, balanceAfter } = await plan(scope, invoiceId, wanted);
    const { number: invoiceNumber, currency } = fit;
    if (fit.disputed && !mayBeDisputed) throw new CodedError('conflict', 'disputed', { number: invoiceNumber });
    if (!isAsShown(uses, shown)) throw new CodedError('conflict', 'rewards_changed', { number: invoiceNumber });
    const number = await record(scope, [{ invoiceId, uses }]);
    await refreshPaidHere(queryIn(scope.tx), [invoiceId]);
    scope.audit({
      action: 'rewards.redeem',
      object: `invoice:${invoiceNumber}`,
      outcome: 'done',
      details: { ...amount, number, invoices: [invoiceNumber], batches: uses.map(({ batch }) => batch.source) },
    });
    const left = money(new Decimal(fit.left).minus(amount.amount), currency);
    return { number, invoiceId, invoiceNumber, amount, left, balance: balanceAfter };
  },
});

const isAsShown = (uses: readonly Use[], shown: readonly z.output<typeof shownUse>[]): boolean =>
  uses.length === shown.length &&
  uses.every(({ batch, units }, at) => batch.id === shown[at]?.batchId && units.equals(shown[at].units));
