import { CodedError } from '../../lib/errors.ts';
import { Decimal, type Money, minorDigits, money, sum } from '../../lib/money.ts';
import type { Batch } from './batches.ts';
import { roundedDown } from './worth.ts';

/** What points are called where an amount's currency stands (INTENTS.md, `amount`). */
const POINTS = 'PTS';

export interface WantedAmount {
  amount: string;
  /** The invoice's, or points; absent: the invoice's. */
  currency?: string | undefined;
}

interface About {
  number: string;
  most: Money;
  batches: readonly Batch[];
}

/**
 * How much is to be redeemed of `most`, given in money or in points. Throws `invalid`: `currency_mismatch`,
 * `no_points`, `minor_digits`, `amount_too_small`, `more_than_redeemable`, each with the most there is.
 * @param batches usable ones of the invoice's currency
 */
export function redeemablePart(wanted: WantedAmount, { number, most, batches }: About): Money {
  const { currency } = most;
  const details = { field: 'amount', number, currency, most, available: most };
  const refuse = (reason: string) => new CodedError('invalid', reason, details);
  const inPoints = wanted.currency === POINTS;
  if (wanted.currency !== undefined && !inPoints && wanted.currency !== currency) throw refuse('currency_mismatch');
  const points = batches.filter(({ isPoints }) => isPoints);
  if (inPoints && points.length === 0) throw refuse('no_points');
  const given = new Decimal(wanted.amount);
  if (inPoints && given.greaterThan(sum(points.map(({ left }) => left)))) throw refuse('more_than_redeemable');
  const amount = inPoints ? new Decimal(worthOfPoints(points, given, currency).amount) : given;
  if (amount.lessThanOrEqualTo(0)) throw refuse('amount_too_small');
  if (amount.decimalPlaces() > minorDigits(currency)) throw refuse('minor_digits');
  if (amount.greaterThan(most.amount)) throw refuse('more_than_redeemable');
  return money(amount, currency);
}

/** What so many points are worth, taken soonest-expiring first. */
function worthOfPoints(batches: readonly Batch[], points: Decimal, currency: string): Money {
  let worth = new Decimal(0);
  let rest = points;
  for (const { left, rate } of batches) {
    const taken = Decimal.min(left, rest);
    worth = worth.plus(taken.times(rate));
    rest = rest.minus(taken);
  }
  return roundedDown(worth, currency);
}
