import type { Block, Rich } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { showDate, showMoment } from '../../src/lib/dates.ts';
import { invoiceType } from '../../src/lib/invoice-words.ts';
import { intlTag, type Locale } from '../../src/lib/locale.ts';
import { type Money, showMoney } from '../../src/lib/money.ts';
import type { InvoiceDetails, InvoiceLine } from '../../src/portal/invoices/details.ts';
import type { Context } from '../define.ts';
import type { ShowTexts } from './show-texts.ts';
import { span, stateOf } from './words.ts';

type Ctx = Pick<Context, 'locale' | 'today' | 'timeZone'>;
type Fields = Extract<Block<Action>, { type: 'fields' }>;

/** More lines or payments than these stand in the PDF, and the card says so. */
const LINES = 10;
const PAYMENTS = 5;

/** What there is to say of the invoice itself; what is nought is left out, the total and what is left never. */
export function factsOf({ locale, today }: Ctx, invoice: InvoiceDetails, t: ShowTexts): Fields {
  const show = (amount: Money) => showMoney(locale, amount);
  const some = (label: string, amount: Money) => (Number(amount.amount) === 0 ? [] : [{ label, value: show(amount) }]);
  const left: { label: string; value: Rich } = invoice.creditBalance
    ? { label: t.creditBalance, value: [{ b: show(invoice.creditBalance) }] }
    : { label: t.left, value: [{ b: show(invoice.left) }] };
  return {
    type: 'fields',
    items: [
      { label: t.state, value: stateOf(locale, today, invoice) },
      { label: t.type, value: invoiceType(locale, invoice.type) },
      ...(invoice.purchaseOrder ? [{ label: t.purchaseOrder, value: invoice.purchaseOrder }] : []),
      { label: t.issued, value: showDate(locale, invoice.issuedOn) },
      { label: t.due, value: showDate(locale, invoice.dueOn) },
      { label: t.net, value: show(invoice.net) },
      { label: t.tax, value: show(invoice.tax) },
      { label: t.total, value: show(invoice.total) },
      ...some(t.credited, invoice.credited),
      ...some(t.adjusted, invoice.adjusted),
      ...some(t.paid, invoice.paid),
      left,
      ...some(t.reserved, invoice.reserved),
      ...(invoice.underWay ? [{ label: t.available, value: show(invoice.available) }] : []),
      ...invoice.disputes
        .filter(({ state }) => state === 'open')
        .map(({ caseNumber, reason }) => ({ label: t.dispute, value: `${caseNumber}: ${reason}` })),
    ],
  };
}

export function linesOf({ locale }: Ctx, { lines }: InvoiceDetails, t: ShowTexts): Block<Action>[] {
  if (lines.length === 0) return [];
  const rows = lines.slice(0, LINES).map((line) => ({
    cells: [line.product, detailOf(locale, line, t), showMoney(locale, line.amount)],
  }));
  const columns = [{ label: t.product }, { label: t.lineDetails }, { label: t.amount, align: 'right' as const }];
  const rest = lines.length - LINES;
  return [
    { type: 'table', columns, rows },
    ...(rest > 0 ? [{ type: 'text', text: t.moreLines(rest), style: 'muted' } as const] : []),
  ];
}

/** "2.5 × €20.00, 1 Sep 2026 – 30 Sep 2026, order 88012". */
function detailOf(
  locale: Locale,
  { quantity, unitPrice, amount, period, orderNumber }: InvoiceLine,
  t: ShowTexts,
): string {
  const number = new Intl.NumberFormat(intlTag[locale], { maximumFractionDigits: 6 });
  const price = new Intl.NumberFormat(intlTag[locale], {
    ...{ style: 'currency', currency: amount.currency, useGrouping: 'always', maximumFractionDigits: 6 },
  });
  const each = price.format(unitPrice as Intl.StringNumericLiteral);
  const parts = [
    `${number.format(quantity as Intl.StringNumericLiteral)} × ${each}`,
    period && span(locale, period),
    orderNumber && `${t.order} ${orderNumber}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** Payments and rewards of here by their state, then those the supplier's books know and we don't. */
export function paidOf({ locale, timeZone }: Ctx, invoice: InvoiceDetails, t: ShowTexts): Block<Action>[] {
  const ours = invoice.payments.map((payment) => {
    const part = payment.items.find(({ id }) => id === invoice.id)?.amount ?? payment.amount;
    const when = showMoment(locale, timeZone, new Date(payment.confirmedAt));
    return {
      cells: [payment.number, `${t.states[payment.state]}, ${when}, ${payment.payer.name}`, showMoney(locale, part)],
    };
  });
  const rewards = invoice.redemptions.map(({ number, state, at, by, value }) => {
    const what = state === 'reserved' ? t.rewardsReserved : t.rewardsUsed;
    return {
      cells: [number, `${what}, ${showMoment(locale, timeZone, new Date(at))}, ${by}`, showMoney(locale, value)],
    };
  });
  const known = new Set<string | null>([
    ...invoice.payments.map(({ reference }) => reference),
    ...invoice.redemptions.map(({ number }) => number),
  ]);
  const booked = invoice.settlements
    .filter(({ reference }) => !known.has(reference))
    .map(({ reference, paidOn, amount }) => ({
      cells: [reference, `${t.booked}, ${showDate(locale, paidOn)}`, showMoney(locale, amount)],
    }));
  const rows = [...ours, ...rewards, ...booked];
  if (rows.length === 0) return [];
  const columns = [{ label: t.payment }, { label: t.lineDetails }, { label: t.amount, align: 'right' as const }];
  const rest = rows.length - PAYMENTS;
  return [
    { type: 'table', columns, rows: rows.slice(0, PAYMENTS) },
    ...(rest > 0 ? [{ type: 'text', text: t.morePayments(rest), style: 'muted' } as const] : []),
  ];
}
