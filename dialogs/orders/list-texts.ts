import { counted, type Localized } from '../../src/lib/locale.ts';
import type { OrderFilter } from '../../src/lib/order-words.ts';

export interface ListTexts {
  title: Record<OrderFilter, string>;
  /** @param worth amounts; @param ordered the period, where one was said */
  summary(status: OrderFilter, count: number, worth: string, ordered: string | undefined): string;
  empty(status: OrderFilter, ordered: string | undefined): string;
  goesOn(title: string): string;
  more: string;
  all: string;
}

/** "3 open orders"; in Polish in the accusative, as after "masz". */
const ORDERS: Record<OrderFilter, Parameters<typeof counted>[2]> = {
  open: forms('open ', ['otwarte zamówienie', 'otwarte zamówienia', 'otwartych zamówień']),
  delivered: forms('delivered ', ['dostarczone zamówienie', 'dostarczone zamówienia', 'dostarczonych zamówień']),
  cancelled: forms('cancelled ', ['anulowane zamówienie', 'anulowane zamówienia', 'anulowanych zamówień']),
  all: forms('', ['zamówienie', 'zamówienia', 'zamówień']),
};

function forms(en: string, [one, few, many]: readonly [string, string, string]) {
  return { en: { one: `${en}order`, other: `${en}orders` }, pl: { one, few, many, other: few } };
}

export const listTexts: Localized<ListTexts> = {
  en: {
    title: {
      open: 'Open orders',
      delivered: 'Delivered orders',
      cancelled: 'Cancelled orders',
      all: 'All orders',
    },
    summary(status, count, worth, ordered) {
      const when = ordered ? ` (ordered ${ordered})` : '';
      return `You have ${counted('en', count, ORDERS[status])}${when}, worth ${worth}.`;
    },
    empty(status, ordered) {
      const none = ORDERS[status].en.other;
      if (ordered) return `There are no ${none} placed ${ordered}.`;
      if (status === 'open') return 'Nothing is on order right now: there are no open orders.';
      return `There are no ${none} in your account.`;
    },
    goesOn: (title) => `${title}, continued:`,
    more: 'Show more',
    all: 'Show all orders',
  },
  pl: {
    title: {
      open: 'Otwarte zamówienia',
      delivered: 'Dostarczone zamówienia',
      cancelled: 'Anulowane zamówienia',
      all: 'Wszystkie zamówienia',
    },
    summary(status, count, worth, ordered) {
      const when = ordered ? ` (data złożenia: ${ordered})` : '';
      return `Masz ${counted('pl', count, ORDERS[status])}${when}, wartość: ${worth}.`;
    },
    empty(status, ordered) {
      const none = ORDERS[status].pl.many;
      if (ordered) return `Nie ma ${none} złożonych w tym okresie: ${ordered}.`;
      if (status === 'open') return 'Nic nie jest teraz zamówione, nie ma otwartych zamówień.';
      return `Na Twoim koncie nie ma ${none}.`;
    },
    goesOn: (title) => `${title}, ciąg dalszy:`,
    more: 'Pokaż więcej',
    all: 'Pokaż wszystkie zamówienia',
  },
};
