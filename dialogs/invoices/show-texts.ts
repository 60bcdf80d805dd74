import { showDate } from '../../src/lib/dates.ts';
import { counted, type Localized } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { InvoiceDetails } from '../../src/portal/invoices/details.ts';
import type { PaymentView } from '../../src/portal/payments/view.ts';

export interface ShowTexts extends Record<Label, string> {
  title(invoice: InvoiceDetails): string;
  /** @param state in words, e.g. "12 days overdue" */
  summary(invoice: InvoiceDetails, state: string): string;
  moreLines(n: number): string;
  morePayments(n: number): string;
  states: Record<PaymentView['state'], string>;
}

type Label =
  | 'state'
  | 'type'
  | 'purchaseOrder'
  | 'issued'
  | 'due'
  | 'net'
  | 'tax'
  | 'total'
  | 'credited'
  | 'adjusted'
  | 'paid'
  | 'left'
  | 'creditBalance'
  | 'reserved'
  | 'available'
  | 'dispute'
  | 'disputeIt'
  | 'product'
  | 'lineDetails'
  | 'amount'
  | 'order'
  | 'payment'
  | 'booked'
  | 'rewardsUsed'
  | 'rewardsReserved'
  | 'pay'
  | 'pdf'
  | 'email';

const LINES = {
  en: { one: 'more line', other: 'more lines' },
  pl: { one: 'pozycja', few: 'pozycje', many: 'pozycji', other: 'pozycji' },
} as const;
const PAYMENTS = {
  en: { one: 'earlier payment', other: 'earlier payments' },
  pl: {
    one: 'wcześniejsza płatność',
    few: 'wcześniejsze płatności',
    many: 'wcześniejszych płatności',
    other: 'płatności',
  },
} as const;

const isCreditNote = ({ total }: InvoiceDetails): boolean => total.amount.startsWith('-');

export const showTexts: Localized<ShowTexts> = {
  en: {
    title: (invoice) => `${isCreditNote(invoice) ? 'Credit note' : 'Invoice'} ${invoice.number}`,
    summary(invoice, state) {
      const { number, left, dueOn, status, creditBalance, total } = invoice;
      if (isCreditNote(invoice)) return `Credit note ${number} for ${showMoney('en', total)}.`;
      if (creditBalance)
        return `Invoice ${number} is paid, with a credit balance of ${showMoney('en', creditBalance)}.`;
      if (status === 'closed') return `Invoice ${number} is closed: nothing is left to pay.`;
      return `Invoice ${number}: ${showMoney('en', left)} left to pay, due on ${showDate('en', dueOn)} (${state}).`;
    },
    moreLines: (n) => `${counted('en', n, LINES)} in the PDF.`,
    morePayments: (n) => `And ${counted('en', n, PAYMENTS)}.`,
    states: {
      awaiting_approval: 'waiting for approval',
      awaiting_payer: 'waiting on the payment page',
      processing: 'being processed',
      needs_review: 'being looked into',
      succeeded: 'paid',
      failed: 'failed',
      declined: 'declined',
      withdrawn: 'withdrawn',
      expired: 'expired',
      refunded: 'refunded',
    },
    ...{ state: 'State', type: 'Type', purchaseOrder: 'Purchase order', issued: 'Issued', due: 'Due' },
    ...{ net: 'Net', tax: 'Tax', total: 'Total', credited: 'Credited', adjusted: 'Adjusted', paid: 'Paid' },
    ...{ left: 'Left to pay', creditBalance: 'Credit balance', reserved: 'Payment submitted' },
    ...{
      available: 'Can still be paid',
      dispute: 'In dispute',
      disputeIt: 'Dispute',
      product: 'Product',
      lineDetails: 'Details',
    },
    ...{ amount: 'Amount', order: 'order', payment: 'Payment', booked: 'booked by the supplier' },
    ...{ rewardsUsed: 'rewards', rewardsReserved: 'rewards, payment submitted' },
    ...{ pay: 'Pay', pdf: 'Download PDF', email: 'E-mail it to me' },
  },
  pl: {
    title: (invoice) => `${isCreditNote(invoice) ? 'Faktura korygująca' : 'Faktura'} ${invoice.number}`,
    summary(invoice, state) {
      const { number, left, dueOn, status, creditBalance, total } = invoice;
      if (isCreditNote(invoice)) return `Faktura korygująca ${number} na kwotę ${showMoney('pl', total)}.`;
      if (creditBalance) return `Faktura ${number} jest opłacona, nadpłata wynosi ${showMoney('pl', creditBalance)}.`;
      if (status === 'closed') return `Faktura ${number} jest zamknięta, nic nie zostało do zapłaty.`;
      return `Faktura ${number}: do zapłaty ${showMoney('pl', left)}, termin ${showDate('pl', dueOn)} (${state}).`;
    },
    moreLines: (n) => `Jeszcze ${counted('pl', n, LINES)} w pliku PDF.`,
    morePayments: (n) => `Oraz ${counted('pl', n, PAYMENTS)}.`,
    states: {
      awaiting_approval: 'czeka na zatwierdzenie',
      awaiting_payer: 'czeka na stronie płatności',
      processing: 'przetwarzana',
      needs_review: 'wyjaśniana',
      succeeded: 'opłacona',
      failed: 'nieudana',
      declined: 'odrzucona',
      withdrawn: 'wycofana',
      expired: 'wygasła',
      refunded: 'zwrócona',
    },
    ...{
      state: 'Stan',
      type: 'Rodzaj',
      purchaseOrder: 'Zamówienie zakupu',
      issued: 'Wystawiona',
      due: 'Termin płatności',
    },
    ...{ net: 'Netto', tax: 'Podatek', total: 'Razem', credited: 'Uznania', adjusted: 'Korekty', paid: 'Zapłacono' },
    ...{ left: 'Do zapłaty', creditBalance: 'Nadpłata', reserved: 'Płatność w toku' },
    ...{
      available: 'Można jeszcze zapłacić',
      dispute: 'Zakwestionowana',
      disputeIt: 'Zareklamuj',
      product: 'Produkt',
      lineDetails: 'Szczegóły',
    },
    ...{ amount: 'Kwota', order: 'zamówienie', payment: 'Płatność', booked: 'zaksięgowana u dostawcy' },
    ...{ rewardsUsed: 'nagrody', rewardsReserved: 'nagrody, płatność w toku' },
    ...{ pay: 'Zapłać', pdf: 'Pobierz PDF', email: 'Wyślij mi e-mailem' },
  },
};
