import { addDays } from '../../src/lib/dates.ts';
import type { Locale } from '../../src/lib/locale.ts';
import type { MethodView } from '../../src/portal/payments/method-view.ts';
import type { PaymentView } from '../../src/portal/payments/view.ts';
import { defineHomePart } from '../define.ts';
import { brief, buttonsIn, decisions, MOST, start } from '../home.ts';
import { dueTable } from './due-cards.ts';
import { paymentTable, rowActions } from './tables.ts';
import { methodName, paidWith, whatFor } from './words.ts';

const TEXTS = {
  en: {
    asks: (payment: PaymentView) => `, asked for by ${payment.payer.name} (${payment.number})`,
    decideAll: 'Choose a payment to approve',
    showAll: 'Show payments',
    allDue: 'Show all payments due',
    method: 'Payment method',
    state: 'State',
    expired: (month: string) => `expired ${month}`,
    expires: (month: string) => `expires ${month}`,
    default: 'default',
    advice: 'An expired card can’t be charged: choose another method when you pay.',
  },
  pl: {
    asks: (payment: PaymentView) => `, zleca ${payment.payer.name} (${payment.number})`,
    decideAll: 'Wybierz płatność do zatwierdzenia',
    showAll: 'Pokaż płatności',
    allDue: 'Pokaż wszystkie płatności należne',
    method: 'Metoda płatności',
    state: 'Stan',
    expired: (month: string) => `ważna była do ${month}`,
    expires: (month: string) => `ważna do ${month}`,
    default: 'domyślna',
    advice: 'Karty, która straciła ważność, nie można obciążyć: przy płaceniu wybierz inną metodę.',
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

/** How long before a card expires it is worth a thought, in days. */
const SOON = 31;

/** Cards that stop working soon, and a default that has: what to do about it is for those who may change it. */
export const expiringCards = defineHomePart({
  title: { en: 'Expiring cards', pl: 'Karty tracące ważność' },
  permission: 'billing.change',
  async render({ locale, portal, today }) {
    const t = TEXTS[locale];
    const until = addDays(today, SOON).slice(0, 7);
    const soon = ({ expires, expired, isDefault }: MethodView) =>
      expires && expires <= until && (!expired || isDefault);
    const cards = (await portal.payments.methods({})).methods.filter(soon);
    if (cards.length === 0) return undefined;
    const rows = cards.slice(0, MOST).map((card) => ({
      cells: [methodName(locale, card), stateOf(locale, card)],
    }));
    return [
      { type: 'table', columns: [{ label: t.method }, { label: t.state }], rows },
      { type: 'text', text: t.advice, style: 'muted' },
    ];
  },
});

/** "expired 10/2026, default". */
function stateOf(locale: Locale, { expires, expired, isDefault }: MethodView): string {
  const t = TEXTS[locale];
  const [year, month] = (expires ?? '').split('-');
  const until = `${month}/${year}`;
  return [expired ? t.expired(until) : t.expires(until), ...(isDefault ? [t.default] : [])].join(', ');
}
