import type { Block } from '../../src/kit/card.ts';
import type { Action, Draft, Shown } from '../../src/kit/dialog.ts';
import { showDate } from '../../src/lib/dates.ts';
import { dueName } from '../../src/lib/due-words.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { DueRow } from '../../src/portal/dues/row.ts';
import { type Context, defineDialog, optional } from '../define.ts';
import { buttonsIn, start } from '../home.ts';
import { cursorSlot } from '../list-slots.ts';
import { calledBy, dueTable, fieldsOf, payButton, standing } from './due-cards.ts';
import { mayPay } from './due-for.ts';
import { type ListTexts, listTexts } from './due-list-texts.ts';

/** What is due, the longest overdue first, with what it comes to per currency; or all of one of them. */
export const listDue = defineDialog({
  intent: 'payments.due.list',
  permission: 'due.read',
  title: { en: 'Show payments due', pl: 'Pokaż płatności należne' },
  reads: true,
  slots: {
    one: optional<DueRow>({
      takes: ['ref', 'ordinal'],
      async resolve({ portal, shown }, { ref, ordinal }) {
        const refs = shown?.kind === 'due' ? shown.refs : [];
        const row = ordinal === 'last' ? refs.at(-1) : refs[Number(ordinal) - 1];
        const id = ref ?? row;
        return id ? { value: await portal.dues.show({ id }) } : { missing: true };
      },
    }),
    after: cursorSlot,
  },
  texts: listTexts,
  async run(ctx, { one, after }, { texts: t }) {
    const pays = await mayPay(ctx);
    if (one) return { replies: [detail(ctx, one, pays)], shown: lookedAt(ctx, one.id) };
    const page = await ctx.portal.dues.list({ ...(after && { after }) });
    if (page.rows.length === 0) return { replies: [{ text: t.none }] };
    const refs = page.rows.map(({ id }) => id);
    const shown = { kind: 'due' as const, intent: 'payments.due.list' as const, slots: {}, refs };
    const text = after ? t.goesOn : t.summary(page);
    const blocks: Block<Action>[] = [
      { type: 'text', text: t.heading, style: 'heading' },
      { type: 'text', text },
      dueTable(ctx, page.rows, pays),
      ...buttonsIn(...(page.next ? [start(t.more, 'payments.due.list', { after: page.next })] : [])),
    ];
    return { replies: [{ text, card: { blocks } }], shown: { ...shown, ...(page.next && { next: page.next }) } };
  },
});

/** "The second one" still means the list's; "it" means this one. */
function lookedAt({ shown }: Context, id: string): Shown {
  if (shown?.kind === 'due') return { ...shown, focus: id };
  return { kind: 'due', intent: 'payments.due.list', slots: { ref: id }, refs: [id] };
}

function detail(ctx: Context, row: DueRow, pays: boolean): Draft {
  const { locale } = ctx;
  const t: ListTexts = listTexts[locale];
  const name = dueName(locale, { kind: row.kind, number: calledBy(row) });
  const text = t.one(name, showMoney(locale, row.amount), showDate(locale, row.dueOn), standing(ctx, row));
  const blocks: Block<Action>[] = [
    { type: 'text', text },
    { type: 'fields', items: fieldsOf(ctx, row) },
    ...buttonsIn(...payButton(ctx, row, pays)),
  ];
  return { text, card: { blocks } };
}
