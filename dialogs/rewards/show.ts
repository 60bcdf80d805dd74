import type { Block } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { showDate } from '../../src/lib/dates.ts';
import { Decimal } from '../../src/lib/money.ts';
import type { RewardBalance } from '../../src/portal/rewards/balance.ts';
import { type Context, defineDialog } from '../define.ts';
import { buttonsIn, start } from '../home.ts';
import { pageSlot } from '../list-slots.ts';
import { listed } from '../payments/words.ts';
import { allBatches, balanceOf, batchTable, bySoonest, redemptionBlocks } from './show-card.ts';
import { type ShowTexts, showTexts } from './show-texts.ts';
import { showReward } from './words.ts';

/** So many batches are listed at once. */
const PAGE = 8;

const SHOW_INVOICE = { en: 'Show', pl: 'Pokaż' };

/** The balance of rewards per currency, what was earned, redeemed and expires when. */
export const showRewards = defineDialog({
  intent: 'rewards.show',
  permission: 'rewards.read',
  title: { en: 'Show rewards', pl: 'Pokaż nagrody' },
  reads: true,
  slots: { after: pageSlot },
  texts: showTexts,
  async run(ctx, { after = 0 }, { texts }) {
    const rewards = await ctx.portal.rewards.show({});
    if (rewards.balances.length === 0) return { replies: [{ text: texts.none }] };
    const batches = allBatches(rewards.balances);
    const end = after + PAGE;
    const next = batches.length > end ? String(end) : undefined;
    const more = next ? [start(texts.more, 'rewards.show', { after: next })] : [];
    const use = rewards.mayRedeem && batches.length > 0 ? [start(texts.use, 'rewards.redeem')] : [];
    const table = batchTable(ctx, batches.slice(after, end), texts);
    const text = after > 0 ? texts.goesOn : summary(ctx, rewards.balances, texts);
    const blocks: Block<Action>[] = [
      { type: 'text', text: texts.title, style: 'heading' },
      { type: 'text', text },
      ...(after > 0 ? [] : rewards.balances.map((one) => balanceOf(ctx, one, texts))),
      ...table,
      ...(after > 0 ? [] : redemptionBlocks(ctx, rewards.redemptions, texts, SHOW_INVOICE[ctx.locale])),
      ...buttonsIn(...use, ...more),
    ];
    const shown = { kind: 'record' as const, intent: 'rewards.show' as const, slots: {}, refs: [] };
    return { replies: [{ text, card: { blocks } }], ...(next && { shown: { ...shown, next } }) };
  },
});

function summary({ locale }: Context, all: readonly RewardBalance[], texts: ShowTexts): string {
  const usable = all.filter(({ balance }) => new Decimal(balance.value.amount).greaterThan(0));
  if (usable.length === 0) return texts.nothingLeft;
  const balances = listed(
    locale,
    usable.map(({ balance }) => showReward(locale, balance)),
  );
  const [next] = usable.flatMap((one) => one.next ?? []).sort(bySoonest);
  const first = next && texts.next(showReward(locale, next.amount), showDate(locale, next.expiresOn));
  return [texts.summary(balances), first].filter(Boolean).join(' ');
}
