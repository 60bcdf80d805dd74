import type { AccountScope } from '../scope.ts';

/** A new attempt for a payment: its id is the gateway's key, and there before the gateway hears of it. */
export function attemptFor({ ids, now }: AccountScope, payment: { id: string; methodId: string | null }) {
  const kind = payment.methodId ? 'charge' : 'page';
  return { id: ids.uuid(), paymentId: payment.id, kind, state: 'created', createdAt: now };
}
