import { z } from 'zod';
import { type Money, money } from '../../lib/money.ts';
import type { OrderState } from '../../lib/order-words.ts';
import { reading } from '../operation.ts';
import { type OrderRow, readRow } from './row.ts';

interface OrderEvent {
  /** ISO 8601 in UTC. */
  at: string;
  state: OrderState;
  note: string | null;
}

/** Everything of one order (PRODUCT.md section 5). */
export interface OrderDetails extends OrderRow {
  /** Quantities are decimal strings. */
  lines: { product: string; quantity: string; amount: Money }[];
  /** What has happened to it, oldest first. */
  events: OrderEvent[];
}

/** One order with its lines and its events; throws `not_found`. */
export const show = reading({
  permission: 'orders.read',
  input: z.strictObject({ id: z.uuid() }),
  async handle(scope, { id }): Promise<OrderDetails> {
    const row = await readRow(scope, id);
    const lines = await scope.tx.orderLine.findMany({ where: { orderId: id }, orderBy: { position: 'asc' } });
    const events = await scope.tx.orderEvent.findMany({
      where: { orderId: id },
      orderBy: [{ at: 'asc' }, { position: 'asc' }],
    });
    return {
      ...row,
      lines: lines.map(({ product, quantity, amount }) => ({
        ...{ product, quantity: quantity.toFixed(), amount: money(amount.toFixed(), row.total.currency) },
      })),
      events: events.map(({ at, state, note }) => ({ at: at.toISOString(), state: state as OrderState, note })),
    };
  },
});
