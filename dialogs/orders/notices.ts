import type { Draft } from '../../src/kit/dialog.ts';
import { type IsoDate, showDate } from '../../src/lib/dates.ts';
import { counted, type Localized } from '../../src/lib/locale.ts';
import { hasEnded, type OrderState } from '../../src/lib/order-words.ts';
import type { OrderDetails } from '../../src/portal/orders/show.ts';
import { type Context, defineNotice } from '../define.ts';
import { buttonsIn } from '../home.ts';
import { orderTable, trackButton, watchButton } from './cards.ts';
import { stateSince, timeLine } from './track-card.ts';
import { standingOf, stateOf } from './words.ts';

/** How an order stood before, as the load wrote it down (src/loader/watched-orders.ts). */
interface Changed {
  id: string;
  was: { state: OrderState; expectedOn: IsoDate | null };
}

/** More orders than these are counted, not read. */
const MOST = 8;

interface NoticeTexts {
  /** @param standing in whole sentences; @param before the expected date there was, where it has moved */
  one(standing: string, before: string | undefined): string;
  several(count: number, list: string, more: number): string;
}

const ORDERS = {
  en: { one: 'order you watch has changed', other: 'orders you watch have changed' },
  pl: {
    one: 'obserwowane zamówienie się zmieniło',
    few: 'obserwowane zamówienia się zmieniły',
    many: 'obserwowanych zamówień się zmieniło',
    other: 'obserwowanego zamówienia się zmieniło',
  },
} as const;

const TEXTS: Localized<NoticeTexts> = {
  en: {
    one: (standing, before) =>
      `News of an order you watch. ${standing}${before ? ` Before, it was expected on ${before}.` : ''}`,
    several: (count, list, more) => `${counted('en', count, ORDERS)}: ${list}${more > 0 ? ` and ${more} more` : ''}.`,
  },
  pl: {
    one: (standing, before) =>
      `Zmiana w obserwowanym zamówieniu. ${standing}${before ? ` Poprzedni termin: ${before}.` : ''}`,
    several: (count, list, more) => `${counted('pl', count, ORDERS)}: ${list}${more > 0 ? ` i jeszcze ${more}` : ''}.`,
  },
};

/** Orders that somebody watches were changed by loads; all that waits to be told in one message, each as it stands now. */
export const ordersChanged = defineNotice({
  kind: 'orders.changed',
  topic: () => 'orders',
  merge: (waiting) => ({ orders: firstOfEach(waiting.flatMap(({ orders }) => orders as Changed[])) }),
  async render(ctx: Context, { details }: { details: Record<string, unknown> }): Promise<Draft | undefined> {
    const changed = details.orders as readonly Changed[];
    const orders: (OrderDetails & Pick<Changed, 'was'>)[] = [];
    let left = changed.length;
    for (const { id, was } of changed) {
      if (orders.length === MOST) break;
      left -= 1;
      const order = await ctx.portal.orders.show({ id });
      if (order.watched) orders.push({ ...order, was });
    }
    const [first, second] = orders;
    if (!first) return undefined;
    return second ? several(ctx, orders, left) : one(ctx, first, first.was);
  },
});

/** Of an order that several loads changed, how it stood before the first of them. */
const firstOfEach = (changes: readonly Changed[]): Changed[] =>
  changes.filter(({ id }, at) => changes.findIndex((other) => other.id === id) === at);

function one(ctx: Context, order: OrderDetails, was: Changed['was']): Draft {
  const { locale } = ctx;
  const moved = !hasEnded(order.state) && was.expectedOn !== order.expectedOn ? was.expectedOn : null;
  const standing = standingOf(ctx, order, stateSince(ctx, order));
  const text = TEXTS[locale].one(standing, moved ? showDate(locale, moved) : undefined);
  const buttons = buttonsIn(trackButton(ctx, order), ...watchButton(ctx, order));
  return { text, card: { blocks: [{ type: 'text', text }, ...timeLine(ctx, order), ...buttons] } };
}

function several(ctx: Context, orders: readonly OrderDetails[], more: number): Draft {
  const list = orders.map((order) => `${order.number} (${stateOf(ctx, order)})`).join(', ');
  const text = TEXTS[ctx.locale].several(orders.length + more, list, more);
  return { text, card: { blocks: [{ type: 'text', text }, orderTable(ctx, orders)] } };
}
