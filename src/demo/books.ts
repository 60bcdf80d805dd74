import { addDays, type IsoDate } from '../lib/dates.ts';
import { Decimal, round, sum } from '../lib/money.ts';

/** What a company's books are written with here: dates as days from `today`, sums worked out. */

/** Product, quantity, unit price, and the order it was for. */
type Line = readonly [product: string, quantity: number, unitPrice: string, order?: string];

interface Bill {
  number: string;
  type: 'subscription' | 'support' | 'licence' | 'hardware' | 'consulting' | 'usage';
  /** Days from today: when it was issued and when it is due. */
  days: readonly [issued: number, due: number];
  lines: readonly Line[];
  purchaseOrder?: string;
  /** The lines are for the month before the issue. */
  monthly?: true;
  /** Paid by bank transfer: all of it, or an amount. */
  paid?: 'all' | string;
  credited?: 'all' | string;
  adjusted?: string;
}

interface Books {
  today: IsoDate;
  account: string;
  currency: string;
  /** Of every line, in percent. */
  tax: string;
}

/** An invoice row of a file; a payment comes in three days before the due date or, early in time, the morrow. */
export function bill({ today, account, currency, tax }: Books, of: Bill) {
  const issuedOn = addDays(today, of.days[0]);
  const period = of.monthly ? { periodFrom: addDays(issuedOn, -30), periodTo: addDays(issuedOn, -1) } : {};
  const lines = of.lines.map(([product, quantity, unitPrice, order]) => ({
    product,
    quantity: String(quantity),
    unitPrice,
    amount: round(new Decimal(unitPrice).times(quantity), currency),
    ...period,
    ...(order === undefined ? {} : { order }),
  }));
  const net = sum(lines.map(({ amount }) => amount));
  const taxed = round(net.times(tax).div(100), currency);
  const total = round(net.plus(taxed), currency);
  const part = (amount: 'all' | string) => (amount === 'all' ? total : amount);
  const paidOn = addDays(today, Math.max(of.days[0] + 1, Math.min(of.days[1] - 3, -1)));
  return {
    id: `${account}-${of.number}`,
    account,
    number: of.number,
    type: of.type,
    issuedOn,
    dueOn: addDays(today, of.days[1]),
    currency,
    ...(of.purchaseOrder === undefined ? {} : { purchaseOrder: of.purchaseOrder }),
    lines,
    tax: taxed,
    total,
    ...(of.credited === undefined ? {} : { credited: part(of.credited) }),
    ...(of.adjusted === undefined ? {} : { adjusted: of.adjusted }),
    payments: of.paid === undefined ? [] : [{ reference: `transfer ${of.number}`, paidOn, amount: part(of.paid) }],
  };
}

/** A line of an order or a contract. */
export const line = (product: string, quantity: number, amount: string) => ({
  product,
  quantity: String(quantity),
  amount,
});

/** When a card expires: the month of `date`. */
export const expiry = (date: IsoDate) => ({ expMonth: Number(date.slice(5, 7)), expYear: Number(date.slice(0, 4)) });

/** The events of an order: each a day from today, an hour in UTC, a state and, where there is one, a note. */
export function events(
  today: IsoDate,
  of: readonly (readonly [day: number, hour: number, state: string, note?: string])[],
) {
  return of.map(([day, hour, state, note]) => ({
    at: `${addDays(today, day)}T${String(hour).padStart(2, '0')}:20:00Z`,
    state,
    ...(note === undefined ? {} : { note }),
  }));
}

/** A monthly billing schedule: `count` charges, the first `days` from today. */
export function monthly(today: IsoDate, days: number, count: number, charge: { currency: string; amount: string }) {
  return Array.from({ length: count }, (_, month) => {
    const chargeOn = addDays(today, days + month * 30);
    return { chargeOn, ...charge, periodFrom: chargeOn, periodTo: addDays(chargeOn, 29) };
  });
}
