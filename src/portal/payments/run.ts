import { isLocale, type Locale } from '../../lib/locale.ts';
import { type Money, money } from '../../lib/money.ts';
import { inAccount } from '../account.ts';
import type { PortalServices } from '../operation.ts';
import type { AccountScope, Via } from '../scope.ts';
import { type PaymentState, SPAN } from './states.ts';
import { itemOf, WHAT_FOR } from './what-for.ts';

/** Work on payments after they were reserved, in the system's name, since it must end whatever becomes of the person. */
export interface Run {
  services: PortalServices;
  accountId: string;
  via: Via;
  /** The payer is not waiting for this call's answer, so they are told what became of the payment. */
  tellPayer: boolean;
}

/** One short transaction of the run's account, audited as the system's. */
export const inRun = <T>({ services, accountId, via }: Run, work: (scope: AccountScope) => Promise<T>): Promise<T> =>
  inAccount(services, accountId, { kind: 'system', id: 'payments', via }, work);

/** A payment with the attempt that is open for it, and everything the gateway is to be told of it. */
export interface OpenAttempt {
  paymentId: string;
  state: PaymentState;
  /** The gateway's key. */
  attemptId: string;
  kind: 'charge' | 'page';
  amount: Money;
  /** What it is for, in no language: "INV-1042, INV-1043 (P-1007)". The same every time, as the gateway demands. */
  description: string;
  /** The method's name at the gateway; empty for the page. */
  token: string;
  /** What the page speaks: the payer's own language, else the one it was asked for in. */
  locale: Locale;
  expiresAt: Date | null;
  pageUrl: string | null;
  createdAt: Date;
  /** The gateway has never been asked. */
  neverSent: boolean;
  /**
   * Whether it may (still) be sent: within 23 hours of its making, and only while somebody has kept at it. One found
   * again more than an hour later is only looked up (PRODUCT.md section 3).
   */
  maySend: boolean;
}

const NUMBERS_NAMED = 5;

/** The payment's open attempt; undefined where there is none, or no such payment. */
export async function readOpenAttempt({ tx, now }: AccountScope, paymentId: string): Promise<OpenAttempt | undefined> {
  const attempt = await tx.paymentAttempt.findFirst({
    relationLoadStrategy: 'join',
    where: { paymentId, state: { in: ['created', 'sent'] } },
    include: {
      payment: {
        include: {
          method: { select: { token: true } },
          payer: { select: { locale: true } },
          allocations: { select: WHAT_FOR },
        },
      },
    },
  });
  if (!attempt) return undefined;
  const { payment } = attempt;
  const age = now.getTime() - attempt.createdAt.getTime();
  const idle = now.getTime() - (attempt.sentAt ?? attempt.createdAt).getTime();
  const numbers = payment.allocations.map((one) => itemOf(one).number).sort();
  const more = numbers.length > NUMBERS_NAMED ? [`+${numbers.length - NUMBERS_NAMED}`] : [];
  return {
    paymentId,
    state: payment.state as PaymentState,
    attemptId: attempt.id,
    kind: attempt.kind === 'page' ? 'page' : 'charge',
    amount: money(payment.amount.toFixed(), payment.currency),
    description: `${[...numbers.slice(0, NUMBERS_NAMED), ...more].join(', ')} (${payment.number})`,
    token: payment.method?.token ?? '',
    locale: isLocale(payment.payer.locale) ? payment.payer.locale : await askedIn(tx, payment.reservationKey),
    expiresAt: payment.expiresAt,
    pageUrl: attempt.pageUrl,
    createdAt: attempt.createdAt,
    neverSent: attempt.state === 'created',
    maySend: payment.state === 'processing' && age <= SPAN.repeat && idle <= SPAN.recovery,
  };
}

/** The language the payment was asked for in, which stands in its stored result. */
async function askedIn(tx: AccountScope['tx'], key: string): Promise<Locale> {
  const stored = await tx.operationResult.findFirst({ where: { key }, select: { result: true } });
  const { locale } = (stored?.result ?? {}) as { locale?: unknown };
  return isLocale(locale) ? locale : 'en';
}

/** Notes that the attempt is being worked on, or was sent, now; before the gateway hears of it. */
export async function markSent({ tx, now }: AccountScope, attemptId: string): Promise<void> {
  await tx.paymentAttempt.updateMany({
    where: { id: attemptId, state: { in: ['created', 'sent'] } },
    data: { state: 'sent', sentAt: now },
  });
}
