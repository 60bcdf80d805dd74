import { counted, intlTag, type Locale } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { RewardAmount } from '../../src/portal/rewards/worth.ts';

const POINTS = {
  en: { one: 'point', other: 'points' },
  pl: { one: 'punkt', few: 'punkty', many: 'punktów', other: 'punktu' },
} as const;

/** "12,500 points". @param points a decimal string */
const showPoints = (locale: Locale, points: string): string => counted(locale, Number(points), POINTS);

/** "PLN 450.00", or "12,500 points (US$125.00)". */
export function showReward(locale: Locale, { value, points }: RewardAmount): string {
  const worth = showMoney(locale, value);
  return points === null ? worth : `${showPoints(locale, points)} (${worth})`;
}

/** What a point is worth, with all its decimals. @param rate a decimal string */
export function showRate(locale: Locale, rate: string, currency: string): string {
  const style = { style: 'currency', currency, maximumFractionDigits: 6 } as const;
  return new Intl.NumberFormat(intlTag[locale], style).format(rate as Intl.StringNumericLiteral);
}

/** So much of what rewards were earned for fits a row, in characters. */
const SOURCE = 80;

/** What rewards were earned for, short enough for a row. */
export const shortSource = (source: string): string =>
  source.length > SOURCE ? `${source.slice(0, SOURCE - 1)}…` : source;
