import { z } from 'zod';
import { reading } from '../operation.ts';
import { balancesOf, type RewardBalance } from './balance.ts';
import { readBatches } from './batches.ts';
import { type RedemptionView, readRedemptions } from './history.ts';

/** So many redemptions are told of; older ones stand with their invoices. */
const LATEST = 5;

export interface Rewards {
  balances: RewardBalance[];
  /** The latest ones; none to whoever may not read invoices. */
  redemptions: RedemptionView[];
  /** The person asking may use them. */
  mayRedeem: boolean;
}

/** The balance per currency, what was earned, redeemed and expires when, soonest first (PRODUCT.md section 5). */
export const show = reading({
  permission: 'rewards.read',
  input: z.strictObject({}),
  async handle(scope): Promise<Rewards> {
    const balances = balancesOf(await readBatches(scope), scope.today);
    const redemptions = scope.may('invoices.read') ? await readRedemptions(scope, { limit: LATEST }) : [];
    return { balances, redemptions, mayRedeem: scope.may('rewards.redeem') };
  },
});
