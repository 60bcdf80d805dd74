import type { Button } from '../../src/kit/card.ts';
import type { Action, FrameSlots, Question, Resolution } from '../../src/kit/dialog.ts';
import { LIST_TITLE, type StatusFilter } from '../../src/lib/invoice-words.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { type Context, slot } from '../define.ts';
import { periodSlot } from '../list-slots.ts';
import { resolveInvoice, statusSlot } from './slots.ts';
import { span } from './words.ts';

/** What is to be sent, as the portal takes it, and what it is called. */
export interface What {
  of: { invoice: string } | { status: StatusFilter; period?: { from: string; to: string } };
  title: string;
}

interface WhatTexts {
  ask: string;
  which: string;
  one(number: string): string;
  nothing(title: string): string;
}

const TEXTS: Localized<WhatTexts> = {
  en: {
    ask: 'Which invoices should I send?',
    which: 'Should I send the invoice you looked at, or the whole list?',
    one: (number) => `Invoice ${number}`,
    nothing: (title) => `There is nothing to send: “${title}” is an empty list.`,
  },
  pl: {
    ask: 'Które faktury wysłać?',
    which: 'Wysłać oglądaną fakturę czy całą listę?',
    one: (number) => `Faktura ${number}`,
    nothing: (title) => `Nie ma czego wysłać: lista „${title}” jest pusta.`,
  },
};

const ASK = { ask: { en: 'Which invoice should I send?', pl: 'Którą fakturę wysłać?' }, status: 'all' } as const;

/** One invoice, a list by status and period, or what was shown last ("e-mail them to me"). */
export const whatSlot = slot<What>({
  takes: ['invoice', 'ordinal', 'ref', 'status', 'period'],
  async resolve(ctx, said) {
    if (said.ref || said.invoice || said.ordinal) return one(ctx, said);
    if (said.status || said.period) return list(ctx, said);
    const { shown } = ctx;
    if (shown?.kind !== 'invoice') return { missing: true };
    const focus = shown.focus ?? (shown.intent === 'invoices.show' ? shown.refs[0] : undefined);
    if (!focus) return list(ctx, shown.slots);
    return shown.refs.length > 1 ? { again: await either(ctx, focus, shown.slots) } : one(ctx, { ref: focus });
  },
  ask: ({ locale }) => ({
    ...question(
      TEXTS[locale].ask,
      (['overdue', 'unpaid', 'closed', 'all'] as const).map((status) => choice(LIST_TITLE[locale][status], { status })),
    ),
  }),
});

async function one(ctx: Context, said: FrameSlots): Promise<Resolution<What>> {
  const found = await resolveInvoice(ctx, said, ASK);
  if (!('value' in found)) return found;
  const { id, number } = found.value;
  return { value: { of: { invoice: id }, title: TEXTS[ctx.locale].one(number) }, pinned: { ref: id } };
}

/** A list by what was said of it; pinned, since "them" would mean another one once another is shown. */
async function list(ctx: Context, said: FrameSlots): Promise<Resolution<What>> {
  const status = saidOf(await statusSlot.resolve(ctx, said, {})) ?? 'all';
  const period = saidOf(await periodSlot.resolve(ctx, said, {}));
  const of = { status, ...(period && { period }) };
  const title = titleOf(ctx, of);
  const { count, more } = await ctx.portal.invoices.totals(of);
  if (count === 0) return { stop: { text: TEXTS[ctx.locale].nothing(title) } };
  return { value: { of, title: `${title} (${count}${more ? '+' : ''})` }, pinned: of };
}

const saidOf = <V>(resolution: Resolution<V>): V | undefined => ('value' in resolution ? resolution.value : undefined);

const titleOf = ({ locale }: Context, { status, period }: Exclude<What['of'], { invoice: string }>): string =>
  LIST_TITLE[locale][status] + (period ? `, ${span(locale, period)}` : '');

/** After details of one of a list: that one, or the list? */
async function either(ctx: Context, ref: string, slots: FrameSlots): Promise<Question> {
  const { number } = await ctx.portal.invoices.show({ id: ref });
  const status = saidOf(await statusSlot.resolve(ctx, slots, {})) ?? 'all';
  const of = { status, ...(slots.period && { period: slots.period }) };
  const t = TEXTS[ctx.locale];
  return question(t.which, [choice(t.one(number), { ref }), choice(titleOf(ctx, of), of)]);
}

const choice = (label: string, slots: FrameSlots): Button<Action> => ({ label, action: { do: 'fill', slots } });

const question = (text: string, buttons: Button<Action>[]): Question => ({
  text,
  awaiting: 'status',
  card: {
    blocks: [
      { type: 'text', text },
      { type: 'actions', buttons },
    ],
  },
});
