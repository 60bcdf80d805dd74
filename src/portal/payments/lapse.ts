import { sum } from '../../lib/money.ts';
import { allows } from '../policy.ts';
import { reservedWith } from '../rewards/with-payment.ts';
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
  const rewards = await reservedWith(scope, id);
  const needed = [
    parts.some(({ dueId }) => dueId) ? ('due.pay' as const) : ('invoices.pay' as const),
    ...(rewards.length > 0 ? (['rewards.redeem'] as const) : []),
  ];
  const may = payer?.status === 'active' && needed.every((permission) => allows(permission, payer.roles, false));
  if (!may) return REASON.payerChanged;
  const methods = methodId ? await readMethods(scope) : [];
  const chargeable = scope.payments === 'on-file' && methods.some((one) => one.id === methodId && !one.expired);
  if (methodId && !chargeable) return REASON.methodGone;
  const whole = [...parts.map((part) => ({ ...part, amount: part.amount.toFixed() })), ...rewards];
  const paid = Map.groupBy(whole, (part) => part.invoiceId ?? ('dueId' in part ? part.dueId : null));
  const balances = await readBalances(
    scope.tx,
    [...paid.keys()].flatMap((one) => one ?? []),
    id,
  );
  for (const [what, those] of paid) {
    const amount = sum(those.map((part) => part.amount));
    const balance = balances.find((one) => one.id === what);
    if (!balance?.available.greaterThanOrEqualTo(amount)) return REASON.leftTooSmall;
    // What is due is paid as a whole, and this would be a part of it now.
    if (balance.kind !== 'invoice' && !balance.left.equals(amount)) return REASON.amountChanged;
  }
  return undefined;
}
