import type { Block, Button } from '../../src/kit/card.ts';
import type { Action, Draft, FrameSlots, Question, Resolution } from '../../src/kit/dialog.ts';
import { isCoded } from '../../src/lib/errors.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { DueRow } from '../../src/portal/dues/row.ts';
import type { InvoiceRow } from '../../src/portal/invoices/row.ts';
import { type Context, slot } from '../define.ts';
import { buttonsIn, start } from '../home.ts';
import { calledBy } from '../payments/due-cards.ts';
import { duesFor, isInvoice } from '../payments/due-for.ts';
import { forItems } from '../payments/words.ts';
import { choiceTable } from './cards.ts';
import { resolveInvoice } from './slots.ts';

/** Invoices by id, or all of a status; `all` and `unpaid` are what is unpaid (PRODUCT.md section 3). */
export type Wanted = { ids: string[] } | { status: 'overdue' | 'open' | 'unpaid' };

const OFFERED = 5;

interface InvoicesTexts {
  which: string;
  closed: string;
  nothing: string;
  whichForAmount: string;
  these: string;
  /** @param what "PLN 18,942.00 for order 88019" */
  due(number: string, what: string): string;
  payDue(amount: string): string;
  overdue: string;
}

const TEXTS: Localized<InvoicesTexts> = {
  en: {
    which: 'Which invoice would you like to pay?',
    closed: 'Closed invoices have nothing left to pay, so there is nothing to do.',
    nothing: 'Nothing is left to pay: there are no unpaid invoices.',
    whichForAmount: 'An amount can be paid on one invoice at a time. Which one is it for?',
    these: 'All of these',
    due: (number, what) => `There is no invoice ${number}, but there is ${what} to be paid.`,
    payDue: (amount) => `Pay ${amount}`,
    overdue: 'All overdue',
  },
  pl: {
    which: 'Którą fakturę zapłacić?',
    closed: 'Na zamkniętych fakturach nie zostało nic do zapłaty, więc nie ma czego płacić.',
    nothing: 'Nie ma nic do zapłaty: wszystkie faktury są opłacone.',
    whichForAmount: 'Kwotę można zapłacić za jedną fakturę naraz. Za którą?',
    these: 'Wszystkie z tej listy',
    due: (number, what) => `Nie ma faktury ${number}, ale do zapłaty jest ${what}.`,
    payDue: (amount) => `Zapłać ${amount}`,
    overdue: 'Wszystkie zaległe',
  },
};

const WHICH = {
  ask: { en: TEXTS.en.which, pl: TEXTS.pl.which },
  status: 'unpaid' as const,
  implied: ({ payable }: InvoiceRow) => payable,
};

/** What is to be paid: one invoice, several that a button names by their ids, or all of a status. */
export const payableInvoices = slot<Wanted>({
  takes: ['invoice', 'ordinal', 'status', 'ref'],
  async resolve(ctx, said) {
    const wanted = await wantedBy(ctx, said);
    const several = 'value' in wanted && ('status' in wanted.value || wanted.value.ids.length > 1);
    return several && said.amount ? { again: await whichForAmount(ctx, wanted.value) } : wanted;
  },
  ask: (ctx) => ({ text: TEXTS[ctx.locale].which, awaiting: 'invoice' }),
});

async function wantedBy(ctx: Context, said: FrameSlots): Promise<Resolution<Wanted>> {
  if (said.ref) return { value: { ids: said.ref.split(',') } };
  if (said.status && !said.invoice && !said.ordinal) return byStatus(ctx, said.status);
  try {
    const found = await resolveInvoice(ctx, said, WHICH);
    if ('value' in found) return { ...found, value: { ids: [found.value.id] } };
    const [due] =
      said.invoice && !(await isInvoice(ctx, said.invoice)) ? ((await duesFor(ctx, said.invoice)) ?? []) : [];
    if (due?.state === 'due') return { stop: dueInstead(ctx, said, due) };
    if ('again' in found) return { again: withSeveral(ctx, found.again, said) };
    return 'stop' in found && !said.invoice ? { stop: { text: TEXTS[ctx.locale].nothing } } : found;
  } catch (error) {
    if (!isCoded(error, 'forbidden')) throw error;
    // Whoever may not even see invoices is told what paying takes, not what looking takes.
    await ctx.portal.payments.quote({ status: 'overdue' });
    throw error;
  }
}

/** No invoice has the number, but an order or a contract that waits to be paid. */
function dueInstead({ locale }: Context, { invoice, method }: FrameSlots, row: DueRow): Draft {
  const t = TEXTS[locale];
  const amount = showMoney(locale, row.amount);
  const text = t.due(invoice ?? '', `${amount} ${forItems(locale, [{ kind: row.kind, number: calledBy(row) }])}`);
  const pay = start(t.payDue(amount), 'payments.due.pay', { ref: row.id, ...(method && { method }) });
  return { text, card: { blocks: [{ type: 'text', text }, ...buttonsIn(pay)] } };
}

function byStatus({ locale }: Context, status: string): Resolution<Wanted> {
  if (status === 'closed') return { stop: { text: TEXTS[locale].closed } };
  if (status === 'overdue' || status === 'open') return { value: { status } };
  return status === 'all' || status === 'unpaid' ? { value: { status: 'unpaid' } } : { missing: true };
}

/** Beside the rows to choose from: all of them together ("pay both" after a list), or all that is overdue. */
function withSeveral({ locale, shown }: Context, question: Question, { amount }: FrameSlots): Question {
  const blocks = question.card?.blocks;
  if (!blocks || amount) return question;
  const t = TEXTS[locale];
  const unpaid = shown?.kind === 'invoice' && ['overdue', 'open', 'unpaid'].includes(shown.slots.status ?? '');
  const refs = unpaid ? shown.refs : [];
  const fill = (label: string, slots: FrameSlots): Button<Action> => ({ label, action: { do: 'fill', slots } });
  const these = refs.length > 1 ? [fill(`${t.these} (${refs.length})`, { ref: refs.join(',') })] : [];
  const buttons = [...these, fill(t.overdue, { status: 'overdue' })];
  return { ...question, card: { blocks: [...blocks, { type: 'actions', buttons }] } };
}

async function whichForAmount(ctx: Context, wanted: Wanted): Promise<Question> {
  const text = TEXTS[ctx.locale].whichForAmount;
  const rows = await rowsOf(ctx, wanted);
  const status = 'status' in wanted ? wanted.status : 'unpaid';
  const blocks: Block<Action>[] = [{ type: 'text', text }, choiceTable(ctx, rows)];
  const shown = { kind: 'invoice' as const, intent: 'invoices.list' as const, slots: { status } };
  return { text, awaiting: 'invoice', card: { blocks }, shown: { ...shown, refs: rows.map(({ id }) => id) } };
}

async function rowsOf({ portal }: Context, wanted: Wanted): Promise<InvoiceRow[]> {
  if ('status' in wanted) return (await portal.invoices.list({ status: wanted.status, limit: OFFERED })).rows;
  return Promise.all(wanted.ids.slice(0, OFFERED).map((id) => portal.invoices.show({ id })));
}
