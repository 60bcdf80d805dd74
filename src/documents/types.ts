import type { IsoDate } from '../lib/dates.ts';

/** Who sells, or who is billed. `address` may have several lines. */
export interface Party {
  name: string;
  address?: string;
  taxNumber?: string;
}

/** One line of an invoice; all numbers are decimal strings. */
export interface InvoiceDocumentLine {
  product: string;
  quantity: string;
  unitPrice: string;
  amount: string;
  /** Both days belong to the period. */
  period?: { from: IsoDate; to: IsoDate };
  orderNumber?: string;
}

/** An invoice as it is printed. Amounts are decimal strings in `currency`; a negative total makes it a credit note. */
export interface InvoiceDocument {
  number: string;
  purchaseOrder?: string;
  /** In the reader's language, as are all words in here. */
  type: string;
  status: string;
  issuedOn: IsoDate;
  dueOn: IsoDate;
  currency: string;
  seller?: Party;
  billTo: Party;
  lines: readonly InvoiceDocumentLine[];
  net: string;
  tax: string;
  total: string;
  credited: string;
  adjusted: string;
  paid: string;
  left: string;
  inDispute: boolean;
}

/** An invoice in a list. */
export interface InvoiceListRow {
  number: string;
  purchaseOrder?: string;
  /** In the reader's language. */
  type: string;
  status: string;
  issuedOn: IsoDate;
  dueOn: IsoDate;
  currency: string;
  total: string;
  left: string;
  inDispute: boolean;
  /** A payment is under way. */
  paymentSubmitted: boolean;
}

/** A list of invoices as it is printed. */
export interface InvoiceList {
  /** What is listed, in the reader's language, e.g. "Overdue invoices". */
  title: string;
  accountName: string;
  rows: readonly InvoiceListRow[];
}

/** Whose language a document speaks, and the account's date it shows as its own; the same input makes the same bytes. */
export interface Edition {
  locale: 'en' | 'pl';
  on: IsoDate;
}

/** A charge of the subscription billing schedule. */
export interface ScheduleRow {
  subscriptionId: string;
  chargeOn: IsoDate;
  plan: string;
  product: string;
  /** Decimal strings. */
  quantity: string;
  amount: string;
  currency: string;
  /** What it is charged for; both days belong to it. */
  periodFrom: IsoDate | null;
  periodTo: IsoDate | null;
}

/** The subscription billing schedule as it is handed over. */
export interface ScheduleDocument {
  accountName: string;
  /** Charge dates, both days included. */
  period: { from: IsoDate; to: IsoDate };
  rows: readonly ScheduleRow[];
}
