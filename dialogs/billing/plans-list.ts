import type { Block } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { showDate } from '../../src/lib/dates.ts';
import { intlTag } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { PlanRow } from '../../src/portal/plans/list.ts';
import { type Context, defineDialog, optional } from '../define.ts';
import { buttonsIn, start } from '../home.ts';
import { span } from '../invoices/words.ts';
import { planTexts } from './plans-list-texts.ts';

/** The account's plans with their subscriptions and what is charged next. */
export const listPlans = defineDialog({
  intent: 'plans.list',
  permission: 'plans.read',
  title: { en: 'Show plans and subscriptions', pl: 'Pokaż plany i subskrypcje' },
  reads: true,
  slots: {
    after: optional<string>({
      takes: ['after'],
      resolve: (_ctx, { after }) => (after ? { value: after } : { missing: true }),
    }),
  },
  texts: planTexts,
  async run(ctx, { after }, { texts: t }) {
    const page = await ctx.portal.plans.list({ ...(after && { after }) });
    if (page.rows.length === 0) return { replies: [{ text: t.empty }] };
    const text = after ? t.goesOn : t.summary(page.plans, page.subscriptions);
    const more = page.next ? [start(t.more, 'plans.list', { after: page.next })] : [];
    const blocks: Block<Action>[] = [
      { type: 'text', text: t.title, style: 'heading' },
      { type: 'text', text },
      table(ctx, page.rows),
      ...buttonsIn(...more, ...(await scheduleButton(ctx))),
    ];
    const next = page.next && { next: page.next };
    const shown = { kind: 'plan' as const, intent: 'plans.list' as const, slots: {}, refs: [], ...next };
    return { replies: [{ text, card: { blocks } }], shown };
  },
});

function table({ locale }: Context, rows: readonly PlanRow[]): Block<Action> {
  const t = planTexts[locale];
  const number = new Intl.NumberFormat(intlTag[locale], { maximumFractionDigits: 6 });
  return {
    type: 'table',
    columns: [
      { label: t.product },
      { label: t.plan },
      { label: t.quantity, align: 'right' },
      { label: t.runs },
      { label: t.nextCharge },
    ],
    rows: rows.map(({ plan, subscription }) => {
      if (!subscription) return { cells: [t.noSubscriptions, plan, '', '', ''] };
      const { product, quantity, nextCharge } = subscription;
      return {
        cells: [
          product,
          plan,
          number.format(quantity as Intl.StringNumericLiteral),
          runs({ locale }, subscription),
          nextCharge ? `${showDate(locale, nextCharge.on)}, ${showMoney(locale, nextCharge.amount)}` : '–',
        ],
      };
    }),
  };
}

function runs(
  { locale }: Pick<Context, 'locale'>,
  { startsOn, endsOn, ended }: NonNullable<PlanRow['subscription']>,
): string {
  const t = planTexts[locale];
  if (endsOn === null) return t.since(showDate(locale, startsOn));
  return ended ? t.ended(showDate(locale, endsOn)) : span(locale, { from: startsOn, to: endsOn });
}

/** For who may have it; others would only be told that they may not. */
async function scheduleButton({ portal, locale }: Context) {
  const { held } = await portal.access.explain({});
  const may = held.some(({ permission }) => permission === 'schedule.download');
  return may ? [start(planTexts[locale].schedule, 'billing.schedule.download')] : [];
}
