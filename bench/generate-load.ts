import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { addDays, type IsoDate } from '../src/lib/dates.ts';

/** A workspace or organization in a chat. */
export interface Tenant {
  platform: 'slack' | 'teams';
  tenant: string;
}

/** The tenants every generated account lets in, by platform. */
export const TENANTS = {
  slack: { platform: 'slack', tenant: 'TBENCH' },
  teams: { platform: 'teams', tenant: '00000000-0000-4000-8000-0000000be4c4' },
} as const satisfies Record<Tenant['platform'], Tenant>;

/** A generated account. */
export interface Books {
  id: string;
  invoices: number;
  /** How many of the invoices are unpaid and past due, spread evenly; all others are paid. */
  overdue: number;
  /** Finance contacts, the first of them the primary contact. */
  people: number;
}

const LINES = 3;
const TOTAL = '372.69';

/** Writes a document of these accounts to `path`, each invoice with three lines, dates relative to `today`. */
export async function generateLoad(path: string, books: readonly Books[], today: IsoDate): Promise<void> {
  await pipeline(Readable.from(document(books, today)), createWriteStream(path));
}

/** The number of the nth overdue invoice of an account, from 0. */
export function overdueNumber({ invoices, overdue }: Books, nth: number): string {
  if (nth >= overdue) throw new RangeError('more overdue invoices are needed than were generated');
  return number(Math.floor((nth * invoices) / overdue));
}

const number = (at: number): string => `INV-${100_000 + at}`;

function* document(books: readonly Books[], today: IsoDate): Generator<string> {
  const accounts = books.map(({ id }) => ({
    id,
    name: `Company ${id}`,
    timeZone: 'Europe/Warsaw',
    supportEmail: 'support@vendor.example',
    allowedTenants: Object.values(TENANTS),
  }));
  const methods = books.map(({ id: account }) => ({
    ...{ id: `M-${account}`, account, kind: 'card', brand: 'Visa', last4: '4242', token: 'tok_visa_4242' },
    ...{ expMonth: 12, expYear: Number(today.slice(0, 4)) + 2, default: true },
  }));
  const orderingDocuments = books.map((of) => orderingDocument(of, addDays(today, -400)));
  yield `${JSON.stringify({ accounts, methods, orderingDocuments }).slice(0, -1)}, "invoices": [`;
  let separator = '\n';
  for (const of of books) {
    for (const row of invoices(of, today)) {
      yield `${separator}${JSON.stringify(row)}`;
      separator = ',\n';
    }
  }
  yield ']}\n';
}

function orderingDocument({ id: account, people }: Books, issuedOn: IsoDate) {
  const finance = Array.from({ length: people }, (_, at) => `person${at}@${account.toLowerCase()}.example`);
  return {
    id: `Q-${account}`,
    account,
    number: `Q-${account}`,
    kind: 'quote',
    issuedOn,
    primaryEmail: finance[0],
    finance,
  };
}

function* invoices(of: Books, today: IsoDate): Generator<object> {
  let nth = 0;
  for (let at = 0; at < of.invoices; at += 1) {
    const unpaid = nth < of.overdue && overdueNumber(of, nth) === number(at);
    if (unpaid) nth += 1;
    yield invoice(of.id, at, unpaid, today);
  }
}

function invoice(account: string, at: number, unpaid: boolean, today: IsoDate) {
  const issuedOn = addDays(today, -31 - (at % 330));
  const paidOn = addDays(issuedOn, 20);
  return {
    id: `${account}-${at}`,
    account,
    number: number(at),
    purchaseOrder: `PO ${4_500_000 + at}`,
    type: 'subscription',
    issuedOn,
    dueOn: addDays(issuedOn, 30),
    currency: 'PLN',
    lines: Array.from({ length: LINES }, (_, line) => ({
      product: `Cloud Database, ${line + 1} processors`,
      quantity: '1',
      unitPrice: `${100 + line}.00`,
      amount: `${100 + line}.00`,
      periodFrom: addDays(issuedOn, -30),
      periodTo: addDays(issuedOn, -1),
    })),
    tax: '69.69',
    total: TOTAL,
    payments: unpaid ? [] : [{ reference: `transfer ${at}`, paidOn, amount: TOTAL }],
  };
}
