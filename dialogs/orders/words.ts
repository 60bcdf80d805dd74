import { daysBetween, type IsoDate, showDate } from '../../src/lib/dates.ts';
import { counted, type Locale } from '../../src/lib/locale.ts';
import { hasEnded, ORDER_STATE, type OrderState } from '../../src/lib/order-words.ts';
import type { OrderRow } from '../../src/portal/orders/row.ts';
import type { Context } from '../define.ts';

const DAYS = {
  en: { one: 'day', other: 'days' },
  pl: { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' },
} as const;

type Ctx = Pick<Context, 'locale' | 'today'>;

/** What of an order is said in a line. */
export type Standing = Pick<OrderRow, 'number' | 'state' | 'carrier' | 'trackingNumber' | 'expectedOn'>;

/** "shipped, expected 6 Nov 2026", "booked, 3 days late", "delivered". */
export function stateOf({ locale, today }: Ctx, { state, expectedOn }: Standing): string {
  const word = ORDER_STATE[locale][state];
  if (!expectedOn || hasEnded(state)) return word;
  const late = -daysBetween(today, expectedOn);
  const pl = locale === 'pl';
  if (late > 0) return `${word}, ${counted(locale, late, DAYS)} ${pl ? 'po terminie' : 'late'}`;
  return `${word}, ${pl ? 'termin' : 'expected'} ${showDate(locale, expectedOn)}`;
}

/**
 * Where an order is and when it is to be there, in whole sentences.
 * @param since the date it came into its state, where the events tell
 */
export function standingOf(ctx: Ctx, order: Standing, since?: IsoDate): string {
  const { locale } = ctx;
  const where = WHERE[locale][order.state](order, since && showDate(locale, since));
  return hasEnded(order.state) ? where : `${where} ${expectation(ctx, order)}`;
}

type Sentence = (order: Standing, since: string | undefined) => string;

const WHERE: Record<Locale, Record<OrderState, Sentence>> = {
  en: {
    pending_payment: ({ number }) => `Order ${number} is waiting for its payment.`,
    booked: ({ number }) => `Order ${number} is booked and not on its way yet.`,
    provisioning: ({ number }) => `Order ${number} is being provisioned.`,
    shipped: ({ number, carrier, trackingNumber }) =>
      `Order ${number} is on its way${carrier ? ` with ${carrier}` : ''}${trackingNumber ? `, tracking number ${trackingNumber}` : ''}.`,
    delivered: ({ number }, since) =>
      since ? `Order ${number} was delivered on ${since}.` : `Order ${number} has been delivered.`,
    cancelled: ({ number }, since) =>
      since ? `Order ${number} was cancelled on ${since}.` : `Order ${number} has been cancelled.`,
  },
  pl: {
    pending_payment: ({ number }) => `Zamówienie ${number} czeka na płatność.`,
    booked: ({ number }) => `Zamówienie ${number} zostało przyjęte i czeka na realizację.`,
    provisioning: ({ number }) => `Zamówienie ${number} jest w realizacji.`,
    shipped: ({ number, carrier, trackingNumber }) => {
      const by = [carrier && `przewoźnik: ${carrier}`, trackingNumber && `numer przesyłki: ${trackingNumber}`];
      const known = by.filter(Boolean).join(', ');
      return `Zamówienie ${number} jest w drodze${known ? ` (${known})` : ''}.`;
    },
    delivered: ({ number }, since) => `Zamówienie ${number} zostało dostarczone${since ? ` ${since}` : ''}.`,
    cancelled: ({ number }, since) => `Zamówienie ${number} zostało anulowane${since ? ` ${since}` : ''}.`,
  },
};

function expectation({ locale, today }: Ctx, { expectedOn }: Standing): string {
  const pl = locale === 'pl';
  if (!expectedOn) return pl ? 'Termin nie jest jeszcze znany.' : 'When it will be there is not known yet.';
  const date = showDate(locale, expectedOn);
  const days = daysBetween(today, expectedOn);
  if (days < 0) {
    const late = counted(locale, -days, DAYS);
    return pl ? `Termin minął ${date}, opóźnienie: ${late}.` : `It was expected on ${date} and is ${late} late.`;
  }
  if (days === 0) return pl ? 'Spodziewany termin: dziś.' : 'It is expected today.';
  if (days === 1) return pl ? `Spodziewany termin: jutro, ${date}.` : `It is expected tomorrow, on ${date}.`;
  const inDays = counted(locale, days, DAYS);
  return pl ? `Spodziewany termin: ${date} (za ${inDays}).` : `It is expected on ${date}, in ${inDays}.`;
}
