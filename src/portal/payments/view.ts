import { CodedError } from '../../lib/errors.ts';
import { type Money, money, sum } from '../../lib/money.ts';
import { type Named, named } from '../people/directory.ts';
import type { AccountScope } from '../scope.ts';
import { METHOD_FIELDS, type MethodChoice, methodView } from './method-view.ts';
import type { PaymentState } from './states.ts';
import { itemOf, type Payable, WHAT_FOR } from './what-for.ts';

/** What a payment pays, or a part of it. */
export interface PaidItem extends Payable {
  amount: Money;
}

/** The first part of a payment, taken from rewards. */
interface PaidWithRewards {
  /** What people call it: `R-1001`. */
  number: string;
  value: Money;
  state: 'reserved' | 'spent' | 'released';
  items: { id: string; number: string; value: Money }[];
}

/** One payment as people see it. Instants are ISO 8601 in UTC. */
export interface PaymentView {
  id: string;
  /** What people call it: `P-1007`. */
  number: string;
  state: PaymentState;
  amount: Money;
  method: MethodChoice;
  payer: Named;
  /** Whom it is paid to. */
  payee: string;
  items: PaidItem[];
  /** What rewards cover besides `amount`, reserved with it, spent by its success, or free again. */
  rewards: PaidWithRewards | null;
  confirmedAt: string;
  settledAt: string | null;
  /** When a waiting one ends by itself. */
  expiresAt: string | null;
  /** The gateway's reference of the charge. */
  reference: string | null;
  /** Why it ended as it did: the gateway's word, a decider's, or ours (`REASON`). */
  reason: string | null;
  decidedBy: Named | null;
  decidedAt: string | null;
  /** Who can decide it now, while it waits for that. */
  deciders: Named[];
  /** Where it can be paid now. Whoever knows the address can pay there, so it is for the payer alone. */
  pageUrl: string | null;
}

/** Our own reasons; a decider's and the gateway's stand in the same place. */
export const REASON = {
  unknownOutcome: 'unknown_outcome',
  paidAfterEnd: 'paid_after_end',
  leftTooSmall: 'left_too_small',
  amountChanged: 'amount_changed',
  methodGone: 'method_gone',
  payerChanged: 'payer_changed',
  notDecided: 'not_decided',
  pageEnded: 'page_ended',
} as const;

type Reader = Pick<AccountScope, 'tx' | 'people' | 'today' | 'payee'>;

/** These payments, in the order of `ids`; ones the account does not have are missing. */
export async function readPayments(scope: Reader, ids: readonly string[], viewerId: string): Promise<PaymentView[]> {
  const person = { select: { id: true, name: true, email: true } } as const;
  const rows = await scope.tx.payment.findMany({
    relationLoadStrategy: 'join',
    where: { id: { in: [...ids] } },
    include: {
      payer: person,
      decider: person,
      method: { select: METHOD_FIELDS },
      allocations: { select: { amount: true, ...WHAT_FOR } },
      redemptions: {
        select: { number: true, value: true, state: true, invoice: { select: { id: true, number: true } } },
      },
      attempts: { where: { state: { in: ['created', 'sent'] } }, select: { pageUrl: true } },
    },
  });
  const people = await scope.people();
  const views = rows.map((row): PaymentView => {
    const { id, number, currency, amount, payer, method, decider, reference, reason } = row;
    const state = row.state as PaymentState;
    return {
      ...{ id, number, state, payer, reference, reason },
      payee: scope.payee,
      amount: money(amount.toFixed(), currency),
      method: method ? methodView(method, scope.today) : { page: true },
      items: row.allocations
        .map(({ amount: part, ...what }) => ({ ...itemOf(what), amount: money(part.toFixed(), currency) }))
        .sort((a, b) => (a.number < b.number ? -1 : 1)),
      rewards: rewardsOf(row.redemptions, currency),
      confirmedAt: row.confirmedAt.toISOString(),
      settledAt: row.settledAt?.toISOString() ?? null,
      expiresAt: row.expiresAt?.toISOString() ?? null,
      decidedBy: decider,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      deciders: state === 'awaiting_approval' ? people.decidersFor(payer.id).map(named) : [],
      pageUrl: state === 'awaiting_payer' && payer.id === viewerId ? (row.attempts[0]?.pageUrl ?? null) : null,
    };
  });
  return ids.flatMap((id) => views.find((view) => view.id === id) ?? []);
}

interface RedemptionRow {
  number: string;
  value: { toFixed(): string };
  state: string;
  invoice: { id: string; number: string };
}

function rewardsOf(rows: readonly RedemptionRow[], currency: string): PaidWithRewards | null {
  const [first] = rows;
  if (!first) return null;
  const worth = (those: readonly RedemptionRow[]) => money(sum(those.map(({ value }) => value.toFixed())), currency);
  const items = [...Map.groupBy(rows, ({ invoice }) => invoice.id).entries()]
    .map(([id, those]) => ({ id, number: those[0]!.invoice.number, value: worth(those) }))
    .sort((a, b) => (a.number < b.number ? -1 : 1));
  return { number: first.number, value: worth(rows), state: first.state as PaidWithRewards['state'], items };
}

/** One payment. Throws `not_found` for one that is another account's or nobody's. */
export async function readPayment(scope: Reader, id: string, viewerId: string): Promise<PaymentView> {
  const [view] = await readPayments(scope, [id], viewerId);
  if (!view) throw new CodedError('not_found', 'not_found');
  return view;
}
