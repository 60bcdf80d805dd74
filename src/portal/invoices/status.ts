import type { IsoDate } from '../../lib/dates.ts';
import type { InvoiceStatus, StatusFilter } from '../../lib/invoice-words.ts';
import { Decimal } from '../../lib/money.ts';

/**
 * What an invoice is today (PRODUCT.md section 3): closed when nothing is left to pay, overdue when something is and it
 * was due before today, else open.
 * @param left decimal string, what is left to pay
 * @param today the calendar date in the account's time zone
 */
export function statusOf({ left, dueOn }: { left: string; dueOn: IsoDate }, today: IsoDate): InvoiceStatus {
  if (new Decimal(left).lessThanOrEqualTo(0)) return 'closed';
  return dueOn < today ? 'overdue' : 'open';
}

/** `statusOf` as SQL sees it: which due dates unpaid invoices of it have, and whether closed ones belong to it. */
export interface StatusRange {
  /** Unpaid invoices due from `from` on and before `before`; undefined: none. PostgreSQL knows infinite dates. */
  unpaid: { from: string; before: string } | undefined;
  closed: boolean;
}

/** The twin of `statusOf` for queries; a test holds the two together. */
export function rangeOf(status: StatusFilter, today: IsoDate): StatusRange {
  const anyDate = { from: '-infinity', before: 'infinity' };
  switch (status) {
    case 'overdue':
      return { unpaid: { ...anyDate, before: today }, closed: false };
    case 'open':
      return { unpaid: { ...anyDate, from: today }, closed: false };
    case 'unpaid':
      return { unpaid: anyDate, closed: false };
    case 'closed':
      return { unpaid: undefined, closed: true };
    case 'all':
      return { unpaid: anyDate, closed: true };
  }
}
