import type { Block } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { showDate, showMoment } from '../../src/lib/dates.ts';
import { Decimal, showMoney } from '../../src/lib/money.ts';
import type { RewardBalance } from '../../src/portal/rewards/balance.ts';
import type { RedemptionView } from '../../src/portal/rewards/history.ts';
import type { RewardAmount } from '../../src/portal/rewards/worth.ts';
import type { Context } from '../define.ts';
import { start } from '../home.ts';
import type { ShowTexts } from './show-texts.ts';
import { shortSource, showRate, showReward } from './words.ts';

type Ctx = Pick<Context, 'locale' | 'timeZone'>;

const isNothing = ({ value, points }: RewardAmount): boolean => new Decimal(points ?? value.amount).isZero();

/** One currency's rewards: the balance and what it came from. */
export function balanceOf({ locale }: Ctx, one: RewardBalance, t: ShowTexts): Block<Action> {
  const show = (amount: RewardAmount) => showReward(locale, amount);
  const some = (label: string, amount: RewardAmount) => (isNothing(amount) ? [] : [{ label, value: show(amount) }]);
  return {
    type: 'fields',
    items: [
      { label: t.balance, value: [{ b: show(one.balance) }] },
      { label: t.earned, value: show(one.earned) },
      { label: t.redeemed, value: show(one.redeemed) },
      ...some(t.reserved, one.reserved),
      ...some(t.expired, one.expired),
      ...(one.rate === null ? [] : [{ label: t.rate, value: showRate(locale, one.rate, one.currency) }]),
    ],
  };
}

type Batch = RewardBalance['batches'][number];

/** Orders by the last day; what never expires comes last. */
export const bySoonest = (a: { expiresOn: string | null }, b: { expiresOn: string | null }): number => {
  const [one, other] = [a.expiresOn ?? '~', b.expiresOn ?? '~'];
  return one < other ? -1 : one > other ? 1 : 0;
};

/** What there is to use, of which currency ever, soonest-expiring first. */
export const allBatches = (balances: readonly RewardBalance[]): Batch[] =>
  balances.flatMap(({ batches }) => batches).sort(bySoonest);

/** What is to be used by when; nothing where there is nothing. */
export function batchTable({ locale }: Ctx, batches: readonly Batch[], t: ShowTexts): Block<Action>[] {
  if (batches.length === 0) return [];
  const labels = [t.source, t.earnedOn, t.until, t.left];
  const columns = labels.map((label, at) => ({ label, ...(at === 3 && { align: 'right' as const }) }));
  const rows = batches.map(({ source, earnedOn, expiresOn, left }) => ({
    cells: [
      shortSource(source),
      showDate(locale, earnedOn),
      expiresOn ? showDate(locale, expiresOn) : t.noEnd,
      showReward(locale, left),
    ],
  }));
  return [{ type: 'table', columns, rows }];
}

/** What was redeemed last, on which invoice, when and by whom. */
export function redemptionBlocks(
  { locale, timeZone }: Ctx,
  redemptions: readonly RedemptionView[],
  t: ShowTexts,
  showInvoice: string,
): Block<Action>[] {
  if (redemptions.length === 0) return [];
  const labels = [t.redemption, t.invoice, t.when, t.amount];
  return [
    { type: 'text', text: t.invoices, style: 'heading' },
    {
      type: 'table',
      columns: labels.map((label, at) => ({ label, ...(at === 3 && { align: 'right' as const }) })),
      rows: redemptions.map(({ number, state, value, invoiceId, invoiceNumber, by, at }) => ({
        cells: [
          number,
          invoiceNumber,
          `${showMoment(locale, timeZone, new Date(at))}, ${by}${state === 'reserved' ? `, ${t.underWay}` : ''}`,
          showMoney(locale, value),
        ],
        actions: [start(showInvoice, 'invoices.show', { ref: invoiceId })],
      })),
    },
  ];
}
