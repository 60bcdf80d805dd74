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
  const parts = await scope.tx.paymentAllocation.findMany({
    where: { paymentId: id },
    select: { invoiceId: true, dueId: true, amount: true },
  });
  const permission = parts.some(({ dueId }) => dueId) ? 'due.pay' : 'invoices.pay';
  if (payer?.status !== 'active' || !allows(permission, payer.roles, false)) return REASON.payerChanged;
  const methods = methodId ? await readMethods(scope) : [];
  const chargeable = scope.payments === 'on-file' && methods.some((one) => one.id === methodId && !one.expired);
  if (methodId && !chargeable) return REASON.methodGone;
  const balances = await readBalances(
    scope.tx,
    parts.flatMap(({ invoiceId, dueId }) => invoiceId ?? dueId ?? []),
    id,
  );
  for (const { invoiceId, dueId, amount } of parts) {
    const balance = balances.find((one) => one.id === (invoiceId ?? dueId));
    if (!balance?.available.greaterThanOrEqualTo(amount.toFixed())) return REASON.leftTooSmall;
    // What is due is paid as a whole, and this would be a part of it now.
    if (dueId && !balance.left.equals(amount.toFixed())) return REASON.amountChanged;
  }
  return undefined;
}
