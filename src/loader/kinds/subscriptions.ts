import { decimalsOf, distinct, inOrder } from '../checks.ts';
import * as f from '../fields.ts';
import { defineKind } from '../kind.ts';

const charge = f.fields({
  chargeOn: f.date(),
  currency: f.currency(),
  amount: f.amount(),
  periodFrom: f.optional(f.date()),
  periodTo: f.optional(f.date()),
});

/** Stand inside a plan, which gives them `account` and `plan`. */
export const subscriptions = defineKind({
  section: 'subscriptions',
  schema: f.fields({
    id: f.externalId(),
    account: f.externalId(),
    plan: f.externalId(),
    product: f.text(),
    quantity: f.decimal(),
    startsOn: f.date(),
    endsOn: f.optional(f.date()),
    schedule: f.list(charge).default([]),
  }),
  check: (row) => [
    ...inOrder(row.startsOn, row.endsOn, ['endsOn']),
    ...row.schedule.flatMap((one, at) => [
      ...decimalsOf(one.currency, [[['schedule', at, 'amount'], one.amount]]),
      ...inOrder(one.periodFrom, one.periodTo, ['schedule', at, 'periodTo']),
    ]),
    ...distinct(
      row.schedule.map(({ chargeOn }) => chargeOn),
      (at) => ['schedule', at, 'chargeOn'],
    ),
  ],
  table: 'subscription',
  columns: {
    planId: (row) => row.plan,
    product: (row) => row.product,
    quantity: (row) => row.quantity,
    startsOn: (row) => row.startsOn,
    endsOn: (row) => row.endsOn ?? null,
  },
  references: { planId: { field: 'plan', section: 'plans', table: 'plan' } },
  children: [
    {
      table: 'scheduled_charge',
      parent: 'subscriptionId',
      key: ['chargeOn'],
      columns: ['chargeOn', 'currency', 'amount', 'periodFrom', 'periodTo'],
      rows: (row) =>
        row.schedule.map((one) => ({ ...one, periodFrom: one.periodFrom ?? null, periodTo: one.periodTo ?? null })),
    },
  ],
});
