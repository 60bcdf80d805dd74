import { decimalsOf, inOrder } from '../checks.ts';
import * as f from '../fields.ts';
import { defineKind } from '../kind.ts';

/** Rewards earned together and expiring together: money of `currency`, or points worth `rate` of it each. */
export const rewards = defineKind({
  section: 'rewards',
  schema: f.fields({
    id: f.externalId(),
    account: f.externalId(),
    earnedOn: f.date(),
    expiresOn: f.optional(f.date()),
    currency: f.currency(),
    amount: f.positiveAmount(),
    points: f.flag().default(false),
    rate: f.optional(f.decimal()),
    source: f.text(),
  }),
  check: (row) => [
    ...inOrder(row.earnedOn, row.expiresOn, ['expiresOn']),
    ...(row.points ? [] : decimalsOf(row.currency, [[['amount'], row.amount]])),
    ...(row.points && !(Number(row.rate ?? 0) > 0)
      ? [{ path: ['rate'], message: `expected what a point is worth in ${row.currency}, above zero` }]
      : []),
    ...(!row.points && row.rate != null ? [{ path: ['rate'], message: 'only points have a rate' }] : []),
  ],
  table: 'reward_batch',
  columns: {
    earnedOn: (row) => row.earnedOn,
    expiresOn: (row) => row.expiresOn ?? null,
    currency: (row) => row.currency,
    amount: (row) => row.amount,
    isPoints: (row) => row.points,
    rate: (row) => row.rate ?? '1',
    source: (row) => row.source,
  },
});
