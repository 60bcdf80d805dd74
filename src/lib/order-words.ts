import type { Localized } from './locale.ts';

/** How far an order has come, as the loaded data says (PRODUCT.md section 5). */
export const ORDER_STATES = ['pending_payment', 'booked', 'provisioning', 'shipped', 'delivered', 'cancelled'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** What a list of orders can be asked for by (INTENTS.md); `open` is what is neither delivered nor cancelled. */
export const ORDER_FILTERS = ['open', 'delivered', 'cancelled', 'all'] as const;
export type OrderFilter = (typeof ORDER_FILTERS)[number];

/** Whether nothing more is to come of an order. */
export const hasEnded = (state: OrderState): boolean => state === 'delivered' || state === 'cancelled';

/** An order's state in a list. */
export const ORDER_STATE: Localized<Record<OrderState, string>> = {
  en: {
    pending_payment: 'waiting for payment',
    booked: 'booked',
    provisioning: 'being provisioned',
    shipped: 'shipped',
    delivered: 'delivered',
    cancelled: 'cancelled',
  },
  pl: {
    pending_payment: 'czeka na płatność',
    booked: 'przyjęte',
    provisioning: 'w realizacji',
    shipped: 'wysłane',
    delivered: 'dostarczone',
    cancelled: 'anulowane',
  },
};
