import type { IsoDate } from '../../lib/dates.ts';
import { CodedError } from '../../lib/errors.ts';
import type { AccountScope } from '../scope.ts';

/** A payment method on file as people see it; the gateway's token never leaves the portal. */
export interface MethodView {
  id: string;
  kind: 'card' | 'bank';
  /** Of a card, as the data names it: `visa`. */
  brand: string | null;
  last4: string;
  /** The last month it is good for, `2027-03`; of cards. */
  expires: string | null;
  /** The month is over in the account's time zone. */
  expired: boolean;
  isDefault: boolean;
}

/** A method on file, or the provider's hosted page for anything else. */
export type MethodChoice = MethodView | { page: true };

interface Row {
  id: string;
  kind: string;
  brand: string | null;
  last4: string;
  expMonth: number | null;
  expYear: number | null;
  isDefault: boolean;
}

/** What of a method may be read, for Prisma's `select`. */
export const METHOD_FIELDS = {
  id: true,
  kind: true,
  brand: true,
  last4: true,
  expMonth: true,
  expYear: true,
  isDefault: true,
} as const;

/** @param today the calendar date in the account's time zone */
export function methodView(row: Row, today: IsoDate): MethodView {
  const { id, kind, brand, last4, expMonth, expYear, isDefault } = row;
  const expires = expYear && expMonth ? `${expYear}-${String(expMonth).padStart(2, '0')}` : null;
  const expired = expires !== null && expires < today.slice(0, 7);
  return { id, kind: kind === 'bank' ? 'bank' : 'card', brand, last4, expires, expired, isDefault };
}

/** The methods on file, the default first. */
export async function readMethods({ tx, today }: Pick<AccountScope, 'tx' | 'today'>): Promise<MethodView[]> {
  const rows = await tx.paymentMethod.findMany({
    where: { removedAt: null },
    select: METHOD_FIELDS,
    orderBy: [{ isDefault: 'desc' }, { kind: 'desc' }, { last4: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => methodView(row, today));
}

/**
 * A method that can be charged now. Throws `not_found` for one that is not on file (any more), `conflict`
 * `method_expired` for a card whose month is over.
 */
export async function chargeableMethod(scope: Pick<AccountScope, 'tx' | 'today'>, id: string): Promise<MethodView> {
  const method = (await readMethods(scope)).find((one) => one.id === id);
  if (!method) throw new CodedError('not_found', 'method_not_found');
  if (method.expired) throw new CodedError('conflict', 'method_expired', { brand: method.brand, last4: method.last4 });
  return method;
}
