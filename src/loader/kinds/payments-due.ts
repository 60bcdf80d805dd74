import { DUE_KINDS } from '../../lib/due-words.ts';
import { decimalsOf } from '../checks.ts';
import * as f from '../fields.ts';
import { defineKind } from '../kind.ts';

/** Which field says what a payment due of a kind is for. */
const ABOUT = { pending_order: 'order', support_renewal: 'contract', expired_card: 'method' } as const;

export const paymentsDue = defineKind({
  section: 'paymentsDue',
  schema: f.fields({
    id: f.externalId(),
    account: f.externalId(),
    kind: f.oneOf(DUE_KINDS),
    description: f.text(),
    dueOn: f.date(),
    currency: f.currency(),
    amount: f.positiveAmount(),
    order: f.optional(f.externalId()),
    contract: f.optional(f.externalId()),
    method: f.optional(f.externalId()),
    state: f.oneOf(['due', 'paid']).default('due'),
    reference: f.optional(f.text(200)),
    refunded: f.flag().default(false),
  }),
  check: (row) => [
    ...decimalsOf(row.currency, [[['amount'], row.amount]]),
    ...(row[ABOUT[row.kind]] == null
      ? [{ path: [ABOUT[row.kind]], message: `missing, a ${row.kind} names its ${ABOUT[row.kind]} by external id` }]
      : []),
    ...(row.refunded && row.reference == null
      ? [{ path: ['reference'], message: 'missing, expected the reference of the payment that was given back' }]
      : []),
  ],
  table: 'payment_due',
  columns: {
    kind: (row) => row.kind,
    description: (row) => row.description,
    dueOn: (row) => row.dueOn,
    currency: (row) => row.currency,
    amount: (row) => row.amount,
    orderId: (row) => row.order ?? null,
    contractId: (row) => row.contract ?? null,
    methodId: (row) => row.method ?? null,
    state: (row) => row.state,
    reference: (row) => row.reference ?? null,
    refunded: (row) => row.refunded,
  },
  references: {
    orderId: { field: 'order', section: 'orders', table: '"order"' },
    contractId: { field: 'contract', section: 'contracts', table: 'contract' },
    methodId: { field: 'method', section: 'methods', table: 'payment_method' },
  },
  // What was paid here stays paid until the file knows of it too.
  set: {
    state: `CASE WHEN t.state = 'paid' AND EXISTS (SELECT FROM payment_allocation a JOIN payment p ON p.id = a."paymentId"
      WHERE a."dueId" = t.id AND p.state = 'succeeded') THEN t.state ELSE excluded.state END`,
  },
});
