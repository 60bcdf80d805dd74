import { z } from 'zod';
import { changing } from '../operation.ts';
import type { Scope } from '../scope.ts';
import { attemptFor } from './attempt.ts';
import { carryOn, howTheyStand } from './carry-on.ts';
import { endIfLapsed } from './lapse.ts';
import { aboutPayment, move, readStanding, type Standing } from './move.ts';
import { SPAN } from './states.ts';
import type { PaymentView } from './view.ts';

/**
 * What a decision came to. `ended`: it was not to be decided any more, since it had lapsed or is void, and has ended
 * now. `already`: it had been decided or had ended before; nothing was changed. The payment says the rest.
 */
export interface Decision {
  outcome: 'approved' | 'declined' | 'ended' | 'already';
  payment: PaymentView;
}

type Decided = { id: string; outcome: Decision['outcome'] };

/** Approves a payment that waits, which then is charged, or its page opened for the payer; never one's own. */
export const approve = changing({
  permission: 'payments.decide',
  over: true,
  exclusive: true,
  input: z.strictObject({ id: z.uuid() }),
  handle: (scope, { id }) =>
    decide(scope, id, async (payment) => {
      const decidedAt = scope.now;
      const to = payment.methodId ? 'processing' : 'awaiting_payer';
      const expiresAt = payment.methodId ? null : new Date(decidedAt.getTime() + SPAN.page);
      const set = { deciderId: scope.actor.id, decidedAt, expiresAt };
      await move(scope, payment, { to, action: 'payments.approve', set });
      await scope.tx.paymentAttempt.create({ data: attemptFor(scope, payment) });
      return 'approved';
    }),
  complete: async (after, { id, outcome }): Promise<Decision> => {
    // The payer is elsewhere, so what becomes of it is told to them.
    const [payment] = await carryOn(after, [id], true);
    return { outcome, payment: payment! };
  },
});

/** Turns down a payment that waits, with a reason for the payer; never one's own. */
export const decline = changing({
  permission: 'payments.decide',
  over: true,
  exclusive: true,
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().max(500).optional() }),
  handle: (scope, { id, reason }) =>
    decide(scope, id, async (payment) => {
      const set = { deciderId: scope.actor.id, decidedAt: scope.now, settledAt: scope.now, expiresAt: null };
      await move(scope, payment, { to: 'declined', action: 'payments.decline', reason: reason || undefined, set });
      return 'declined';
    }),
  complete: async (after, { id, outcome }): Promise<Decision> => {
    const [payment] = await howTheyStand(after, [id]);
    return { outcome, payment: payment! };
  },
});

async function decide(
  scope: Scope,
  id: string,
  change: (payment: Standing) => Promise<'approved' | 'declined'>,
): Promise<Decided> {
  const payment = await readStanding(scope, id);
  await scope.requireOver(payment.payerId);
  if (payment.state !== 'awaiting_approval') return { id, outcome: 'already' };
  if (await endIfLapsed(scope, payment)) return { id, outcome: 'ended' };
  const outcome = await change(payment);
  const notice = aboutPayment(payment, 'payment.decided', outcome);
  await scope.notify({ ...notice, details: { ...notice.details, decision: outcome, by: scope.actor.name } });
  return { id, outcome };
}
