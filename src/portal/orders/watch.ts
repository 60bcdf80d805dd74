import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { hasEnded } from '../../lib/order-words.ts';
import { changing } from '../operation.ts';
import { type OrderRow, readRow } from './row.ts';

/** The order as it stands, and whether there was anything to change. */
interface Watching {
  order: OrderRow;
  changed: boolean;
}

const input = z.strictObject({ id: z.uuid() });

/**
 * Has the person asking told of each change of an order. Throws `not_found`, and `conflict` with `order_ended` where
 * nothing more is to come of it.
 */
export const watch = changing({
  permission: 'orders.read',
  // A load takes the same lock: what it changes is told, or is in the answer.
  exclusive: true,
  input,
  async handle(scope, { id }): Promise<Watching> {
    const order = await readRow(scope, id);
    const { number, state } = order;
    if (order.watched) return { order, changed: false };
    if (hasEnded(state)) throw new CodedError('conflict', 'order_ended', { number, state });
    await scope.tx.orderWatch.create({ data: { orderId: id, contactId: scope.actor.id, createdAt: scope.now } });
    scope.audit({ action: 'orders.watch', object: `order:${number}`, outcome: 'done' });
    return { order: { ...order, watched: true }, changed: true };
  },
});

/** No longer tells the person asking of an order's changes. Throws `not_found`. */
export const unwatch = changing({
  permission: 'orders.read',
  exclusive: true,
  input,
  async handle(scope, { id }): Promise<Watching> {
    const order = await readRow(scope, id);
    if (!order.watched) return { order, changed: false };
    await scope.tx.orderWatch.deleteMany({ where: { orderId: id, contactId: scope.actor.id } });
    scope.audit({ action: 'orders.unwatch', object: `order:${order.number}`, outcome: 'done' });
    return { order: { ...order, watched: false }, changed: true };
  },
});
