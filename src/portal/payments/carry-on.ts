import type { Completion } from '../operation.ts';
import { charge } from './charge.ts';
import { page } from './page.ts';
import { inRun, type Run } from './run.ts';
import { type PaymentView, readPayments } from './view.ts';

/** Takes one payment as far as it goes now; safe to repeat at any time, also from several processes at once. */
export async function drive(run: Run, paymentId: string): Promise<void> {
  await charge(run, paymentId);
  await page(run, paymentId);
}

/** Takes each payment of a person's request as far as it goes, each for itself, and tells how they stand then. */
export async function carryOn(
  { services, accountId, contactId, via }: Completion,
  paymentIds: readonly string[],
  tellPayer = false,
): Promise<PaymentView[]> {
  const run = { services, accountId, via, tellPayer };
  for (const id of paymentIds) await drive(run, id);
  return inRun(run, (scope) => readPayments(scope, paymentIds, contactId));
}
