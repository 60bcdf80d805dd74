import { ORDER_STATES } from '../../lib/order-words.ts';
import { decimalsOf } from '../checks.ts';
import * as f from '../fields.ts';
import { defineKind } from '../kind.ts';

const line = f.fields({ product: f.text(), quantity: f.decimal(), amount: f.amount() });
const event = f.fields({ at: f.instant(), state: f.oneOf(ORDER_STATES), note: f.optional(f.text()) });

export const orders = defineKind({
  section: 'orders',
  schema: f.fields({
    id: f.externalId(),
    account: f.externalId(),
    number: f.documentNumber(),
    orderedOn: f.date(),
    placedBy: f.text(200),
    state: f.oneOf(ORDER_STATES),
    currency: f.currency(),
    total: f.amount(),
    carrier: f.optional(f.text(100)),
    trackingNumber: f.optional(f.text(100)),
    expectedOn: f.optional(f.date()),
    lines: f.list(line).default([]),
    events: f.list(event).default([]),
  }),
  check: (row) =>
    decimalsOf(row.currency, [
      [['total'], row.total],
      ...row.lines.map(({ amount }, at) => [['lines', at, 'amount'], amount] as const),
    ]),
  table: '"order"',
  columns: {
    number: (row) => row.number,
    orderedOn: (row) => row.orderedOn,
    placedBy: (row) => row.placedBy,
    state: (row) => row.state,
    currency: (row) => row.currency,
    total: (row) => row.total,
    carrier: (row) => row.carrier ?? null,
    trackingNumber: (row) => row.trackingNumber ?? null,
    expectedOn: (row) => row.expectedOn ?? null,
  },
  // An order paid here waits for no payment, whatever a file from before says.
  set: {
    state: `CASE WHEN excluded.state = 'pending_payment' AND EXISTS (SELECT FROM payment_due d
      JOIN payment_allocation a ON a."dueId" = d.id JOIN payment p ON p.id = a."paymentId"
      WHERE d."orderId" = t.id AND d.state = 'paid' AND p.state = 'succeeded') THEN t.state ELSE excluded.state END`,
  },
  children: [
    {
      table: 'order_line',
      parent: 'orderId',
      key: ['position'],
      columns: ['position', 'product', 'quantity', 'amount'],
      rows: (row) => row.lines.map((one, at) => ({ ...one, position: at + 1 })),
    },
    {
      table: 'order_event',
      parent: 'orderId',
      key: ['position'],
      columns: ['position', 'at', 'state', 'note'],
      // Ours are numbered below the file's, and stay until the file knows that the order was paid.
      keep: `t.position < 1 AND EXISTS (SELECT FROM load_order s WHERE s.n = p.n AND s.state = 'pending_payment')`,
      rows: (row) => row.events.map((one, at) => ({ ...one, note: one.note ?? null, position: at + 1 })),
    },
  ],
});
