import type { IsoDate } from '../../lib/dates.ts';
import type { InvoiceStatus } from '../../lib/invoice-words.ts';
import { Decimal, type Money, money } from '../../lib/money.ts';
import { readBalances } from '../payments/balances.ts';
import type { Scope } from '../scope.ts';
import { statusOf } from './status.ts';

/** An invoice in a list. */
export interface InvoiceRow {
  id: string;
  number: string;
  purchaseOrder: string | null;
  type: string;
  issuedOn: IsoDate;
  dueOn: IsoDate;
  status: InvoiceStatus;
  total: Money;
  /** Below zero it is a credit balance. */
  left: Money;
  /** Left less what payments under way have reserved, never below zero. */
  available: Money;
  /** A payment was submitted and has not ended. */
  underWay: boolean;
  disputed: boolean;
  /** Something can be paid of it now, by the person asking. */
  payable: boolean;
}

/** What every query of invoices selects. */
export interface RawRow {
  id: string;
  number: string;
  purchaseOrder: string | null;
  type: string;
  issuedOn: IsoDate;
  dueOn: IsoDate;
  currency: string;
  total: string;
  left: string;
}

/** Adds to the rows of a page what stands in other tables: disputes, and payments under way. */
export async function withBalances(scope: Scope, rows: readonly RawRow[]): Promise<InvoiceRow[]> {
  const read = await readBalances(
    scope.tx,
    rows.map(({ id }) => id),
  );
  const balances = new Map(read.map((balance) => [balance.id, balance]));
  return rows.map(({ currency, total, left, ...row }) => {
    const balance = balances.get(row.id);
    const available = Decimal.max(balance?.available ?? 0, 0);
    return {
      ...row,
      status: statusOf({ left, dueOn: row.dueOn }, scope.today),
      total: money(total, currency),
      left: money(left, currency),
      available: money(available, currency),
      underWay: new Decimal(left).greaterThan(available) && !new Decimal(left).isNegative(),
      disputed: balance?.disputed ?? false,
      payable: available.isPositive() && !available.isZero() && scope.may('invoices.pay'),
    };
  });
}
