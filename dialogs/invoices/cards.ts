import type { Block, Button } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { showDate } from '../../src/lib/dates.ts';
import { invoiceType } from '../../src/lib/invoice-words.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { InvoiceRow } from '../../src/portal/invoices/row.ts';
import type { Context } from '../define.ts';
import { stateOf } from './words.ts';

interface Labels {
  invoice: string;
  due: string;
  issued: string;
  state: string;
  type: string;
  left: string;
  total: string;
  details: string;
  pay: string;
  pdf: string;
  choose: string;
}

const LABELS: Localized<Labels> = {
  en: {
    ...{ invoice: 'Invoice', due: 'Due', issued: 'Issued', state: 'State', type: 'Type' },
    ...{ left: 'Left to pay', total: 'Total', details: 'Details', pay: 'Pay', pdf: 'PDF', choose: 'Choose' },
  },
  pl: {
    ...{ invoice: 'Faktura', due: 'Termin', issued: 'Wystawiona', state: 'Stan', type: 'Rodzaj' },
    ...{ left: 'Do zapłaty', total: 'Razem', details: 'Szczegóły', pay: 'Zapłać', pdf: 'PDF', choose: 'Wybierz' },
  },
};

type Ctx = Pick<Context, 'locale' | 'today'>;
type Table = Extract<Block<Action>, { type: 'table' }>;

/** Invoices with what can be done with each; closed ones by issue date and total, others by due date and what is left. */
export function invoiceTable(ctx: Ctx, rows: readonly InvoiceRow[], closed = false): Table {
  return table(ctx, rows, closed, (row) => rowActions(ctx, row));
}

/** Invoices to choose from: pressing one answers the question it stands under. */
export function choiceTable(ctx: Ctx, rows: readonly InvoiceRow[]): Table {
  const label = LABELS[ctx.locale].choose;
  return table(ctx, rows, false, ({ id }) => [{ label, action: { do: 'fill', slots: { ref: id } } }]);
}

/** Details, Pay where something can be paid, PDF. */
function rowActions({ locale }: Ctx, { id, payable }: InvoiceRow): Button<Action>[] {
  const t = LABELS[locale];
  const slots = { ref: id };
  return [
    { label: t.details, action: { do: 'start', intent: 'invoices.show', slots } },
    ...(payable ? [{ label: t.pay, action: { do: 'start', intent: 'invoices.pay', slots } } as const] : []),
    { label: t.pdf, action: { do: 'start', intent: 'invoices.download', slots } },
  ];
}

function table(
  { locale, today }: Ctx,
  rows: readonly InvoiceRow[],
  closed: boolean,
  actions: (row: InvoiceRow) => Button<Action>[],
): Table {
  const t = LABELS[locale];
  const labels = closed ? [t.invoice, t.issued, t.type, t.total] : [t.invoice, t.due, t.state, t.left];
  return {
    type: 'table',
    columns: labels.map((label, at) => ({ label, ...(at === 3 && { align: 'right' as const }) })),
    rows: rows.map((row) => ({
      cells: closed
        ? [row.number, showDate(locale, row.issuedOn), invoiceType(locale, row.type), showMoney(locale, row.total)]
        : [row.number, showDate(locale, row.dueOn), stateOf(locale, today, row), showMoney(locale, row.left)],
      actions: actions(row),
    })),
  };
}
