import type { PaymentView } from '../../src/portal/payments/view.ts';
import { defineHomePart } from '../define.ts';
import { brief, buttonsIn, decisions, MOST, start } from '../home.ts';
import { dueTable } from './due-cards.ts';
import { paymentTable, rowActions } from './tables.ts';
import { paidWith, whatFor } from './words.ts';

const TEXTS = {
  en: {
    asks: (payment: PaymentView) => `, asked for by ${payment.payer.name} (${payment.number})`,
    decideAll: 'Choose a payment to approve',
    showAll: 'Show payments',
    allDue: 'Show all payments due',
  },
  pl: {
    asks: (payment: PaymentView) => `, zleca ${payment.payer.name} (${payment.number})`,
    decideAll: 'Wybierz płatność do zatwierdzenia',
    showAll: 'Pokaż płatności',
    allDue: 'Pokaż wszystkie płatności należne',
  },
};

/** Payments whose decision the person asking is. */
export const paymentsToDecide = defineHomePart({
  title: { en: 'Payments waiting for your decision', pl: 'Płatności czekające na Twoją decyzję' },
  permission: 'own',
  async render(ctx) {
    const { locale, portal } = ctx;
    const t = TEXTS[locale];
    const { toDecide } = await portal.payments.waiting({});
    const things = toDecide.map((payment) => ({
      what: [{ b: whatFor(locale, payment) }, ` ${paidWith(locale, payment.method)}${t.asks(payment)}`],
      buttons: rowActions(ctx, payment),
    }));
    return decisions(locale, things, start(t.decideAll, 'payments.approve'));
  },
});

/** The person's own payments that have not ended. */
export const ownPayments = defineHomePart({
  title: { en: 'Your payments under way', pl: 'Twoje płatności w toku' },
  permission: 'own',
  async render(ctx) {
    const { mine } = await ctx.portal.payments.waiting({});
    if (mine.length === 0) return undefined;
    const table = brief(paymentTable(ctx, mine, (payment) => rowActions(ctx, payment)));
    const more = mine.length > MOST ? [start(TEXTS[ctx.locale].showAll, 'payments.list')] : [];
    return [table, ...buttonsIn(...more)];
  },
});

/** What is due besides invoices, for those who may pay it. */
export const paymentsDue = defineHomePart({
  title: { en: 'Payments due', pl: 'Płatności należne' },
  permission: 'due.pay',
  async render(ctx) {
    const { rows, next } = await ctx.portal.dues.list({ limit: MOST });
    if (rows.length === 0) return undefined;
    const table = dueTable(ctx, rows, true);
    // Paying it where it can be paid, else showing it.
    const rest = table.rows.map(({ cells, actions = [] }) => ({ cells, actions: actions.slice(-1) }));
    const more = next ? [start(TEXTS[ctx.locale].allDue, 'payments.due.list')] : [];
    return [{ ...table, rows: rest }, ...buttonsIn(...more)];
  },
});
