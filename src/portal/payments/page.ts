import { isCoded } from '../../lib/errors.ts';
import { lockAccount } from '../people/lock.ts';
import { hear } from './charge.ts';
import { aboutPayment, move, readStanding } from './move.ts';
import { inRun, markSent, type OpenAttempt, type Run, readOpenAttempt } from './run.ts';
import { closeAttempt, settleSuccess, tell } from './settle.ts';
import { REASON } from './view.ts';

/** Opens the provider's page of a payment where it is not open yet, and ends it where its time is over. */
export async function page(run: Run, paymentId: string): Promise<void> {
  const attempt = await openPageAttempt(run, paymentId);
  if (!attempt?.expiresAt) return;
  if (attempt.expiresAt <= run.services.clock.now()) return endPage(run, paymentId, 'expired');
  if (attempt.pageUrl === null) await open(run, attempt, attempt.expiresAt);
}

/**
 * Ends a page: first at the gateway, so that it can't be paid any more, then here. One that was paid just before
 * succeeds instead; when the gateway gives no answer everything stays as it is, to be tried again.
 */
export async function endPage(run: Run, paymentId: string, to: 'expired' | 'withdrawn'): Promise<void> {
  const attempt = await openPageAttempt(run, paymentId);
  if (!attempt) return;
  const { attemptId } = attempt;
  const { gateway, log } = run.services;
  const ended = await answered(run, () => gateway.voidPage(attemptId));
  if (ended === 'voided') await closePage(run, paymentId, attemptId, to);
  if (ended !== 'paid') return;
  const heard = await hear(log, attemptId, () => gateway.lookup(attemptId));
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
  const opened = await answered(run, () => run.services.gateway.openPage(request));
  if (!opened) return;
  await inRun(run, async (scope) => {
    await markSent(scope, attemptId);
    await scope.tx.paymentAttempt.updateMany({ where: { id: attemptId }, data: { pageUrl: opened.url } });
    if (run.tellPayer) await scope.notify(aboutPayment(await readStanding(scope, paymentId), 'payment.page_ready', ''));
  });
}

const openPageAttempt = (run: Run, paymentId: string) =>
  inRun(run, async (scope) => {
    const attempt = await readOpenAttempt(scope, paymentId);
    return attempt?.kind === 'page' && attempt.state === 'awaiting_payer' ? attempt : undefined;
  });

/** What the gateway says; undefined when it can't be reached, so that it is tried again. */
async function answered<T>({ services }: Run, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (err) {
    if (!isCoded(err, 'unavailable')) throw err;
    services.log.warn({ err }, 'the payment gateway can not be reached about a page');
    return undefined;
  }
}
