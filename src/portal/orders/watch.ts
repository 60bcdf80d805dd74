import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { hasEnded } from '../../lib/order-words.ts';
import { changing } from '../operation.ts';
import { readRow } from './row.ts';

/**
 * Has the person asking told, or no longer told, of each change of an order; the answer is the order as it stands and
 * whether that was news. Throws `not_found`, and `conflict` with `order_ended` where nothing more is to come of it.
 */
export const watch = changing({
  permission: 'orders.read',
  // A load takes the same lock: what it changes is told, or is in the answer.
  exclusive: true,
  input: z.strictObject({ id: z.uuid(), watching: z.boolean() }),
  async handle(scope, { id, watching }) {
    const { tx, actor } = scope;
    const order = await readRow(scope, id);
    if (order.watched === watching) return { order, changed: false };
    if (watching && hasEnded(order.state)) {
      throw new CodedError('conflict', 'order_ended', { number: order.number, state: order.state });
    }
    if (watching) await tx.orderWatch.create({ data: { orderId: id, contactId: actor.id, createdAt: scope.now } });
    else await tx.orderWatch.deleteMany({ where: { orderId: id, contactId: actor.id } });
    const action = watching ? 'orders.watch' : 'orders.unwatch';
    scope.audit({ action, object: `order:${order.number}`, outcome: 'done' });
    return { order: { ...order, watched: watching }, changed: true };
  },
});
