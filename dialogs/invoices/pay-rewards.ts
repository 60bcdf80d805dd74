import type { Rich } from '../../src/kit/card.ts';
import type { Action, Draft } from '../../src/kit/dialog.ts';
import type { Locale, Localized } from '../../src/lib/locale.ts';
import { type Money, totals } from '../../src/lib/money.ts';
import type { Quote, RewardOffer } from '../../src/portal/payments/quote.ts';
import type { RedemptionView } from '../../src/portal/rewards/history.ts';
import { optional } from '../define.ts';
import { charged, forItems } from '../payments/words.ts';
import { redeemTexts } from '../rewards/redeem-texts.ts';
import { usedInAll } from '../rewards/uses.ts';
import { shortSource } from '../rewards/words.ts';

interface RewardTexts {
  /** @param less what they take off, with a minus */
  use(less: string): string;
  without: string;
  label: string;
  /** @param what "PLN 40.00" */
  after(what: string): string;
  /** @param things "for invoice 124" */
  whole(what: string, things: string): string;
  none: string;
  note: string;
  yes(what: string): string;
  paid(what: string, things: string, number: string): string;
}

const TEXTS: Localized<RewardTexts> = {
  en: {
    use: (less) => `Use rewards (${less})`,
    without: 'Without rewards',
    label: 'Rewards',
    after: (what) => `, after rewards worth ${what}`,
    whole: (what, things) => `Pay ${what} ${things} with rewards? Nothing is charged.`,
    none: 'No rewards fit this payment, so it is without them.',
    note: 'Rewards are used when the charge has gone through, and can’t be taken back then.',
    yes: (what) => `Pay ${what} with rewards`,
    paid: (what, things, number) => `Paid with rewards: ${what} ${things} (redemption ${number}). Nothing was charged.`,
  },
  pl: {
    use: (less) => `Użyj nagród (${less})`,
    without: 'Bez nagród',
    label: 'Nagrody',
    after: (what) => `, po odliczeniu nagród (${what})`,
    whole: (what, things) => `Zapłacić nagrodami ${what} ${things}? Nic nie zostanie pobrane.`,
    none: 'Żadne nagrody nie pasują do tej płatności, więc jest bez nich.',
    note: 'Nagrody zostaną wykorzystane po udanym obciążeniu i wtedy nie da się tego cofnąć.',
    yes: (what) => `Zapłać nagrodami ${what}`,
    paid: (what, things, number) =>
      `Zapłacono nagrodami ${what} ${things} (numer wykorzystania ${number}). Nic nie zostało pobrane.`,
  },
};

/** Whether rewards go first; only where it is asked for. */
export const withRewards = optional<boolean>({
  takes: ['enabled'],
  resolve: (_ctx, { enabled }) => (enabled ? { value: enabled === 'true' } : { missing: true }),
});

/** More invoices, and more sources of one, are counted, so that the field stays short. */
const NAMED = 5;
const SOURCES = 3;

const applied = ({ rewards }: Quote): RewardOffer | undefined => (rewards?.applied ? rewards : undefined);

/** The way to put rewards first where some fit, or to leave them out again. */
export function rewardWay(locale: Locale, { rewards }: Quote): { label: string; action: Action }[] {
  if (!rewards) return [];
  const t = TEXTS[locale];
  const fill = (label: string, enabled: boolean) => [
    { label, action: { do: 'fill' as const, slots: { enabled: String(enabled) } } },
  ];
  return rewards.applied ? fill(t.without, false) : fill(t.use(charged(locale, rewards.totals.map(negative))), true);
}

const negative = ({ amount, currency }: Money): Money => ({ amount: `-${amount}`, currency });

/** What the summary says of rewards: after the charge, as a field, and as a note; nothing where they are not used. */
export function rewardParts(
  locale: Locale,
  quote: Quote,
): { after: string; fields: { label: string; value: Rich }[]; notes: string[] } {
  const offer = applied(quote);
  if (!offer) return { after: '', fields: [], notes: [] };
  const t = TEXTS[locale];
  const { note } = t;
  return {
    after: t.after(charged(locale, offer.totals)),
    fields: [{ label: t.label, value: inDetail(locale, offer) }],
    notes: [quote.charges.length > 0 ? note : redeemTexts[locale].final],
  };
}

/** "−PLN 40.00: 124 (PLN 40.00: Loyalty programme)": of which invoice, and from which batches. */
function inDetail(locale: Locale, { covers, totals }: RewardOffer): string {
  const from = covers.slice(0, NAMED).map(({ number, value, uses }) => {
    const sources = [...new Set(uses.map(({ source }) => shortSource(source)))];
    const others = sources.length > SOURCES ? [redeemTexts[locale].more(sources.length - SOURCES)] : [];
    return `${number}: ${usedInAll(locale, uses, value)}, ${[...sources.slice(0, SOURCES), ...others].join(', ')}`;
  });
  const more = covers.length > NAMED ? [redeemTexts[locale].more(covers.length - NAMED)] : [];
  return `${charged(locale, totals.map(negative))} (${[...from, ...more].join('; ')})`;
}

/** What is asked where rewards cover everything; undefined where something is charged. */
export function coveredAsk(locale: Locale, quote: Quote): string | undefined {
  const offer = applied(quote);
  if (!offer || quote.charges.length > 0) return undefined;
  return TEXTS[locale].whole(charged(locale, offer.totals), forItems(locale, quote.items));
}

/** The button that does it where nothing is charged. */
export const coveredYes = (locale: Locale, { rewards }: Quote): string =>
  TEXTS[locale].yes(charged(locale, rewards?.totals ?? []));

/** Says that rewards were asked for and none fit. */
export const noRewardsNote = (locale: Locale): string => TEXTS[locale].none;

/** What of rewards a payment takes, bound to the confirmation; what is only offered is not. */
export const shownRewards = (quote: Quote) =>
  applied(quote)?.covers.map(({ invoiceId, value, uses }) => ({
    ...{ invoiceId, value },
    uses: uses.map(({ batchId, units }) => ({ batchId, units })),
  }));

/** Tells what rewards covered as a whole, a redemption each. */
export function redeemedDrafts(locale: Locale, redeemed: readonly RedemptionView[]): Draft[] {
  return [...Map.groupBy(redeemed, ({ number }) => number).entries()].map(([number, those]) => {
    const items = those.map(({ invoiceNumber }) => ({ kind: 'invoice' as const, number: invoiceNumber }));
    const what = charged(locale, totals(those.map(({ value }) => value)));
    return { text: TEXTS[locale].paid(what, forItems(locale, items), number) };
  });
}
