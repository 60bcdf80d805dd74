import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { periodInput } from '../invoices/filter.ts';
import { reading } from '../operation.ts';
import { type PaymentView, readPayments } from './view.ts';

export interface PaymentPage {
  rows: PaymentView[];
  /** Hand it back as `after` for the next page. */
  next?: string;
}

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.]\d{3}Z)[.]([0-9a-f-]{36})$/;
const LAST = 'infinity.ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The history of payments by the day they were made in the account's time zone, newest first: for an invoice,
 * for payments due, or all. */
export const list = reading({
  permission: 'payments.read',
  input: z.strictObject({
    period: periodInput.optional(),
    invoiceId: z.uuid().optional(),
    /** Payments due, e.g. all renewals of a contract. */
    dueIds: z.array(z.uuid()).max(100).optional(),
    after: z.string().max(100).optional(),
    limit: z.number().int().min(1).max(100).default(8),
  }),
  async handle(scope, { period, invoiceId, dueIds, after, limit }): Promise<PaymentPage> {
    const [at, last] = after === undefined ? LAST.split('.') : (CURSOR.exec(after)?.slice(1) ?? []);
    if (!at || !last) throw new CodedError('invalid', 'bad_input', { field: 'after' });
    const what = invoiceId ? [invoiceId] : (dueIds ?? null);
    const zone = scope.account.timeZone;
    const { from, to } = period ?? { from: '-infinity', to: 'infinity' };
    const rows = await scope.tx.$queryRaw<{ id: string; at: Date }[]>`
      SELECT p.id, p."confirmedAt" AS at FROM payment p
      WHERE p."confirmedAt" >= (${from}::timestamp AT TIME ZONE ${zone})
        AND p."confirmedAt" < ((${to}::timestamp + interval '1 day') AT TIME ZONE ${zone})
        AND (p."confirmedAt", p.id) < (${at}::timestamptz, ${last}::uuid)
        AND (${what}::uuid[] IS NULL OR EXISTS (
          SELECT FROM payment_allocation a
          WHERE a."paymentId" = p.id AND coalesce(a."invoiceId", a."dueId") = ANY (${what}::uuid[])))
      ORDER BY p."confirmedAt" DESC, p.id DESC LIMIT ${limit + 1}`;
    const page = rows.slice(0, limit);
    const end = page.at(-1);
    const views = await readPayments(
      scope,
      page.map(({ id }) => id),
      scope.actor.id,
    );
    return { rows: views, ...(rows.length > limit && end && { next: `${end.at.toISOString()}.${end.id}` }) };
  },
});
