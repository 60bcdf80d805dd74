import type { Block, Button } from '../../src/kit/card.ts';
import type { Action, FrameSlots } from '../../src/kit/dialog.ts';
import { showMoment } from '../../src/lib/dates.ts';
import type { TrailEntry } from '../../src/portal/audit/list.ts';
import type { InvoiceRow } from '../../src/portal/invoices/row.ts';
import { type Context, defineDialog, optional } from '../define.ts';
import { resolveInvoice } from '../invoices/slots.ts';
import { span } from '../invoices/words.ts';
import { pageSlot, periodSlot } from '../list-slots.ts';
import { actorSlot } from './audit-actor.ts';
import { doerOf, placeOf, sentenceOf } from './audit-sentences.ts';
import { type AuditTexts, auditTexts } from './audit-texts.ts';

const ROWS = 8;

const WHICH = { ask: { en: 'Which invoice is it about?', pl: 'O którą fakturę chodzi?' }, status: 'all' } as const;

/** Who did what, newest first, by period, invoice and person; in one's own name alone for whoever is no manager. */
export const listAudit = defineDialog({
  intent: 'audit.list',
  permission: 'audit.own',
  title: { en: 'Show who did what', pl: 'Pokaż, kto co zrobił' },
  reads: true,
  slots: {
    actor: actorSlot,
    invoice: optional<InvoiceRow>({
      takes: ['invoice'],
      async resolve(ctx, { invoice }) {
        if (!invoice) return { missing: true };
        const found = await resolveInvoice(ctx, { invoice }, WHICH);
        return 'value' in found ? { value: found.value } : found;
      },
    }),
    period: periodSlot,
    after: pageSlot,
  },
  texts: auditTexts,
  async run(ctx, { actor, invoice, period, after }, { texts: t }) {
    const { entries, all, next } = await ctx.portal.audit.list({
      ...{ ...period, limit: ROWS },
      ...(invoice && { invoice: invoice.number }),
      ...(actor && { actorId: actor.id }),
      ...(after && { before: after }),
    });
    const own = !all || actor?.isYou === true;
    const by = own || !actor ? undefined : actor.name;
    const of = t.of(by, invoice?.number, period && span(ctx.locale, period));
    const others = all ? '' : ` ${t.others}`;
    if (entries.length === 0) return { replies: [{ text: `${own ? t.noneOwn(of) : t.none(of)}${others}` }] };
    const said: FrameSlots = {
      ...(actor && { email: actor.email }),
      ...(invoice && { invoice: invoice.number }),
      ...(period && { period }),
    };
    const heading = own ? t.own(of) : t.all(ctx.account.name, of);
    const text = `${after ? t.goesOn : heading}${after ? '' : others}`;
    const blocks: Block<Action>[] = [
      { type: 'text', text: t.title, style: 'heading' },
      { type: 'text', text },
      table(ctx, entries, t),
      ...actions(ctx, said, t, { next, mine: !own && !actor }),
    ];
    const shown = { kind: 'record' as const, intent: 'audit.list' as const, slots: said };
    const refs = entries.map(({ seq }) => String(seq));
    return { replies: [{ text, card: { blocks } }], shown: { ...shown, refs, ...(next && { next: String(next) }) } };
  },
});

function table({ locale, timeZone }: Context, entries: readonly TrailEntry[], t: AuditTexts): Block<Action> {
  return {
    type: 'table',
    columns: t.columns.map((label) => ({ label })),
    rows: entries.map((entry) => ({
      cells: [
        showMoment(locale, timeZone, new Date(entry.at)),
        doerOf(locale, entry.actor),
        sentenceOf(locale, entry),
        placeOf(locale, entry),
      ],
    })),
  };
}

/** The next page of this very list, and for a manager their own records alone. */
function actions(
  { person }: Context,
  said: FrameSlots,
  t: AuditTexts,
  { next, mine }: { next: number | undefined; mine: boolean },
): Block<Action>[] {
  const start = (label: string, slots: FrameSlots): Button<Action> => ({
    label,
    action: { do: 'start', intent: 'audit.list', slots: { ...said, ...slots } },
  });
  const buttons = [
    ...(next ? [start(t.more, { after: String(next) })] : []),
    ...(mine ? [start(t.mine, { email: person.email })] : []),
  ];
  return buttons.length > 0 ? [{ type: 'actions', buttons }] : [];
}
