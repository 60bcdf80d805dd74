import { decimalsOf, inOrder } from '../checks.ts';
import * as f from '../fields.ts';
import { defineKind } from '../kind.ts';

const line = f.fields({ product: f.text(), quantity: f.decimal(), amount: f.amount() });

export const contracts = defineKind({
  section: 'contracts',
  schema: f.fields({
    id: f.externalId(),
    account: f.externalId(),
    number: f.documentNumber(),
    kind: f.oneOf(['support', 'subscription']),
    startsOn: f.date(),
    endsOn: f.date(),
    currency: f.currency(),
    value: f.amount(),
    autoRenew: f.flag(),
    lines: f.list(line).default([]),
  }),
  check: (row) => [
    ...inOrder(row.startsOn, row.endsOn, ['endsOn']),
    ...decimalsOf(row.currency, [
      [['value'], row.value],
      ...row.lines.map(({ amount }, at) => [['lines', at, 'amount'], amount] as const),
    ]),
  ],
  table: 'contract',
  columns: {
    number: (row) => row.number,
    kind: (row) => row.kind,
    startsOn: (row) => row.startsOn,
    endsOn: (row) => row.endsOn,
    currency: (row) => row.currency,
    value: (row) => row.value,
    autoRenew: (row) => row.autoRenew,
  },
  set: {
    // A renewal paid here has moved the end: it stays until the file has one after the period that was renewed.
    endsOn: `CASE WHEN EXISTS (SELECT FROM payment_due d WHERE d."contractId" = t.id AND d."renewsTo" = t."endsOn"
      AND excluded."endsOn" < d."renewsFrom") THEN t."endsOn" ELSE excluded."endsOn" END`,
    autoRenew: 'CASE WHEN t."autoRenewSet" THEN t."autoRenew" ELSE excluded."autoRenew" END',
  },
  children: [
    {
      table: 'contract_line',
      parent: 'contractId',
      key: ['position'],
      columns: ['position', 'product', 'quantity', 'amount'],
      rows: (row) => row.lines.map((one, at) => ({ ...one, position: at + 1 })),
    },
  ],
});
