import * as f from '../fields.ts';
import { defineKind } from '../kind.ts';
import type { FieldProblem } from '../problems.ts';

const CARD_FIELDS = ['brand', 'expMonth', 'expYear'] as const;
const year = f.whole(2000, 2100);

/**
 * Payment methods on file. `token` is the gateway's name for one, never a card number. Which is the default is set by
 * the file only while the account has none: afterwards that is people's choice.
 */
export const methods = defineKind({
  section: 'methods',
  schema: f.fields({
    id: f.externalId(),
    account: f.externalId(),
    kind: f.oneOf(['card', 'bank']),
    brand: f.optional(f.text(40)),
    last4: f.matching(/^\d{4}$/, 'the last four digits as text'),
    expMonth: f.optional(f.whole(1, 12)),
    expYear: f.optional(year),
    default: f.flag().default(false),
    token: f.matching(/^(?!\d[\d -]{11,}$)\S{1,200}$/, "the gateway's token of the method, never a card number"),
  }),
  check: (row) =>
    CARD_FIELDS.flatMap((field): FieldProblem[] => {
      if (row.kind === 'card' && row[field] == null) return [{ path: [field], message: 'missing, a card has one' }];
      return row.kind === 'bank' && row[field] != null ? [{ path: [field], message: 'a bank account has none' }] : [];
    }),
  table: 'payment_method',
  columns: {
    kind: (row) => row.kind,
    brand: (row) => row.brand ?? null,
    last4: (row) => row.last4,
    expMonth: (row) => row.expMonth ?? null,
    expYear: (row) => row.expYear ?? null,
    isDefault: (row) => row.default,
    token: (row) => row.token,
  },
  insert: { isDefault: 'false' },
  set: { isDefault: 't."isDefault"' },
});
