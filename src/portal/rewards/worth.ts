import { Decimal, type Money, minorDigits, money } from '../../lib/money.ts';

/** What of rewards is worth how much: units are points or money, whatever their batch is counted in. */
export interface Worth {
  currency: string;
  isPoints: boolean;
  /** What a unit is worth in `currency`; of money it is 1. */
  rate: Decimal;
}

/** An amount of rewards as people see it. */
export interface RewardAmount {
  /** What it takes off an invoice. */
  value: Money;
  /** A decimal string where it is counted in points, else null. */
  points: string | null;
}

/** What can be had for an exact worth: rounded down to the currency's minor unit (PRODUCT.md section 5). */
export const roundedDown = (worth: Decimal, currency: string): Money =>
  money(worth.toDecimalPlaces(minorDigits(currency), Decimal.ROUND_DOWN), currency);

/** Units as people see them. */
export const shownAs = ({ isPoints }: Pick<Worth, 'isPoints'>, units: Decimal, value: Money): RewardAmount => ({
  value,
  points: isPoints ? units.toFixed() : null,
});
