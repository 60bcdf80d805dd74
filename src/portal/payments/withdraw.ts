import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import { howTheyStand, runOf } from './carry-on.ts';
import { move, readStanding } from './move.ts';
import { endPage } from './page.ts';
import type { PaymentView } from './view.ts';

export interface Withdrawal {
  /** `already`: it had been decided, paid or ended before; nothing was changed. The payment says which. */
  outcome: 'withdrawn' | 'already';
  payment: PaymentView;
}

/**
 * Takes back one's own payment while it waits for approval or for being paid on the page, which is then ended at the
 * gateway first. Throws `forbidden` `not_your_payment`, `unavailable` `page_not_ended` when the gateway can't be
 * reached: the page stays open then, and the payment as it is.
 */
export const withdraw = changing({
  permission: 'own',
  exclusive: true,
  input: z.strictObject({ id: z.uuid() }),
  async handle(scope, { id }) {
    const payment = await readStanding(scope, id);
    if (payment.payerId !== scope.actor.id) throw new CodedError('forbidden', 'not_your_payment', {});
    const { state, number } = payment;
    if (state === 'awaiting_approval') {
      const set = { settledAt: scope.now, expiresAt: null };
      await move(scope, payment, { to: 'withdrawn', action: 'payments.withdraw', set });
    }
    if (state === 'awaiting_payer') {
      scope.audit({ action: 'payments.withdraw', object: `payment:${number}`, outcome: 'done', details: { state } });
    }
    return { id, state };
  },
  async complete(after, { id, state }): Promise<Withdrawal> {
    if (state === 'awaiting_payer') await endPage(runOf(after, false), id, 'withdrawn');
    const [payment] = await howTheyStand(after, [id]);
    if (payment?.state === 'awaiting_payer') throw new CodedError('unavailable', 'page_not_ended');
    const waited = state === 'awaiting_approval' || state === 'awaiting_payer';
    return { outcome: waited && payment?.state === 'withdrawn' ? 'withdrawn' : 'already', payment: payment! };
  },
});
