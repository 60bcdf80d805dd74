import type { IsoDate } from '../../lib/dates.ts';
import { type Decimal, money, sum } from '../../lib/money.ts';
import { type Batch, isUsable } from './batches.ts';
import { type RewardAmount, roundedDown, shownAs } from './worth.ts';

/** A batch of which something can be used. */
interface BatchView {
  id: string;
  source: string;
  earnedOn: IsoDate;
  /** The last day it can be used on; null: it does not expire. */
  expiresOn: IsoDate | null;
  left: RewardAmount;
}

/** The rewards of one currency, those counted in points apart from money. */
export interface RewardBalance {
  currency: string;
  /** What a point is worth, a decimal string, where all points are worth the same; null of money. */
  rate: string | null;
  /** What can be used now. */
  balance: RewardAmount;
  earned: RewardAmount;
  redeemed: RewardAmount;
  reserved: RewardAmount;
  /** What was left of batches when they expired. */
  expired: RewardAmount;
  /** What of the balance expires first, and the last day it can be used on; null where nothing expires. */
  next: { amount: RewardAmount; expiresOn: IsoDate } | null;
  /** What the balance is made of, soonest-expiring first. */
  batches: BatchView[];
}

/** Balances by currency in the order of its code, money before points. */
export function balancesOf(batches: readonly Batch[], today: IsoDate): RewardBalance[] {
  const kinds = Map.groupBy(batches, ({ currency, isPoints }) => `${currency} ${isPoints ? 1 : 0}`);
  return [...kinds.keys()].sort().map((kind) => balanceOf(kinds.get(kind) ?? [], today));
}

function balanceOf(batches: readonly Batch[], today: IsoDate): RewardBalance {
  const [first] = batches as [Batch];
  const { currency, isPoints } = first;
  const amountOf = (among: readonly Batch[], units: (batch: Batch) => Decimal) => {
    const worth = sum(among.map((batch) => units(batch).times(batch.rate)));
    return shownAs(first, sum(among.map(units)), roundedDown(worth, currency));
  };
  const usable = batches.filter((batch) => isUsable(batch, today));
  const expired = batches.filter((batch) => !isUsable(batch, today));
  const redeemed = sum(batches.map((batch) => batch.redeemed));
  const soonest = usable[0]?.expiresOn;
  const next = usable.filter(({ expiresOn }) => expiresOn === soonest);
  const oneRate = isPoints && batches.every(({ rate }) => rate.equals(first.rate));
  return {
    currency,
    rate: oneRate ? first.rate.toFixed() : null,
    balance: amountOf(usable, ({ left }) => left),
    earned: amountOf(batches, ({ earned }) => earned),
    // What was redeemed is worth what it took off the invoices, whatever the rate is now.
    redeemed: shownAs(first, redeemed, money(sum(batches.map((batch) => batch.redeemedValue)), currency)),
    reserved: amountOf(batches, ({ reserved }) => reserved),
    expired: amountOf(expired, ({ left }) => left),
    next: soonest ? { amount: amountOf(next, ({ left }) => left), expiresOn: soonest } : null,
    batches: usable.map((batch) => ({
      ...{ id: batch.id, source: batch.source, earnedOn: batch.earnedOn, expiresOn: batch.expiresOn },
      left: amountOf([batch], ({ left }) => left),
    })),
  };
}
