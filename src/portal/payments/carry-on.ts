import type { Completion } from '../operation.ts';
import { charge } from './charge.ts';
import { page } from './page.ts';
import { inRun, markSent, type Run, readOpenAttempt } from './run.ts';
import { type PaymentView, readPayments } from './view.ts';

/** Takes one payment as far as it goes now; safe to repeat at any time, also from several processes at once. */
export async function drive(run: Run, paymentId: string): Promise<void> {
  const attempt = await inRun(run, async (scope) => {
    const found = await readOpenAttempt(scope, paymentId);
    // Written before the gateway hears of it: what is not marked has certainly never been sent.
    if (found?.kind === 'charge' && found.neverSent && found.maySend) await markSent(scope, found.attemptId);
    return found;
  });
  if (attempt) await (attempt.kind === 'charge' ? charge(run, attempt) : page(run, attempt));
}

/** Takes each payment of a person's request as far as it goes, each for itself, and tells how they stand then. */
export async function carryOn(after: Completion, paymentIds: readonly string[], tellPayer = false) {
  for (const id of paymentIds) await drive(runOf(after, tellPayer), id);
  return howTheyStand(after, paymentIds);
}

/** How payments stand now, as the person of the completion may see them. */
export const howTheyStand = (after: Completion, paymentIds: readonly string[]): Promise<PaymentView[]> =>
  inRun(runOf(after, false), (scope) => readPayments(scope, paymentIds, after.contactId));

/** The work that completes a person's request. */
export const runOf = ({ services, accountId, via }: Completion, tellPayer: boolean): Run => ({
  ...{ services, accountId, via, tellPayer },
});
