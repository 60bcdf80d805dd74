import type { Localized } from '../../lib/locale.ts';

type Details = Readonly<Record<string, unknown>>;

/** Why an order could not be watched. */
export const ORDER_REASONS: Record<string, Localized<(details: Details) => string>> = {
  order_ended: {
    en: ({ number, state }) =>
      `Order ${number} has been ${state === 'cancelled' ? 'cancelled' : 'delivered'}: nothing more is to come of it, so there is nothing to watch. Nothing was changed.`,
    pl: ({ number, state }) =>
      `Zamówienie ${number} zostało ${state === 'cancelled' ? 'anulowane' : 'dostarczone'} i nic się w nim już nie zmieni, więc nie ma czego obserwować. Wszystko zostaje bez zmian.`,
  },
};
