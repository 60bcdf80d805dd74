import type { Scope } from '../scope.ts';
import type { Cover } from './cover.ts';

/**
 * Writes down what is redeemed together, under one number that people are told and the loaded data names it by. The
 * caller holds the account's lock and has planned the uses under it. Returns the number.
 * @param paymentId the payment it is the first part of, which it stays reserved with; absent: it is spent at once
 */
export async function record(
  { tx, actor, now, count }: Scope,
  covers: readonly Pick<Cover, 'invoiceId' | 'uses'>[],
  paymentId?: string,
): Promise<string> {
  const number = `R-${await count('redemption')}`;
  const common = { number, contactId: actor.id, createdAt: now, state: paymentId ? 'reserved' : 'spent' };
  await tx.rewardRedemption.createMany({
    data: covers.flatMap(({ invoiceId, uses }) =>
      uses.map(({ batch, units, value }) => ({
        ...{ ...common, invoiceId, batchId: batch.id, amount: units.toFixed(), value: value.amount },
        ...(paymentId && { paymentId }),
      })),
    ),
  });
  return number;
}
