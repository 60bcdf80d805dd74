import { CodedError } from '../../lib/errors.ts';
import type { Sql } from '../../lib/sql.ts';
import type { PortalServices } from '../operation.ts';
import { lockAccount } from '../people/lock.ts';
import { POLICY } from '../policy.ts';
import type { GatewayEvent } from '../ports.ts';
import { drive } from './carry-on.ts';
import { hear } from './gateway-call.ts';
import { endIfLapsed } from './lapse.ts';
import { aboutPayment, readStanding } from './move.ts';
import { closePage } from './page.ts';
import { inRun } from './run.ts';
import { settleReviewed, settleSuccess } from './settle.ts';
import { SPAN } from './states.ts';

/** A payment of any account, as the system's role finds it. */
export interface PaymentRef {
  accountId: string;
  paymentId: string;
}

/**
 * What jobs and gateway events may do with payments (ARCHITECTURE.md, "Doors"): find candidates in all accounts, then
 * change each in its own account's transaction, where it is looked at again. Everything may be repeated.
 * @param system reads all accounts, changes nothing
 */
export function paymentsSystem(services: PortalServices, system: Sql) {
  const { clock } = services;
  const before = (ms: number) => new Date(clock.now().getTime() - ms);
  const run = (accountId: string) => ({ services, accountId, via: 'job' as const, tellPayer: true });
  const find = async (where: string, values: readonly unknown[]): Promise<PaymentRef[]> =>
    (
      await system.query<PaymentRef>(
        `SELECT p."accountId", p.id AS "paymentId" FROM payment p WHERE ${where} ORDER BY p."confirmedAt", p.id`,
        values,
      )
    ).rows;

  return {
    /** Payments whose outcome is not known, whose page is not open yet, or is open past its time. */
    unsettled: () =>
      find(
        `EXISTS (SELECT FROM payment_attempt a
           WHERE a."paymentId" = p.id AND a.state IN ('created', 'sent') AND (p.state = 'processing'
             OR p.state = 'needs_review' AND a."createdAt" > $1
             OR p.state = 'awaiting_payer' AND (a."pageUrl" IS NULL OR p."expiresAt" <= $2)))`,
        [before(SPAN.review), clock.now()],
      ),

    /** Takes one of them as far as it goes now. */
    settle: ({ accountId, paymentId }: PaymentRef) => drive(run(accountId), paymentId),

    /** Payments in review whose charge the loaded data has come to know. */
    reviewed: () =>
      find(
        `p.state = 'needs_review' AND EXISTS (
           SELECT FROM payment_allocation a LEFT JOIN invoice_settlement s ON s."invoiceId" = a."invoiceId"
             LEFT JOIN payment_due d ON d.id = a."dueId" AND NOT d.refunded
           WHERE a."paymentId" = p.id AND p.reference IN (s.reference, d.reference))`,
        [],
      ),

    /** Ends the review of one of them. */
    endReview: ({ accountId, paymentId }: PaymentRef) => settleReviewed(run(accountId), paymentId),

    /** Waiting payments that look as if their time is over or they are void. */
    lapsing: () =>
      find(
        `p.state = 'awaiting_approval' AND (p."expiresAt" <= $1
           OR NOT EXISTS (SELECT FROM contact c JOIN contact_role r ON r."contactId" = c.id
             WHERE c.id = p."payerId" AND c.status = 'active' AND r.role = ANY(CASE WHEN EXISTS (
               SELECT FROM payment_allocation a WHERE a."paymentId" = p.id AND a."dueId" IS NOT NULL) THEN $3::text[] ELSE $2::text[] END))
           OR EXISTS (SELECT FROM payment_method m WHERE m.id = p."methodId" AND (m."removedAt" IS NOT NULL
             OR make_date(m."expYear", m."expMonth", 1) + interval '1 month' < $1::timestamptz + interval '1 day'))
           OR EXISTS (SELECT FROM (
               SELECT "invoiceId", amount FROM payment_allocation WHERE "paymentId" = p.id
               UNION ALL SELECT "invoiceId", value FROM reward_redemption WHERE "paymentId" = p.id AND state = 'reserved'
             ) part JOIN invoice i ON i.id = part."invoiceId" GROUP BY i.id HAVING i."leftToPay" < sum(part.amount))
           OR EXISTS (SELECT FROM payment_allocation a JOIN payment_due d ON d.id = a."dueId"
               LEFT JOIN "order" o ON o.id = d."orderId"
             WHERE a."paymentId" = p.id AND (d.state <> 'due' OR d.amount <> a.amount OR o.state = 'cancelled')))`,
        [clock.now(), POLICY['invoices.pay'].roles, POLICY['due.pay'].roles],
      ),

    /** Ends one of them if that is so. */
    lapse: ({ accountId, paymentId }: PaymentRef) =>
      inRun(run(accountId), async (scope) => {
        await lockAccount(scope);
        await endIfLapsed(scope, await readStanding(scope, paymentId));
      }),

    /** Waiting payments whose deciders were asked a day ago and not reminded yet. */
    unreminded: () =>
      find(`p.state = 'awaiting_approval' AND p."remindedAt" IS NULL AND p."confirmedAt" <= $1`, [
        before(SPAN.reminder),
      ]),

    /** Reminds those who decide about one of them now, once. */
    remind: ({ accountId, paymentId }: PaymentRef) =>
      inRun(run(accountId), async (scope) => {
        const { count } = await scope.tx.payment.updateMany({
          where: { id: paymentId, state: 'awaiting_approval', remindedAt: null },
          data: { remindedAt: scope.now },
        });
        if (count === 0) return;
        const payment = await readStanding(scope, paymentId);
        const deciders = (await scope.people()).decidersFor(payment.payerId);
        scope.audit({ action: 'payments.remind', object: `payment:${payment.number}`, outcome: 'done' });
        const asked = deciders.map(({ id }) => {
          const notice = aboutPayment(payment, 'payment.approval_asked', `reminder:${id}`);
          return { ...notice, to: id, details: { ...notice.details, reminder: true } };
        });
        await scope.notify(...asked);
      }),

    /**
     * What the gateway tells of a page, at least once and in any order. Throws for a page paid under a key that is not
     * ours, so that the gateway keeps telling: money that was taken is never dropped.
     */
    async onEvent({ type, key, reference }: GatewayEvent): Promise<void> {
      const { rows } = await system.query<PaymentRef>(
        'SELECT "accountId", "paymentId" FROM payment_attempt WHERE id::text = $1',
        [key],
      );
      const [found] = rows;
      if (!found) {
        if (type === 'page.paid') throw new CodedError('not_found', 'attempt_not_found', { key });
        return;
      }
      const { accountId, paymentId } = found;
      if (type !== 'page.paid') {
        return closePage(run(accountId), paymentId, key, type === 'page.expired' ? 'expired' : 'withdrawn');
      }
      const heard = reference
        ? ({ status: 'succeeded', reference } as const)
        : await hear(run(accountId), (to) => to.lookup(key));
      if (heard.status !== 'succeeded') throw new CodedError('unavailable', 'page_not_confirmed', { key });
      await settleSuccess(run(accountId), paymentId, key, heard.reference);
    },
  };
}
