import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { Decimal, type Money, money } from '../../lib/money.ts';
import { changing } from '../operation.ts';
import { lockPayables } from '../payments/balances.ts';
import { amountInput, currencyInput } from '../payments/wanted.ts';
import { requireAsShown, shownUses } from './cover.ts';
import { plan } from './quote.ts';
import { spend } from './spend.ts';

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
    uses: shownUses,
    /** The person was warned that the invoice is in dispute. */
    mayBeDisputed: z.boolean().optional(),
  }),
  async handle(scope, { invoiceId, amount: wanted, uses: shown, mayBeDisputed }): Promise<Redemption> {
    await lockPayables(scope.tx, [invoiceId]);
    const { fit, amount, uses, balanceAfter } = await plan(scope, invoiceId, wanted);
    const { number: invoiceNumber, currency } = fit;
    if (fit.disputed && !mayBeDisputed) throw new CodedError('conflict', 'disputed', { number: invoiceNumber });
    requireAsShown([{ invoiceId, number: invoiceNumber, uses }], [{ invoiceId, uses: shown }]);
    const number = await spend(scope, [{ invoiceId, number: invoiceNumber, value: amount, uses }]);
    const left = money(new Decimal(fit.left).minus(amount.amount), currency);
    return { number, invoiceId, invoiceNumber, amount, left, balance: balanceAfter };
  },
});
