import { allows } from '../policy.ts';
import type { AccountScope } from '../scope.ts';
import { readBalances } from './balances.ts';
import { readMethods } from './method-view.ts';
import { aboutPayment, move, type Standing } from './move.ts';
import { REASON } from './view.ts';

/**
 * Ends a waiting payment that nobody decided in time or that is void (PRODUCT.md section 3): less is left than it would
 * pay, its method can't be charged any more, or its payer may not pay any more. Tells the payer why. The caller holds
 * the account's lock. Returns whether it ended.
 */
export async function endIfLapsed(scope: AccountScope, payment: Standing): Promise<boolean> {
  if (payment.state !== 'awaiting_approval') return false;
  const reason = await whyLapsed(scope, payment);
  if (!reason) return false;
  await move(scope, payment, { to: 'expired', action: 'payments.lapse', reason, set: { settledAt: scope.now } });
  const notice = aboutPayment(payment, 'payment.decided', 'expired');
  await scope.notify({ ...notice, details: { ...notice.details, decision: 'expired', reason } });
  return true;
}

async function whyLapsed(scope: AccountScope, payment: Standing): Promise<string | undefined> {
  const { id, payerId, methodId, expiresAt } = payment;
  if (expiresAt && expiresAt <= scope.now) return REASON.notDecided;
  const payer = (await scope.people()).byId(payerId);
  if (payer?.status !== 'active' || !allows('invoices.pay', payer.roles, false)) return REASON.payerChanged;
  const methods = methodId ? await readMethods(scope) : [];
  const chargeable = scope.payments === 'on-file' && methods.some((one) => one.id === methodId && !one.expired);
  if (methodId && !chargeable) return REASON.methodGone;
  const parts = await scope.tx.paymentAllocation.findMany({
    where: { paymentId: id },
    select: { invoiceId: true, amount: true },
  });
  const balances = await readBalances(
    scope.tx,
    parts.flatMap(({ invoiceId }) => invoiceId ?? []),
    id,
  );
  const enough = parts.every(({ invoiceId, amount }) =>
    balances.some((one) => one.id === invoiceId && one.available.greaterThanOrEqualTo(amount.toFixed())),
  );
  return enough ? undefined : REASON.leftTooSmall;
}
