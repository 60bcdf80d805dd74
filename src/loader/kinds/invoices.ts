import { basename } from 'node:path';
import { lastDigits } from '../../lib/document-number.ts';
import { Decimal, round, sum } from '../../lib/money.ts';
import { agree, decimalsOf, distinct, inOrder } from '../checks.ts';
import * as f from '../fields.ts';
import { defineKind } from '../kind.ts';

const line = f.fields({
  product: f.text(),
  quantity: f.decimal(),
  unitPrice: f.decimal(),
  amount: f.amount(),
  periodFrom: f.optional(f.date()),
  periodTo: f.optional(f.date()),
  order: f.optional(f.documentNumber()),
});
/** `refunded` marks a payment that was given back: it no longer counts, and ours of that reference is told so. */
const payment = f.fields({
  reference: f.text(200),
  paidOn: f.date(),
  amount: f.amount(),
  refunded: f.flag().default(false),
});

interface Sums {
  currency: string;
  tax: string;
  total: string;
}

function wrongTotal({ currency, tax, total }: Sums, net: Decimal): string {
  const [expected, lines, taxes] = [net.plus(tax), net, tax].map((amount) => round(amount, currency));
  return `expected ${expected}, which the lines (${lines}) and the tax (${taxes}) make, got "${total}"`;
}

/** The staging table of the payments that were given back. */
export const REFUNDS = 'load_refund';

export const invoices = defineKind({
  section: 'invoices',
  schema: f.fields({
    id: f.externalId(),
    account: f.externalId(),
    number: f.documentNumber(),
    purchaseOrder: f.optional(f.text(100)),
    type: f.text(40),
    issuedOn: f.date(),
    dueOn: f.date(),
    currency: f.currency(),
    lines: f.list(line).min(1, { error: 'at least one line' }),
    tax: f.amount(),
    total: f.amount(),
    credited: f.amount().default('0'),
    adjusted: f.amount().default('0'),
    payments: f.list(payment).default([]),
    pdf: f.optional(f.text()),
  }),
  check(row) {
    const { currency, lines, payments, tax, total } = row;
    const net = sum(lines.map(({ amount }) => amount));
    return [
      ...decimalsOf(currency, [
        [['tax'], tax],
        [['total'], total],
        [['credited'], row.credited],
        [['adjusted'], row.adjusted],
        ...lines.map(({ amount }, at) => [['lines', at, 'amount'], amount] as const),
        ...payments.map(({ amount }, at) => [['payments', at, 'amount'], amount] as const),
      ]),
      ...lines.flatMap(({ periodFrom, periodTo }, at) => inOrder(periodFrom, periodTo, ['lines', at, 'periodTo'])),
      ...distinct(
        payments.map(({ reference }) => reference),
        (at) => ['payments', at, 'reference'],
      ),
      ...(agree(net.plus(tax), total, currency) ? [] : [{ path: ['total'], message: wrongTotal(row, net) }]),
    ];
  },
  table: 'invoice',
  columns: {
    number: (row) => row.number,
    purchaseOrder: (row) => row.purchaseOrder ?? null,
    type: (row) => row.type,
    issuedOn: (row) => row.issuedOn,
    dueOn: (row) => row.dueOn,
    currency: (row) => row.currency,
    net: (row) => new Decimal(row.total).minus(row.tax).toFixed(),
    tax: (row) => row.tax,
    total: (row) => row.total,
    credited: (row) => row.credited,
    adjusted: (row) => row.adjusted,
    paidLoaded: (row) => sum(row.payments.filter(({ refunded }) => !refunded).map(({ amount }) => amount)).toFixed(),
    lastDigits: (row) => lastDigits(row.number),
    pdfName: (row) => (row.pdf ? basename(row.pdf) : null),
    pdf: (row) => (row.pdf ? { pdf: row.pdf } : null),
  },
  // A file that names no PDF has none to give; it does not ask for the one we have to be thrown away.
  set: { pdfName: 'coalesce(excluded."pdfName", t."pdfName")', pdf: 'coalesce(excluded.pdf, t.pdf)' },
  children: [
    {
      table: 'invoice_line',
      parent: 'invoiceId',
      key: ['position'],
      columns: ['position', 'product', 'quantity', 'unitPrice', 'amount', 'periodFrom', 'periodTo', 'orderNumber'],
      rows: (row) =>
        row.lines.map(({ order, periodFrom, periodTo, ...rest }, at) => ({
          ...rest,
          position: at + 1,
          periodFrom: periodFrom ?? null,
          periodTo: periodTo ?? null,
          orderNumber: order ?? null,
        })),
    },
    {
      table: 'invoice_settlement',
      parent: 'invoiceId',
      key: ['reference'],
      columns: ['reference', 'paidOn', 'amount'],
      rows: (row) => row.payments.filter(({ refunded }) => !refunded),
    },
    {
      table: 'invoice_settlement',
      staged: REFUNDS,
      parent: 'invoiceId',
      key: ['reference'],
      columns: ['reference'],
      rows: (row) => row.payments.filter(({ refunded }) => refunded),
      ownMerge: true,
    },
  ],
});
