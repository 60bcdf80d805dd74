import { CodedError } from '../../lib/errors.ts';
import type { Money } from '../../lib/money.ts';
import type { Cover } from '../rewards/cover.ts';
import { record } from '../rewards/record.ts';
import type { Scope } from '../scope.ts';
import { approvalFor } from './approval.ts';
import { attemptFor } from './attempt.ts';
import type { MethodChoice } from './method-view.ts';
import { aboutPayment } from './move.ts';
import { type PaymentState, SPAN } from './states.ts';
import type { Part } from './wanted.ts';

/**
 * Writes one payment of one currency, which reserves its amounts from now on: waiting for approval where the limit is
 * exceeded, else with the attempt it is going to be charged, or opened on the page, under. The caller holds the locks
 * on account and what is paid, and has checked the parts. Returns the payment's id. Throws `forbidden` `no_decider` where it
 * would have to be approved and nobody could.
 * @param covers what rewards cover besides, reserved with it from now on
 */
export async function reserve(
  scope: Scope,
  { total, parts }: { total: Money; parts: readonly Part[] },
  method: MethodChoice,
  covers: readonly Cover[] = [],
): Promise<string> {
  const { tx, now, ids, actor } = scope;
  const approval = await approvalFor(scope, { total, ids: parts.map(({ balance }) => balance.id) });
  if (approval && approval.deciders.length === 0) throw new CodedError('forbidden', 'no_decider', { ...approval });
  const methodId = 'page' in method ? null : method.id;
  const state: PaymentState = approval ? 'awaiting_approval' : methodId ? 'processing' : 'awaiting_payer';
  const span = approval ? SPAN.approval : methodId ? undefined : SPAN.page;
  const expiresAt = span ? new Date(now.getTime() + span) : null;
  const number = `P-${await scope.count('payment')}`;
  const { amount, currency } = total;
  const id = ids.uuid();
  await tx.payment.create({
    data: {
      ...{ id, number, state, amount, currency, methodId, expiresAt, payerId: actor.id, confirmedAt: now },
      reservationKey: scope.key!,
    },
  });
  await tx.paymentAllocation.createMany({
    data: parts.map(({ balance, pay }) => {
      const what = balance.kind === 'invoice' ? { invoiceId: balance.id } : { dueId: balance.id };
      return { paymentId: id, ...what, amount: pay.amount };
    }),
  });
  const rewards = covers.length > 0 ? { rewards: await record(scope, covers, id) } : {};
  if (!approval) await tx.paymentAttempt.create({ data: attemptFor(scope, { id, methodId }) });
  const invoices = parts.flatMap(({ balance }) => (balance.kind === 'invoice' ? [balance.number] : []));
  const due = parts.flatMap(({ balance: { kind, number: of } }) => (kind === 'invoice' ? [] : [{ kind, number: of }]));
  const paidWith = 'page' in method ? 'page' : `${method.kind} ${method.last4}`;
  scope.audit({
    action: 'payments.pay',
    object: `payment:${number}`,
    outcome: 'done',
    details: { amount, currency, state, method: paidWith, ...(due.length > 0 ? { due } : { invoices }), ...rewards },
  });
  const standing = { id, number, state, amount, currency, methodId, expiresAt, payerId: actor.id };
  await scope.notify(
    ...(approval?.deciders ?? []).map((decider) => ({
      ...aboutPayment(standing, 'payment.approval_asked', decider.id),
      to: decider.id,
    })),
  );
  return id;
}
