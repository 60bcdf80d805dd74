import { type Heard, hear } from './gateway-call.ts';
import { inRun, markSent, type OpenAttempt, type Run } from './run.ts';
import { review, settleDecline, settleSuccess } from './settle.ts';
import { SPAN } from './states.ts';

/**
 * Takes a payment's charge as far as it goes now and settles what becomes known: sent at once the first time; after
 * that looked up first, and sent again with the same key and parameters while that is allowed.
 */
export async function charge(run: Run, attempt: OpenAttempt): Promise<void> {
  const { paymentId, attemptId, createdAt, maySend } = attempt;
  const heard = await ask(run, attempt);
  if (heard.status === 'succeeded') return settleSuccess(run, paymentId, attemptId, heard.reference);
  if (heard.status === 'declined') return settleDecline(run, paymentId, attemptId, heard.reason);
  if (heard.status === 'pending') return;
  if (maySend) return inRun(run, (scope) => markSent(scope, attemptId));
  const tooOld = run.services.clock.now().getTime() - createdAt.getTime() > SPAN.repeat;
  if (heard.status === 'not_found' || tooOld) await review(run, paymentId, attemptId);
}

async function ask(run: Run, attempt: OpenAttempt): Promise<Heard> {
  const { attemptId, amount, description, token, neverSent, maySend } = attempt;
  const send = () => hear(run, (to) => to.charge({ key: attemptId, amount, method: token, description }));
  if (maySend && neverSent) return send();
  const found = await hear(run, (to) => to.lookup(attemptId));
  if (found.status !== 'not_found' || !maySend) return found;
  await inRun(run, (scope) => markSent(scope, attemptId));
  return send();
}
