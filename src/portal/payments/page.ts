import { lockAccount } from '../people/lock.ts';
import { answer, hear } from './gateway-call.ts';
import { aboutPayment, move, readStanding } from './move.ts';
import { inRun, type OpenAttempt, type Run, readOpenAttempt } from './run.ts';
import { closeAttempt, settleSuccess, tell } from './settle.ts';
import { REASON } from './view.ts';

/** Opens the provider's page of a payment where it is not open yet, and ends it where its time is over. */
export async function page(run: Run, attempt: OpenAttempt): Promise<void> {
  const { paymentId, state, expiresAt, pageUrl } = attempt;
  if (state !== 'awaiting_payer' || !expiresAt) return;
  if (expiresAt <= run.services.clock.now()) return endPage(run, paymentId, 'expired');
  if (pageUrl === null) await open(run, attempt, expiresAt);
}

/**
 * Ends a page: first at the gateway, so that it can't be paid any more, then here. One that was paid just before
 * succeeds instead; when the gateway gives no answer everything stays as it is, to be tried again.
 */
export async function endPage(run: Run, paymentId: string, to: 'expired' | 'withdrawn'): Promise<void> {
  const attempt = await inRun(run, (scope) => readOpenAttempt(scope, paymentId));
  if (attempt?.state !== 'awaiting_payer') return;
  const { attemptId } = attempt;
  const ended = await answer(run, (gateway) => gateway.voidPage(attemptId));
  if (ended === 'voided') await closePage(run, paymentId, attemptId, to);
  if (ended !== 'paid') return;
  const heard = await hear(run, (gateway) => gateway.lookup(attemptId));
  if (heard.status === 'succeeded') await settleSuccess(run, paymentId, attemptId, heard.reference);
}

/** Writes down that the page has ended at the gateway unpaid. */
export async function closePage(run: Run, paymentId: string, attemptId: string, to: 'expired' | 'withdrawn') {
  await inRun(run, async (scope) => {
    await lockAccount(scope);
    const payment = await readStanding(scope, paymentId);
    if (!(await closeAttempt(scope, attemptId, 'voided')) || payment.state !== 'awaiting_payer') return;
    const reason = to === 'expired' ? REASON.pageEnded : undefined;
    await move(scope, payment, { to, action: 'payments.settle', reason, set: { settledAt: scope.now } });
    if (run.tellPayer) await tell(scope, payment, to, reason);
  });
}

async function open(run: Run, attempt: OpenAttempt, expiresAt: Date): Promise<void> {
  const { paymentId, attemptId, amount, description, locale } = attempt;
  const request = { key: attemptId, amount, description, locale, expiresAt };
  const opened = await answer(run, (gateway) => gateway.openPage(request));
  if (!opened) return;
  const wanted = await inRun(run, async (scope) => {
    const { count } = await scope.tx.paymentAttempt.updateMany({
      where: { id: attemptId, state: { in: ['created', 'sent'] } },
      data: { state: 'sent', sentAt: scope.now, pageUrl: opened.url },
    });
    const told = count > 0 && run.tellPayer;
    if (told) await scope.notify(aboutPayment(await readStanding(scope, paymentId), 'payment.page_ready', attemptId));
    return count > 0;
  });
  // Taken back while it was being opened.
  if (!wanted) await answer(run, (gateway) => gateway.voidPage(attemptId));
}
