import { refreshPaidHere } from '../../db/invoice-balance.ts';
import { queryIn } from '../../db/prisma.ts';
import { markPaid } from '../dues/mark-paid.ts';
import { lockAccount } from '../people/lock.ts';
import type { AccountScope } from '../scope.ts';
import { aboutPayment, move, readStanding, type Standing } from './move.ts';
import { askForReview } from './review-mail.ts';
import { inRun, type Run } from './run.ts';
import type { PaymentState } from './states.ts';
import { REASON } from './view.ts';

/** From these a success makes a payment succeed; to any other it comes too late, and a person has to look at it. */
const TAKES_SUCCESS: readonly PaymentState[] = ['awaiting_payer', 'processing', 'needs_review'];

/**
 * Writes down that the attempt's money was taken. Told again, it changes nothing; told of a payment that had ended, it
 * brings it to review (PRODUCT.md section 3: recorded, never dropped).
 */
export async function settleSuccess(run: Run, paymentId: string, attemptId: string, reference: string): Promise<void> {
  await inRun(run, async (scope) => {
    await lockAccount(scope);
    const { tx, now } = scope;
    const payment = await readStanding(scope, paymentId);
    const attempt = await tx.paymentAttempt.findUniqueOrThrow({ where: { id: attemptId } });
    if (attempt.state === 'succeeded') return recordSecond(run, scope, payment, attempt.reference, reference);
    const data = { state: 'succeeded', reference, endedAt: now };
    await tx.paymentAttempt.update({ where: { id: attemptId }, data });
    const set = { reference, settledAt: now, expiresAt: null };
    if (!TAKES_SUCCESS.includes(payment.state)) {
      const reason = REASON.paidAfterEnd;
      await move(scope, payment, { to: 'needs_review', action: 'payments.settle', reason, set });
      return askForReview(scope, payment, reason);
    }
    await move(scope, payment, { to: 'succeeded', action: 'payments.settle', set });
    await countAsPaid(scope, payment);
    // Whoever was told that it has to be looked into is told how that ended.
    if (run.tellPayer || payment.state === 'needs_review') await tell(scope, payment, 'succeeded');
  });
}

/**
 * Ends the review of a payment whose charge the loaded data has come to know by its reference: somebody has looked into
 * it, and it counts as paid there.
 */
export async function settleReviewed(run: Run, paymentId: string): Promise<void> {
  await inRun(run, async (scope) => {
    await lockAccount(scope);
    const payment = await readStanding(scope, paymentId);
    if (payment.state !== 'needs_review') return;
    await move(scope, payment, { to: 'succeeded', action: 'payments.settle' });
    await countAsPaid(scope, payment);
    await tell(scope, payment, 'succeeded');
  });
}

/** Writes down a definite decline: the attempt is closed, the amount free again. */
export async function settleDecline(run: Run, paymentId: string, attemptId: string, reason: string): Promise<void> {
  await inRun(run, async (scope) => {
    await lockAccount(scope);
    const payment = await readStanding(scope, paymentId);
    const closed = await closeAttempt(scope, attemptId, 'declined', reason);
    if (!closed || (payment.state !== 'processing' && payment.state !== 'needs_review')) return;
    await move(scope, payment, { to: 'failed', action: 'payments.settle', reason, set: { settledAt: scope.now } });
    if (run.tellPayer || payment.state === 'needs_review') await tell(scope, payment, 'failed', reason);
  });
}

/** Gives what stays unknown to a person to look into; its amount stays reserved, its attempt open. */
export async function review(run: Run, paymentId: string, attemptId: string): Promise<void> {
  await inRun(run, async (scope) => {
    await lockAccount(scope);
    const payment = await readStanding(scope, paymentId);
    const open = await scope.tx.paymentAttempt.count({ where: { id: attemptId, state: { in: ['created', 'sent'] } } });
    if (payment.state !== 'processing' || open === 0) return;
    const reason = REASON.unknownOutcome;
    await move(scope, payment, { to: 'needs_review', action: 'payments.settle', reason });
    await askForReview(scope, payment, reason);
  });
}

/** Closes an open attempt; false when it was closed already. */
export async function closeAttempt(
  { tx, now }: AccountScope,
  attemptId: string,
  state: 'declined' | 'voided',
  reason?: string,
): Promise<boolean> {
  const { count } = await tx.paymentAttempt.updateMany({
    where: { id: attemptId, state: { in: ['created', 'sent'] } },
    data: { state, reason: reason ?? null, endedAt: now },
  });
  return count > 0;
}

/** Tells the payer how a payment ended that they did not see ending. */
export async function tell(scope: AccountScope, payment: Standing, state: PaymentState, reason?: string) {
  const notice = aboutPayment(payment, 'payment.settled', state);
  await scope.notify({ ...notice, details: { ...notice.details, state, ...(reason && { reason }) } });
}

/** What the payment was for is paid by it and the rewards spent with it, as far as nothing else has paid it. */
async function countAsPaid(scope: AccountScope, { id }: Standing): Promise<void> {
  const parts = await scope.tx.paymentAllocation.findMany({
    where: { paymentId: id },
    select: { invoiceId: true, dueId: true },
  });
  const rewards = await scope.tx.rewardRedemption.findMany({
    where: { paymentId: id, state: 'spent' },
    select: { invoiceId: true },
  });
  await refreshPaidHere(
    queryIn(scope.tx),
    [...parts, ...rewards].flatMap(({ invoiceId }) => invoiceId ?? []),
  );
  for (const { dueId } of parts) if (dueId) await markPaid(scope, dueId, id);
}

/** One attempt, two charges: a gateway that forgot the key. The portal can't know which is right, so it says so loudly. */
async function recordSecond(
  { services }: Run,
  scope: AccountScope,
  payment: Standing,
  known: string | null,
  reference: string,
): Promise<void> {
  if (known === reference) return;
  services.log.error({ paymentId: payment.id }, 'the gateway reports a second charge for one attempt');
  scope.audit({
    action: 'payments.second_charge',
    object: `payment:${payment.number}`,
    outcome: 'failed',
    details: { known, reference },
  });
  await askForReview(scope, payment, 'second_charge');
}
