import { CodedError } from '../../lib/errors.ts';
import { followPayment } from '../rewards/with-payment.ts';
import type { AccountScope, NoticeDraft } from '../scope.ts';
import type { PaymentState } from './states.ts';

/** What of a payment its changes of state are decided by. */
export interface Standing {
  id: string;
  number: string;
  state: PaymentState;
  payerId: string;
  methodId: string | null;
  currency: string;
  amount: string;
  expiresAt: Date | null;
}

/** A payment as it stands. Locks nothing: the account is locked before. Throws `not_found`. */
export async function readStanding({ tx }: Pick<AccountScope, 'tx'>, id: string): Promise<Standing> {
  const row = await tx.payment.findUnique({ where: { id } });
  if (!row) throw new CodedError('not_found', 'not_found');
  const { number, payerId, methodId, currency, expiresAt } = row;
  const [state, amount] = [row.state as PaymentState, row.amount.toFixed()];
  return { id, number, state, payerId, methodId, currency, amount, expiresAt };
}

interface Change {
  to: PaymentState;
  /** The audited action, e.g. `payments.approve`. */
  action: string;
  reason?: string | undefined;
  set?: { reference?: string; settledAt?: Date; expiresAt?: Date | null; deciderId?: string; decidedAt?: Date };
}

/**
 * Changes a payment's state where it still is what was read, with the rewards reserved with it and the audit record, and
 * has every posted copy of its card refreshed. Throws `conflict` `payment_moved` when somebody else was first.
 */
export async function move(scope: AccountScope, payment: Standing, change: Change): Promise<void> {
  const { id, number, state, payerId } = payment;
  const { to, action, reason, set } = change;
  const { count } = await scope.tx.payment.updateMany({
    where: { id, state },
    data: { state: to, reason: reason ?? null, ...set },
  });
  if (count === 0) throw new CodedError('conflict', 'payment_moved', { number });
  await followPayment(scope, id, to);
  scope.audit({
    action,
    object: `payment:${number}`,
    outcome: to === 'failed' ? 'failed' : 'done',
    details: { from: state, to, ...(reason && { reason }), ...(set?.reference && { reference: set.reference }) },
  });
  await scope.notify({ ...aboutPayment(payment, 'matter.changed', to), to: payerId });
}

/** A notice about a payment to its payer; `step` makes it the only one of its kind for that step. */
export function aboutPayment({ id, payerId, number }: Standing, kind: string, step: string): NoticeDraft {
  return { to: payerId, kind, key: `${kind}:${id}:${step}`, about: { kind: 'payment', id }, details: { number } };
}
