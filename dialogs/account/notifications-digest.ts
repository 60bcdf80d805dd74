import type { Block, Button } from '../../src/kit/card.ts';
import type { Action, Draft } from '../../src/kit/dialog.ts';
import { totals } from '../../src/lib/money.ts';
import type { Topic } from '../../src/lib/topic-words.ts';
import type { MethodView } from '../../src/portal/payments/method-view.ts';
import type { Digest } from '../../src/portal/reminders/digest.ts';
import { contractTable, rightsOf } from '../contracts/cards.ts';
import { type Context, defineNotice } from '../define.ts';
import { buttonsIn, MOST, start } from '../home.ts';
import { invoiceTable } from '../invoices/cards.ts';
import { listTexts } from '../invoices/list-texts.ts';
import { amounts } from '../invoices/words.ts';
import { dueTable } from '../payments/due-cards.ts';
import { listed, methodName } from '../payments/words.ts';
import { DIGEST_TEXTS } from './notifications-digest-texts.ts';

/** What one topic adds to the summary. */
interface Part {
  topic: Topic;
  text: string;
  blocks: Block<Action>[];
}

type Table = Extract<Block<Action>, { type: 'table' }>;

/**
 * The day's summary (PRODUCT.md section 11): what somebody was not told of before, drawn from how it stands when it is
 * sent, so that nothing paid or no longer theirs to see is in it; several that waited are one.
 */
export const remindersDigest = defineNotice({
  kind: 'reminders.digest',
  chatOnly: true,
  merge: (waiting) => ({ at: waiting.flatMap(({ at }) => at as string[]) }),
  async render(ctx: Context, { details }): Promise<Draft | undefined> {
    const digest = await ctx.portal.reminders.digest({ at: details.at as string[] });
    const parts = [...invoicesPart(ctx, digest), ...(await renewalsPart(ctx, digest)), ...cardsPart(ctx, digest)];
    if (parts.length === 0) return undefined;
    const { title, labels } = DIGEST_TEXTS[ctx.locale];
    const blocks = parts.flatMap(({ topic, text, blocks }): Block<Action>[] => [
      { type: 'text', text: [{ b: text }] },
      ...blocks,
      ...buttonsIn(
        start(labels.later, 'notifications.snooze', { topic }),
        start(labels.off, 'notifications.set', { topic, enabled: 'false' }),
      ),
    ]);
    return {
      text: `${title}: ${parts.map(({ text }) => text).join(' ')}`,
      card: { blocks: [{ type: 'text', text: title, style: 'heading' }, ...blocks] },
    };
  },
});

function invoicesPart(ctx: Context, { invoices }: Digest): Part[] {
  const { count, left, rows } = invoices;
  if (count === 0) return [];
  const { locale } = ctx;
  const t = DIGEST_TEXTS[locale];
  const payAll = listTexts[locale].payAll.overdue;
  const several = rows.filter(({ payable }) => payable).length > 1;
  const buttons = buttonsIn(
    start(t.labels.allInvoices, 'invoices.list', { status: 'overdue' }),
    ...(payAll && several ? [start(payAll, 'invoices.pay', { status: 'overdue' })] : []),
  );
  const text = t.invoices(count, amounts(locale, left));
  return [{ topic: 'overdue_invoices', text, blocks: [first(invoiceTable(ctx, rows)), ...buttons] }];
}

async function renewalsPart(ctx: Context, { contracts, dues }: Digest): Promise<Part[]> {
  if (contracts.length + dues.length === 0) return [];
  const { locale } = ctx;
  const t = DIGEST_TEXTS[locale];
  const owed = amounts(locale, totals(dues.map(({ amount }) => amount)));
  const texts = [
    contracts.length > 0 && t.contracts(contracts.length),
    dues.length > 0 && t.dues(dues.length, owed),
  ].filter((text) => text !== false);
  const rights = await rightsOf(ctx);
  const tables = [
    ...(contracts.length > 0 ? [first(contractTable(ctx, contracts, rights))] : []),
    ...(dues.length > 0 ? [first(dueTable(ctx, dues, rights.pay))] : []),
  ];
  const buttons = buttonsIn(
    ...(contracts.length > 0 ? [start(t.labels.allContracts, 'contracts.list', { status: 'expiring' })] : []),
    ...(dues.length > 0 ? [start(t.labels.allDues, 'payments.due.list')] : []),
  );
  return [{ topic: 'renewals', text: texts.join(' '), blocks: [...tables, ...buttons] }];
}

function cardsPart({ locale }: Context, { cards }: Digest): Part[] {
  if (cards.length === 0) return [];
  const t = DIGEST_TEXTS[locale];
  const state = ({ expires, expired }: MethodView) => {
    const [year, month] = (expires ?? '').split('-');
    return (expired ? t.expired : t.expires)(`${month}/${year}`);
  };
  const names = cards.slice(0, MOST).map((card) => `${methodName(locale, card)} (${state(card)})`);
  const more = cards.length - names.length;
  const text = t.cards(cards.length, more > 0 ? `${names.join(', ')} ${t.more(more)}` : listed(locale, names));
  const actions: Button<Action>[] = [
    start(t.labels.addCard, 'billing.methods.add', { method: 'card' }),
    start(t.labels.methods, 'billing.methods.list'),
  ];
  return [{ topic: 'expiring_cards', text, blocks: buttonsIn(...actions) }];
}

/** So many rows of each table, so that all of them together fit a card on every platform. */
const ROWS = 3;
const first = (table: Table): Table => ({ ...table, rows: table.rows.slice(0, ROWS) });
