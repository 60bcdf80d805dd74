import type { FrameSlots, Question, Resolution, Shown } from '../../src/kit/dialog.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { DueRow } from '../../src/portal/dues/row.ts';
import { type Context, slot } from '../define.ts';
import { choiceTable } from './due-cards.ts';

/** As many are offered to choose from. */
const OFFERED = 8;

interface SlotTexts {
  ask: string;
  nothing: string;
  unknown(number: string): string;
  several(number: string): string;
  notDue: string;
  oneByOne: string;
  noSuchRow: string;
  noList: string;
  typeIt: string;
}

const TEXTS: Localized<SlotTexts> = {
  en: {
    ask: 'Which payment due would you like to pay?',
    nothing: 'Nothing is due: there is no pending order, renewal or failed transaction to pay.',
    unknown: (number) => `I can’t find anything due for ${number}.`,
    several: (number) => `More than one payment due fits ${number}.`,
    notDue: 'Nothing is due for that one.',
    oneByOne: 'These are paid one at a time.',
    noSuchRow: 'The list I showed last has no such row.',
    noList: 'I haven’t shown a list of payments due yet.',
    typeIt: 'Or type the number of another order or contract.',
  },
  pl: {
    ask: 'Którą płatność należną zapłacić?',
    nothing: 'Nie ma płatności należnych: żadne zamówienie, odnowienie ani nieudana transakcja nie czeka na zapłatę.',
    unknown: (number) => `Za ${number} nie ma nic do zapłaty.`,
    several: (number) => `Do numeru ${number} pasuje więcej niż jedna płatność.`,
    notDue: 'Za tę pozycję nie ma nic do zapłaty.',
    oneByOne: 'Te płatności opłaca się pojedynczo.',
    noSuchRow: 'Na ostatnio pokazanej liście nie ma takiej pozycji.',
    noList: 'Nie było jeszcze listy płatności należnych.',
    typeIt: 'Można też wpisać numer innego zamówienia lub umowy.',
  },
};

/**
 * One payment due: by a button, by its order's or contract's number, by its place in the list shown last, be that of
 * payments due, orders or contracts, as what was looked at last, or as the only one there is. One that can't be paid is
 * found too, for the portal to say so.
 */
export const dueSlot = slot<DueRow>({
  takes: ['order', 'contract', 'ordinal', 'status', 'ref'],
  async resolve(ctx, said) {
    const found = await dueSaid(ctx, said);
    if ('row' in found) return { value: found.row, pinned: { ref: found.row.id } };
    return askWhich(ctx, found.among ?? (await payable(ctx)), found.why);
  },
  ask: (ctx) => askDue(ctx),
});

/** The question for one, with what can be paid. */
export const askDue = async (ctx: Context): Promise<Question> => question(ctx, await payable(ctx));

type Found = { row: DueRow } | { why?: string; among?: readonly DueRow[] };

async function dueSaid(ctx: Context, said: FrameSlots): Promise<Found> {
  const { portal, shown } = ctx;
  const t = TEXTS[ctx.locale];
  if (said.ref) return { row: await portal.dues.show({ id: said.ref }) };
  const number = said.order ?? said.contract;
  if (number) {
    const kind = said.order ? 'pending_order' : 'support_renewal';
    return oneOf(await portal.dues.find({ number }), kind, t.unknown(number), t.several(number));
  }
  if (said.ordinal) {
    // Also where a list of something else was shown since.
    const list = [shown, shown?.before].find((one) => one && one.kind in OF);
    if (!list) return { why: t.noList };
    const id = said.ordinal === 'last' ? list.refs.at(-1) : list.refs[Number(said.ordinal) - 1];
    return id ? inList(ctx, list.kind, id) : { why: t.noSuchRow };
  }
  if (said.status) return { why: t.oneByOne };
  const focus = shown && (shown.focus ?? (shown.refs.length === 1 ? shown.refs[0] : undefined));
  const looked = focus && shown.kind in OF ? await inList(ctx, shown.kind, focus) : {};
  if ('row' in looked && looked.row.state === 'due') return looked;
  const [only, ...others] = await payable(ctx);
  return only && others.length === 0 ? { row: only } : {};
}

/** What a row of these lists is due for. */
const OF: Partial<Record<Shown['kind'], 'pending_order' | 'support_renewal' | 'itself'>> = {
  due: 'itself',
  order: 'pending_order',
  contract: 'support_renewal',
};

async function inList({ portal, locale }: Context, kind: Shown['kind'], id: string): Promise<Found> {
  const of = OF[kind];
  if (of === 'itself') return { row: await portal.dues.show({ id }) };
  const t = TEXTS[locale];
  return oneOf(await portal.dues.find({ of: id }), of, t.notDue, t.notDue);
}

/** The one that can be paid, of the kind that was named if there is one; else the latest that could be. */
function oneOf(found: readonly DueRow[], kind: string | undefined, none: string, several: string): Found {
  const named = found.filter((row) => row.kind === kind);
  const rows = named.length > 0 ? named : found;
  const open = rows.filter(({ state }) => state === 'due');
  const [only] = open.length > 0 ? open : rows;
  if (!only) return { why: none };
  return open.length > 1 ? { why: several, among: open } : { row: only };
}

/** What can be paid now, the longest overdue first. */
const payable = async ({ portal }: Context): Promise<DueRow[]> =>
  (await portal.dues.list({ limit: 100 })).rows.filter(({ state }) => state === 'due');

function askWhich(ctx: Context, rows: readonly DueRow[], why?: string): Resolution<DueRow> {
  const { nothing } = TEXTS[ctx.locale];
  if (rows.length > 0) return { again: question(ctx, rows, why) };
  return { stop: { text: why ? `${why} ${nothing}` : nothing } };
}

/** The list it offers becomes the list shown last, so that "the second one" means its second row. */
function question(ctx: Context, among: readonly DueRow[], why?: string): Question {
  const t = TEXTS[ctx.locale];
  const rows = among.slice(0, OFFERED);
  const text = why ? `${why} ${t.ask}` : t.ask;
  return {
    text,
    awaiting: 'order',
    card: {
      blocks: [
        { type: 'text', text },
        choiceTable(ctx, rows),
        ...(among.length > OFFERED ? [{ type: 'text', text: t.typeIt, style: 'muted' } as const] : []),
      ],
    },
    shown: { kind: 'due', intent: 'payments.due.list', slots: {}, refs: rows.map(({ id }) => id) },
  };
}
