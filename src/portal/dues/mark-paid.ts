import type { IsoDate } from '../../lib/dates.ts';
import type { AccountScope, NoticeDraft } from '../scope.ts';
import { readRenewals } from './renewal.ts';

/**
 * Writes down that what was due has been paid here: the order is booked and its watchers are told, the contract is
 * renewed (PRODUCT.md section 4). Does nothing where it was paid before, so all of it happens once. The caller holds the
 * account's lock.
 */
export async function markPaid(scope: AccountScope, dueId: string, paymentId: string): Promise<void> {
  const rows = await scope.tx.$queryRaw<{ orderId: string | null; contractId: string | null; kind: string }[]>`
    UPDATE payment_due SET state = 'paid' WHERE id = ${dueId}::uuid AND state = 'due'
    RETURNING kind, "orderId", "contractId"`;
  const [due] = rows;
  if (due?.kind === 'pending_order' && due.orderId) await book(scope, due.orderId, paymentId);
  if (due?.kind === 'support_renewal' && due.contractId) await renew(scope, dueId, due.contractId);
}

async function book(scope: AccountScope, orderId: string, paymentId: string): Promise<void> {
  const { tx, now } = scope;
  const booked = await tx.$queryRaw<{ number: string; expectedOn: string | null }[]>`
    UPDATE "order" SET state = 'booked' WHERE id = ${orderId}::uuid AND state = 'pending_payment'
    RETURNING number, to_char("expectedOn", 'YYYY-MM-DD') AS "expectedOn"`;
  const [order] = booked;
  if (!order) return;
  // The file numbers its events from 1: below that are ours, which stay until it knows (src/loader/kinds/orders.ts).
  await tx.$executeRaw`
    INSERT INTO order_event ("orderId", position, at, state)
    SELECT ${orderId}::uuid, least(1, min(position)) - 1, ${now}, 'booked' FROM order_event WHERE "orderId" = ${orderId}::uuid`;
  scope.audit({ action: 'orders.book', object: `order:${order.number}`, outcome: 'done' });
  const watches = await tx.orderWatch.findMany({ where: { orderId }, select: { contactId: true } });
  const changed = { id: orderId, was: { state: 'pending_payment', expectedOn: order.expectedOn } };
  const notices = watches.map(({ contactId }): NoticeDraft => {
    // As a load tells it (src/loader/watched-orders.ts).
    const key = `orders.changed:${paymentId}:${contactId}`;
    return { to: contactId, kind: 'orders.changed', key, details: { orders: [changed] } };
  });
  await scope.notify(...notices);
}

async function renew(scope: AccountScope, dueId: string, contractId: string): Promise<void> {
  const period = (await readRenewals(scope, [dueId])).get(dueId);
  if (!period) return;
  const { from, to } = period;
  await scope.tx.paymentDue.update({ where: { id: dueId }, data: { renewsFrom: day(from), renewsTo: day(to) } });
  const { number } = await scope.tx.contract.update({
    where: { id: contractId },
    data: { endsOn: day(to) },
    select: { number: true },
  });
  scope.audit({ action: 'contracts.extend', object: `contract:${number}`, outcome: 'done', details: { endsOn: to } });
}

const day = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);
