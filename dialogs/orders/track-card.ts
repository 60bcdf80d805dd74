import type { Block } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { dateIn, type IsoDate, showDate, showMoment } from '../../src/lib/dates.ts';
import { counted, intlTag, type Localized } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import { hasEnded, ORDER_STATE } from '../../src/lib/order-words.ts';
import type { OrderDetails } from '../../src/portal/orders/show.ts';
import type { Context } from '../define.ts';

type Ctx = Pick<Context, 'locale' | 'timeZone'>;
type Label = 'ordered' | 'placedBy' | 'total' | 'carrier' | 'tracking' | 'expected';
type Column = 'when' | 'what' | 'note' | 'product' | 'quantity' | 'amount';

interface TrackTexts extends Record<Label | Column, string> {
  expectedThen: string;
  moreLines(n: number): string;
  earlier(n: number): string;
}

/** More of them are counted, and the card says so. */
const LINES = 10;
const EVENTS = 10;

const MORE = {
  en: { one: 'more line', other: 'more lines' },
  pl: { one: 'pozycja', few: 'pozycje', many: 'pozycji', other: 'pozycji' },
} as const;
const EARLIER = {
  en: { one: 'earlier event', other: 'earlier events' },
  pl: {
    one: 'wcześniejsze zdarzenie',
    few: 'wcześniejsze zdarzenia',
    many: 'wcześniejszych zdarzeń',
    other: 'zdarzeń',
  },
} as const;

const TEXTS: Localized<TrackTexts> = {
  en: {
    ...{ ordered: 'Ordered', placedBy: 'Placed by', total: 'Total', carrier: 'Carrier', tracking: 'Tracking number' },
    ...{ expected: 'Expected', when: 'When', what: 'What happened', note: 'Note' },
    ...{ product: 'Product', quantity: 'Quantity', amount: 'Amount', expectedThen: 'expected' },
    moreLines: (n) => `And ${counted('en', n, MORE)}.`,
    earlier: (n) => `${counted('en', n, EARLIER)} not shown.`,
  },
  pl: {
    ...{
      ordered: 'Złożone',
      placedBy: 'Zamawiający',
      total: 'Wartość',
      carrier: 'Przewoźnik',
      tracking: 'Numer przesyłki',
    },
    ...{ expected: 'Spodziewany termin', when: 'Kiedy', what: 'Co się stało', note: 'Uwagi' },
    ...{ product: 'Produkt', quantity: 'Ilość', amount: 'Kwota', expectedThen: 'spodziewany termin' },
    moreLines: (n) => `Oraz ${counted('pl', n, MORE)}.`,
    earlier: (n) => `Pominięto ${counted('pl', n, EARLIER)}.`,
  },
};

/** The date, for the person asking, on which the order came into the state it is in; undefined where no event tells. */
export function stateSince({ timeZone }: Pick<Ctx, 'timeZone'>, { state, events }: OrderDetails): IsoDate | undefined {
  const last = events.findLast((event) => event.state === state);
  return last && dateIn(timeZone, new Date(last.at));
}

/** What there is to say of the order itself; what is not known is left out. */
export function factsOf({ locale }: Ctx, order: OrderDetails): Block<Action> {
  const t = TEXTS[locale];
  const { carrier, trackingNumber, expectedOn, state } = order;
  const known = (label: Label, value: string | null) => (value ? [{ label: t[label], value }] : []);
  return {
    type: 'fields',
    items: [
      ...known('expected', expectedOn && !hasEnded(state) ? showDate(locale, expectedOn) : null),
      ...known('carrier', carrier),
      ...known('tracking', trackingNumber),
      ...known('ordered', showDate(locale, order.orderedOn)),
      ...known('placedBy', order.placedBy),
      ...known('total', showMoney(locale, order.total)),
    ],
  };
}

/** What has happened, in order, and what is expected next; times are the person's. */
export function timeLine({ locale, timeZone }: Ctx, { events, state, expectedOn }: OrderDetails): Block<Action>[] {
  const t = TEXTS[locale];
  const shown = events.slice(-EVENTS);
  const rows = shown.map((event) => ({
    cells: [showMoment(locale, timeZone, new Date(event.at)), ORDER_STATE[locale][event.state], event.note ?? ''],
  }));
  const next = expectedOn && !hasEnded(state) ? [{ cells: [showDate(locale, expectedOn), t.expectedThen, ''] }] : [];
  if (rows.length === 0) return [];
  const left = events.length - shown.length;
  return [
    ...(left > 0 ? [{ type: 'text', text: t.earlier(left), style: 'muted' } as const] : []),
    {
      type: 'table',
      columns: [{ label: t.when }, { label: t.what }, { label: t.note }],
      rows: [...rows, ...next],
    },
  ];
}

export function linesOf({ locale }: Ctx, { lines }: OrderDetails): Block<Action>[] {
  if (lines.length === 0) return [];
  const t = TEXTS[locale];
  const number = new Intl.NumberFormat(intlTag[locale], { maximumFractionDigits: 6 });
  const rest = lines.length - LINES;
  return [
    {
      type: 'table',
      columns: [{ label: t.product }, { label: t.quantity, align: 'right' }, { label: t.amount, align: 'right' }],
      rows: lines.slice(0, LINES).map(({ product, quantity, amount }) => ({
        cells: [product, number.format(quantity as Intl.StringNumericLiteral), showMoney(locale, amount)],
      })),
    },
    ...(rest > 0 ? [{ type: 'text', text: t.moreLines(rest), style: 'muted' } as const] : []),
  ];
}
