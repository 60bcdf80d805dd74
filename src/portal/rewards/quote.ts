import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { Decimal, type Money, money } from '../../lib/money.ts';
import { reading } from '../operation.ts';
import { amountInput, currencyInput } from '../payments/wanted.ts';
import type { Scope } from '../scope.ts';
import { allocate, type Use, type UseView, useView, without, worthOf } from './allocate.ts';
import { redeemablePart, type WantedAmount } from './amount.ts';
import { isUsable, readBatches } from './batches.ts';
import { type Fit, mostOn, readFits } from './fit.ts';

/** What redeeming on an invoice would be. */
export interface RewardQuote {
  invoice: { id: string; number: string; left: Money; disputed: boolean };
  amount: Money;
  /** The most it could be. */
  most: Money;
  /** What is used from which batch, soonest-expiring first. */
  uses: UseView[];
  /** What would then be left to pay, and of the balance in that currency. */
  leftAfter: Money;
  balanceAfter: Money;
}

/** The same in numbers, for doing it. */
export interface Planned {
  fit: Fit;
  amount: Money;
  most: Money;
  uses: Use[];
  balanceAfter: Money;
}

/**
 * Plans how much, and of what, is redeemed on an invoice: what is asked, or as much as possible. Throws `not_found`, and
 * as `mostOn` and `redeemablePart` do.
 */
export async function plan(scope: Scope, invoiceId: string, wanted: WantedAmount | undefined): Promise<Planned> {
  const [fit] = await readFits(scope, [invoiceId]);
  if (!fit) throw new CodedError('not_found', 'not_found');
  const { number, currency } = fit;
  const batches = (await readBatches(scope)).filter((one) => one.currency === currency && isUsable(one, scope.today));
  const most = mostOn(fit, worthOf(batches, currency));
  const amount = wanted ? redeemablePart(wanted, { number, most, batches }) : most;
  const uses = allocate(batches, amount);
  return { fit, amount, most, uses, balanceAfter: worthOf(without(batches, uses), currency) };
}

/** What redeeming on an invoice would be: as much as possible, or the amount asked, in its currency or in points. */
export const quote = reading({
  permission: 'rewards.redeem',
  input: z.strictObject({
    invoiceId: z.uuid(),
    amount: z.strictObject({ amount: amountInput, currency: currencyInput.optional() }).optional(),
  }),
  async handle(scope, { invoiceId, amount: wanted }): Promise<RewardQuote> {
    const { fit, amount, most, uses, balanceAfter } = await plan(scope, invoiceId, wanted);
    const { id, number, currency, left, disputed } = fit;
    return {
      invoice: { id, number, left: money(left, currency), disputed },
      ...{ amount, most, uses: uses.map(useView), balanceAfter },
      leftAfter: money(new Decimal(left).minus(amount.amount), currency),
    };
  },
});
