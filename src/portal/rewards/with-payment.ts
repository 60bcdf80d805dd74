import { type PaymentState, RESERVING } from '../payments/states.ts';
import type { AccountScope } from '../scope.ts';

const reserving: readonly PaymentState[] = RESERVING;

/**
 * Has the rewards that are reserved with a payment follow it: spent when it succeeded, free again when it ended without;
 * whatever is still open about it keeps them, also past their last day: they were taken in time (PRODUCT.md section 5). Those that were freed stay free: a success that
 * comes after its payment's end is looked into by a person.
 */
export async function followPayment(
  { tx }: Pick<AccountScope, 'tx'>,
  paymentId: string,
  to: PaymentState,
): Promise<void> {
  if (reserving.includes(to)) return;
  const state = to === 'succeeded' ? 'spent' : 'released';
  await tx.rewardRedemption.updateMany({ where: { paymentId, state: 'reserved' }, data: { state } });
}

/** What is reserved of rewards with a payment, by invoice: decimal strings. */
export async function reservedWith(
  { tx }: Pick<AccountScope, 'tx'>,
  paymentId: string,
): Promise<{ invoiceId: string; amount: string }[]> {
  return tx.$queryRaw<{ invoiceId: string; amount: string }[]>`
    SELECT "invoiceId", sum(value)::text AS amount FROM reward_redemption
    WHERE "paymentId" = ${paymentId}::uuid AND state = 'reserved' GROUP BY "invoiceId"`;
}
