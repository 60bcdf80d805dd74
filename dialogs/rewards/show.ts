import type { Block } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { showDate } from '../../src/lib/dates.ts';
import { Decimal } from '../../src/lib/money.ts';
import type { RewardBalance } from '../../src/portal/rewards/balance.ts';
import { type Context, defineDialog } from '../define.ts';
import { buttonsIn, start } from '../home.ts';
import { listed } from '../payments/words.ts';
import { balanceBlocks, redemptionBlocks } from './show-card.ts';
import { type ShowTexts, showTexts } from './show-texts.ts';
import { showReward } from './words.ts';

const SHOW_INVOICE = { en: 'Show', pl: 'Pokaż' };

/** The balance of rewards per currency, what was earned, redeemed and expires when. */
export const showRewards = defineDialog({
  intent: 'rewards.show',
  permission: 'rewards.read',
  title: { en: 'Show rewards', pl: 'Pokaż nagrody' },
  reads: true,
  slots: {},
  texts: showTexts,
  async run(ctx, _values, { texts }) {
    const { balances, redemptions, mayRedeem } = await ctx.portal.rewards.show({});
    if (balances.length === 0) return { replies: [{ text: texts.none }] };
    const usable = balances.filter(({ balance }) => new Decimal(balance.value.amount).greaterThan(0));
    const text = summary(ctx, usable, texts);
    const use = mayRedeem && usable.length > 0 ? [start(texts.use, 'rewards.redeem')] : [];
    const blocks: Block<Action>[] = [
      { type: 'text', text: texts.title, style: 'heading' },
      { type: 'text', text },
      ...balances.flatMap((one) => balanceBlocks(ctx, one, texts)),
      ...redemptionBlocks(ctx, redemptions, texts, SHOW_INVOICE[ctx.locale]),
      ...buttonsIn(...use),
    ];
    return { replies: [{ text, card: { blocks } }] };
  },
});

function summary({ locale }: Context, usable: readonly RewardBalance[], texts: ShowTexts): string {
  if (usable.length === 0) return texts.nothingLeft;
  const balances = listed(
    locale,
    usable.map(({ balance }) => showReward(locale, balance)),
  );
  const [next] = usable.flatMap((one) => one.next ?? []).sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1));
  const first = next && texts.next(showReward(locale, next.amount), showDate(locale, next.expiresOn));
  return [texts.summary(balances), first].filter(Boolean).join(' ');
}
