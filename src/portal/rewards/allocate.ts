import type { IsoDate } from '../../lib/dates.ts';
import { Decimal, type Money, money, sum } from '../../lib/money.ts';
import type { Batch } from './batches.ts';
import { type RewardAmount, roundedDown, shownAs } from './worth.ts';

/** What is taken of one batch. */
export interface Use {
  batch: Batch;
  /** In the batch's own units. */
  units: Decimal;
  value: Money;
}

/** The database keeps so many decimals of a batch's units. */
const UNIT_DECIMALS = 3;

/** What batches of one currency are worth together, rounded down to its minor unit. */
export const worthOf = (batches: readonly Batch[], currency: string): Money =>
  roundedDown(sum(batches.map(({ left, rate }) => left.times(rate))), currency);

/**
 * What `wanted` is taken from: the batches in their order, soonest-expiring first, each as far as it goes (PRODUCT.md
 * section 5). Values add up to `wanted` exactly.
 * @param batches usable ones of `wanted`'s currency, together worth at least as much
 */
export function allocate(batches: readonly Batch[], wanted: Money): Use[] {
  const uses: Use[] = [];
  const target = new Decimal(wanted.amount);
  let covered = new Decimal(0);
  let given = new Decimal(0);
  for (const batch of batches) {
    const rest = target.minus(covered);
    if (rest.lessThanOrEqualTo(0)) break;
    const { left, rate, currency } = batch;
    if (left.lessThanOrEqualTo(0)) continue;
    // A part of the smallest unit is rounded up: never more is taken off an invoice than was spent for it.
    const wanting = rest.div(rate).toDecimalPlaces(UNIT_DECIMALS, Decimal.ROUND_UP);
    const units = Decimal.min(left, wanting);
    covered = covered.plus(units.times(rate));
    const upTo = Decimal.min(roundedDown(covered, currency).amount, target);
    uses.push({ batch, units, value: money(upTo.minus(given), currency) });
    given = upTo;
  }
  return uses;
}

/** The batches once these uses were made. */
export function without(batches: readonly Batch[], uses: readonly Use[]): Batch[] {
  return batches.map((batch) => {
    const used = sum(uses.filter((use) => use.batch.id === batch.id).map(({ units }) => units));
    return { ...batch, left: batch.left.minus(used) };
  });
}

/** What is taken of a batch as people see it. */
export interface UseView {
  batchId: string;
  source: string;
  expiresOn: IsoDate | null;
  used: RewardAmount;
  /** In the batch's own units, a decimal string. */
  units: string;
}

export const useView = ({ batch, units, value }: Use): UseView => ({
  ...{ batchId: batch.id, source: batch.source, expiresOn: batch.expiresOn },
  used: shownAs(batch, units, value),
  units: units.toFixed(),
});
