import { isCoded } from '../../lib/errors.ts';
import type { Logger } from '../../lib/logger.ts';
import type { ChargeOutcome } from '../ports.ts';
import { inRun, markSent, maySend, type OpenAttempt, type Run, readOpenAttempt } from './run.ts';
import { review, settleDecline, settleSuccess } from './settle.ts';
import { SPAN } from './states.ts';

/** What the gateway let us know; `unknown`: no answer, so anything may have happened. */
export type Heard = ChargeOutcome | { status: 'unknown' };

/** Asks the gateway. Whatever it throws leaves the outcome unknown, never failed. */
export async function hear(log: Logger, attemptId: string, ask: () => Promise<ChargeOutcome>): Promise<Heard> {
  try {
    return await ask();
  } catch (err) {
    const level = isCoded(err, 'unavailable') ? 'warn' : 'error';
    log[level]({ err, attemptId }, 'the payment gateway gave no usable answer');
    return { status: 'unknown' };
  }
}

/**
 * Takes a payment's charge as far as it goes now and settles what becomes known: sent at once the first time; after
 * that looked up first, and sent again with the same key and parameters while that is allowed.
 */
export async function charge(run: Run, paymentId: string): Promise<void> {
  const claimed = await inRun(run, async (scope) => {
    const attempt = await readOpenAttempt(scope, paymentId);
    if (attempt?.kind !== 'charge') return undefined;
    const sendable = attempt.state === 'processing' && maySend(attempt, scope.now);
    // Written before the gateway hears of it: what is not marked has certainly never been sent.
    if (sendable && attempt.neverSent) await markSent(scope, attempt.attemptId);
    return { attempt, sendable };
  });
  if (!claimed) return;
  const { attempt, sendable } = claimed;
  const heard = await ask(run, attempt, sendable);
  await conclude(run, attempt, heard, sendable);
}

async function ask(run: Run, attempt: OpenAttempt, sendable: boolean): Promise<Heard> {
  const { gateway, log } = run.services;
  const { attemptId, amount, description, token, neverSent } = attempt;
  const send = () => gateway.charge({ key: attemptId, amount, method: token ?? '', description });
  if (sendable && neverSent) return hear(log, attemptId, send);
  const found = await hear(log, attemptId, () => gateway.lookup(attemptId));
  if (found.status !== 'not_found' || !sendable) return found;
  await inRun(run, (scope) => markSent(scope, attemptId));
  return hear(log, attemptId, send);
}

async function conclude(run: Run, attempt: OpenAttempt, heard: Heard, sendable: boolean): Promise<void> {
  const { paymentId, attemptId, createdAt } = attempt;
  if (heard.status === 'succeeded') return settleSuccess(run, paymentId, attemptId, heard.reference);
  if (heard.status === 'declined') return settleDecline(run, paymentId, attemptId, heard.reason);
  if (heard.status === 'pending') return;
  if (sendable) return inRun(run, (scope) => markSent(scope, attemptId));
  const tooOld = run.services.clock.now().getTime() - createdAt.getTime() > SPAN.repeat;
  if (heard.status === 'not_found' || tooOld) await review(run, paymentId, attemptId);
}
