import type { Block } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { showDate } from '../../src/lib/dates.ts';
import type { Locale } from '../../src/lib/locale.ts';
import { type Money, money, showMoney, sum } from '../../src/lib/money.ts';
import type { UseView } from '../../src/portal/rewards/allocate.ts';
import { redeemTexts } from './redeem-texts.ts';
import { shortSource, showReward } from './words.ts';

/** More batches than these are told of together, so that the card stays short. */
const BATCHES = 10;

/** "PLN 450.00", with the points where it is made of nothing else. @param value what the uses are worth together */
export function usedInAll(locale: Locale, uses: readonly UseView[], value: Money): string {
  const points = uses.flatMap(({ used }) => used.points ?? []);
  if (points.length < uses.length) return showMoney(locale, value);
  return showReward(locale, { value, points: sum(points).toFixed() });
}

const worthOf = ([first, ...others]: readonly UseView[]): Money => {
  const { amount, currency } = first!.used.value;
  return money(sum([amount, ...others.map(({ used }) => used.value.amount)]), currency);
};

/** What is used from which batch, soonest-expiring first. */
export function usesTable(locale: Locale, uses: readonly UseView[]): Block<Action> {
  const t = redeemTexts[locale];
  const shown = uses.length > BATCHES ? BATCHES - 1 : BATCHES;
  const rest = uses.slice(shown);
  return {
    type: 'table',
    columns: [{ label: t.from }, { label: t.until }, { label: t.used, align: 'right' }],
    rows: [
      ...uses.slice(0, shown).map(({ source, expiresOn, used }) => ({
        cells: [shortSource(source), expiresOn ? showDate(locale, expiresOn) : t.noEnd, showReward(locale, used)],
      })),
      ...(rest.length > 0 ? [{ cells: [t.more(rest.length), '', usedInAll(locale, rest, worthOf(rest))] }] : []),
    ],
  };
}
