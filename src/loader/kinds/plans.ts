import { z } from 'zod';
import * as f from '../fields.ts';
import { defineKind } from '../kind.ts';
import { subscriptions } from './subscriptions.ts';

/** The subscriptions inside are rows of their own kind. */
export const plans = defineKind({
  section: 'plans',
  schema: f.fields({
    id: f.externalId(),
    account: f.externalId(),
    name: f.text(200),
    subscriptions: f.list(z.record(z.string(), z.unknown(), { error: 'an object with named fields' })).default([]),
  }),
  table: 'plan',
  columns: { name: (row) => row.name },
  nested: (row) =>
    row.subscriptions.map((subscription, at) => ({
      kind: subscriptions,
      row: { ...subscription, account: row.account, plan: row.id },
      path: ['subscriptions', at],
    })),
});
