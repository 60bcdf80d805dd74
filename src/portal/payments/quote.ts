import { z } from 'zod';
import { type Money, money, sum } from '../../lib/money.ts';
import { reading } from '../operation.ts';
import { type Cover, type CoverView, coveredInAll, coverView, planCover, restOf } from '../rewards/cover.ts';
import type { Scope } from '../scope.ts';
import { type Approval, approvalFor } from './approval.ts';
import type { PayableKind } from './balances.ts';
import { chosen, methodChoice, type Offer, offered, type WhyNone } from './choice.ts';
import type { MethodChoice } from './method-view.ts';
import { type LeftOut, type Part, readWanted, wantedInput } from './wanted.ts';

export interface QuoteItem {
  kind: PayableKind;
  id: string;
  number: string;
  dueOn: string;
  /** What would be paid. */
  amount: Money;
  left: Money;
  available: Money;
  disputed: boolean;
}

/** One charge of one currency. */
interface QuoteCharge {
  total: Money;
  /** It would wait for one of these people; with none of them nobody can decide, and paying is refused. */
  approval: Approval | null;
}

export interface RewardOffer {
  /** It is asked for: the charges are for the rest. */
  applied: boolean;
  covers: CoverView[];
  /** Per currency. */
  totals: Money[];
}

export interface Quote {
  items: QuoteItem[];
  leftOut: LeftOut[];
  charges: QuoteCharge[];
  /** What it would be paid with; null: it has to be asked for, `why` says why nothing was offered. */
  method: MethodChoice | null;
  why: WhyNone | null;
  /** What rewards could cover first; null where nothing, or the person may not redeem them. */
  rewards: RewardOffer | null;
  /** `disputed`: one of the items is in dispute. `part_under_way`: part of an item's rest is being paid already. */
  warnings: ('disputed' | 'part_under_way')[];
}

/** What a payment would be: what for, with what, in which charges, and who would have to approve it. */
export const quote = reading({
  permission: 'invoices.pay',
  input: wantedInput.extend({ method: methodChoice.optional(), rewards: z.boolean().optional() }),
  async handle(scope, { method, rewards = false, ...wish }): Promise<Quote> {
    const wanted = await readWanted(scope, wish);
    const offer = method ? { method: await chosen(scope, method) } : await offered(scope);
    const covers = scope.may('rewards.redeem') ? await planCover(scope, wanted.parts) : [];
    return quoteOf(scope, wanted, offer, { applied: rewards, covers });
  },
});

/**
 * What paying these parts would be.
 * @param rewards what they could cover, and whether they do
 */
export async function quoteOf(
  scope: Scope,
  { parts, leftOut }: { parts: readonly Part[]; leftOut: LeftOut[] },
  offer: Offer,
  { applied, covers }: { applied: boolean; covers: readonly Cover[] } = { applied: false, covers: [] },
): Promise<Quote> {
  const charges: QuoteCharge[] = [];
  for (const { total, parts: those } of perCurrency(applied ? restOf(parts, covers) : parts)) {
    const ids = those.map(({ balance }) => balance.id);
    charges.push({ total, approval: (await approvalFor(scope, { total, ids })) ?? null });
  }
  const disputed = parts.some(({ balance }) => balance.disputed);
  const shared = parts.some(({ balance }) => balance.available.lessThan(balance.left));
  return {
    items: parts.map(item),
    leftOut,
    charges,
    method: offer.method,
    why: 'why' in offer ? offer.why : null,
    rewards: covers.length > 0 ? { applied, covers: covers.map(coverView), totals: coveredInAll(covers) } : null,
    warnings: [...(disputed ? ['disputed' as const] : []), ...(shared ? ['part_under_way' as const] : [])],
  };
}

function item({ balance: { kind, id, number, dueOn, currency, left, available, disputed }, pay }: Part): QuoteItem {
  return {
    ...{ kind, id, number, dueOn, disputed, amount: pay },
    ...{ left: money(left, currency), available: money(available, currency) },
  };
}

/** The parts by currency, in the order of its code, with each one's total: currencies are never added together. */
export function perCurrency(parts: readonly Part[]): { total: Money; parts: Part[] }[] {
  const by = Map.groupBy(parts, ({ pay }) => pay.currency);
  return [...by.keys()].sort().map((currency) => {
    const those = by.get(currency) ?? [];
    return { total: money(sum(those.map(({ pay }) => pay.amount)), currency), parts: those };
  });
}
