import type { IsoDate } from '../../lib/dates.ts';
import { CodedError } from '../../lib/errors.ts';
import { Decimal, type Money, money } from '../../lib/money.ts';
import { type PaymentView, readPayments } from '../payments/view.ts';
import { type RedemptionView, readRedemptions } from '../rewards/history.ts';
import type { Scope } from '../scope.ts';
import { type InvoiceRow, withBalances } from './row.ts';

export interface InvoiceLine {
  product: string;
  /** Decimal strings; a unit price may have more digits than the currency. */
  quantity: string;
  unitPrice: string;
  amount: Money;
  /** Both days belong to it. */
  period: { from: IsoDate; to: IsoDate } | null;
  orderNumber: string | null;
}

interface InvoiceDispute {
  caseNumber: string;
  reason: string;
  by: string;
  state: 'open' | 'closed';
  at: string;
}

/** Everything of one invoice (PRODUCT.md section 3). */
export interface InvoiceDetails extends InvoiceRow {
  lines: InvoiceLine[];
  net: Money;
  tax: Money;
  credited: Money;
  adjusted: Money;
  /** In the loaded data and through us, with rewards too. */
  paid: Money;
  /** By payments under way. */
  reserved: Money;
  /** What was paid or credited beyond the total. */
  creditBalance: Money | null;
  /** Payments as the loaded data knows them. */
  settlements: { reference: string; paidOn: IsoDate; amount: Money }[];
  /** Payments made here, newest first. */
  payments: PaymentView[];
  /** Rewards used on it, newest first; reserved ones with a payment that has not ended. */
  redemptions: RedemptionView[];
  disputes: InvoiceDispute[];
}

/** Nobody redeems more often on one invoice; what is beyond is in the paid sum all the same. */
const MOST_REDEMPTIONS = 100;

const day = (date: Date): IsoDate => date.toISOString().slice(0, 10);

/** Reads one invoice of the account with all that belongs to it; throws `not_found`. */
export async function readDetails(scope: Scope, id: string): Promise<InvoiceDetails> {
  const found = await scope.tx.invoice.findUnique({
    where: { id },
    omit: { pdf: true },
    include: {
      lines: { orderBy: { position: 'asc' } },
      settlements: { orderBy: [{ paidOn: 'desc' }, { reference: 'asc' }] },
      allocations: { select: { paymentId: true }, orderBy: { payment: { confirmedAt: 'desc' } } },
      disputes: {
        orderBy: { createdAt: 'desc' },
        include: { contact: { select: { name: true } }, case: { select: { number: true } } },
      },
    },
  });
  if (!found) throw new CodedError('not_found', 'not_found', {});
  const { number, purchaseOrder, type, currency } = found;
  const [total, left] = [found.total.toFixed(), found.leftToPay?.toFixed() ?? '0'];
  const dates = { issuedOn: day(found.issuedOn), dueOn: day(found.dueOn) };
  const [row] = await withBalances(scope, [
    { ...{ id, number, purchaseOrder, type, currency, total, left }, ...dates },
  ]);
  const paymentIds = [...new Set(found.allocations.map(({ paymentId }) => paymentId))];
  const shown = (amount: Decimal.Value) => money(amount, currency);
  const balance = new Decimal(left);
  return {
    ...row!,
    net: shown(found.net.toFixed()),
    tax: shown(found.tax.toFixed()),
    credited: shown(found.credited.toFixed()),
    adjusted: shown(found.adjusted.toFixed()),
    paid: shown(new Decimal(found.paidLoaded.toFixed()).plus(found.paidHere.toFixed())),
    reserved: shown(Decimal.max(balance.minus(row!.available.amount), 0)),
    creditBalance: balance.isNegative() ? shown(balance.negated()) : null,
    lines: found.lines.map((line) => ({
      product: line.product,
      quantity: line.quantity.toFixed(),
      unitPrice: line.unitPrice.toFixed(),
      amount: shown(line.amount.toFixed()),
      period: line.periodFrom && line.periodTo ? { from: day(line.periodFrom), to: day(line.periodTo) } : null,
      orderNumber: line.orderNumber,
    })),
    settlements: found.settlements.map(({ reference, paidOn, amount }) => ({
      ...{ reference, paidOn: day(paidOn), amount: shown(amount.toFixed()) },
    })),
    payments: await readPayments(scope, paymentIds, scope.actor.id),
    redemptions: await readRedemptions(scope, { invoiceId: id, limit: MOST_REDEMPTIONS }),
    disputes: found.disputes.map(({ reason, state, createdAt, contact, case: { number: caseNumber } }) => ({
      ...{ caseNumber, reason, by: contact.name, at: createdAt.toISOString(), state: state as InvoiceDispute['state'] },
    })),
  };
}
