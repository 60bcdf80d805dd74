import { DUE_KINDS, dueName } from '../../lib/due-words.ts';
import type { Locale, Localized } from '../../lib/locale.ts';
import { type Money, showMoney } from '../../lib/money.ts';

type Details = Readonly<Record<string, unknown>>;

/** " INV-1042", or nothing where the refusal names none. */
const named = ({ number }: Details): string => (typeof number === 'string' ? ` ${number}` : '');

/** "order 88019"; undefined where the refusal is about something else. */
function dueOf(locale: Locale, { kind, number }: Details): string | undefined {
  const known = DUE_KINDS.find((one) => one === kind);
  return known && typeof number === 'string' ? dueName(locale, { kind: known, number }) : undefined;
}

const sum = (locale: Locale, money: unknown): string =>
  money ? showMoney(locale, money as Money) : { en: 'what is available', pl: 'dostępna kwota' }[locale];

/** " ending 4242". */
const ending = ({ last4 }: Details, word: string): string => (typeof last4 === 'string' ? ` ${word} ${last4}` : '');

/** Why nothing was paid, decided or taken back. */
export const PAYMENT_REASONS: Record<string, Localized<(details: Details) => string>> = {
  invoice_closed: {
    en: (d) => `Nothing is left to pay on invoice${named(d)}, so nothing was charged.`,
    pl: (d) => `Na fakturze${named(d)} nie zostało nic do zapłaty, więc nic nie pobrano.`,
  },
  under_way: {
    en: (d) =>
      `A payment for ${dueOf('en', d) ?? `all that is left on invoice${named(d)}`} has been submitted already, so nothing more was charged. You can see it under payments.`,
    pl: (d) =>
      `Płatność za ${dueOf('pl', d) ?? `całą pozostałą kwotę faktury${named(d)}`} jest już w toku, więc nic więcej nie pobrano. Widać ją w historii płatności.`,
  },
  due_closed: {
    en: (d) => `Nothing is left to pay for ${dueOf('en', d) ?? 'that'}, so nothing was charged.`,
    pl: (d) => `Za ${dueOf('pl', d) ?? 'to'} nie ma już nic do zapłaty, więc nic nie pobrano.`,
  },
  due_changed: {
    en: (d) =>
      `What is to be paid for ${dueOf('en', d) ?? 'that'} has just changed to ${sum('en', d.amount)}, so nothing was charged. Please ask for it again to pay that.`,
    pl: (d) =>
      `Kwota do zapłaty za ${dueOf('pl', d) ?? 'to'} właśnie się zmieniła (teraz ${sum('pl', d.amount)}), więc nic nie pobrano. Aby ją zapłacić, proszę zlecić płatność jeszcze raz.`,
  },
  alternative_needed: {
    en: () =>
      'The charge failed on that card, so it takes another payment method. Nothing was charged; please choose another one or pay on the payment page.',
    pl: () =>
      'Na tej karcie transakcja się nie powiodła, więc potrzebna jest inna metoda płatności. Nic nie pobrano; proszę wybrać inną albo zapłacić na stronie płatności.',
  },
  disputed: {
    en: (d) =>
      `Invoice${named(d)} is in dispute, so it was not paid and nothing was charged. You can still pay it by asking for it by its number.`,
    pl: (d) =>
      `Faktura${named(d)} jest reklamowana, więc nie została opłacona i nic nie pobrano. Można ją mimo to zapłacić, podając jej numer.`,
  },
  more_than_available: {
    en: (d) =>
      `That’s more than can be paid on invoice${named(d)} now: at most ${sum('en', d.available)}. Nothing was charged; please give a smaller amount.`,
    pl: (d) =>
      `To więcej, niż można teraz zapłacić za fakturę${named(d)} (najwyżej ${sum('pl', d.available)}). Nic nie pobrano; proszę podać mniejszą kwotę.`,
  },
  amount_too_small: {
    en: () => 'The amount has to be more than zero. Nothing was charged; please give another amount.',
    pl: () => 'Kwota musi być większa od zera. Nic nie pobrano; proszę podać inną kwotę.',
  },
  minor_digits: {
    en: (d) =>
      `That amount has more decimal places than ${d.currency ?? 'the currency'} has. Nothing was charged; please give it without them.`,
    pl: (d) =>
      `Ta kwota ma więcej miejsc po przecinku, niż przewiduje waluta${d.currency ? ` ${d.currency}` : ''}. Nic nie pobrano; proszę podać ją dokładniej.`,
  },
  currency_mismatch: {
    en: (d) =>
      `Invoice${named(d)} is in ${d.currency ?? 'another currency'} and can only be paid in that currency. Nothing was charged; please give the amount in it.`,
    pl: (d) =>
      `Faktura${named(d)} jest wystawiona w innej walucie${d.currency ? ` (${d.currency})` : ''} i tylko w niej można ją zapłacić. Nic nie pobrano; proszę podać kwotę w tej walucie.`,
  },
  which_invoice: {
    en: () => 'An amount can be given for one invoice at a time. Nothing was charged; which invoice is it for?',
    pl: () => 'Kwotę można podać tylko dla jednej faktury naraz. Nic nie pobrano. Której faktury dotyczy?',
  },
  nothing_named: {
    en: () => 'Please say which invoice to pay, or “all overdue”. Nothing was charged.',
    pl: () => 'Proszę podać numer faktury albo „wszystkie zaległe”. Nic nie pobrano.',
  },
  method_not_found: {
    en: () => 'That payment method is not on file any more. Nothing was charged; please choose another one.',
    pl: () => 'Tej metody płatności nie ma już na koncie. Nic nie pobrano; proszę wybrać inną.',
  },
  method_expired: {
    en: (d) =>
      `The card${ending(d, 'ending')} has expired. Nothing was charged; please choose another method or pay on the payment page.`,
    pl: (d) =>
      `Karta${ending(d, 'z końcówką')} straciła ważność. Nic nie pobrano; proszę wybrać inną metodę albo zapłacić na stronie płatności.`,
  },
  page_only: {
    en: () => 'Payments are made on the payment page here. Nothing was charged; please pay there.',
    pl: () => 'Płatności odbywają się tu na stronie operatora. Nic nie pobrano; proszę zapłacić na tej stronie.',
  },
  payment_moved: {
    en: (d) => `Payment${named(d)} has just changed, so I did nothing. Please look at it again.`,
    pl: (d) =>
      `Stan płatności${named(d)} właśnie się zmienił, więc nic nie zostało zrobione. Proszę spojrzeć jeszcze raz.`,
  },
  not_your_payment: {
    en: () => 'Only the person who asked for a payment can take it back. Nothing was changed.',
    pl: () => 'Płatność może wycofać tylko osoba, która ją zleciła. Nic się nie zmieniło.',
  },
  page_not_ended: {
    en: () =>
      'I can’t reach the payment provider to close the payment page, so it is still open and the payment was not taken back. Please try again in a few minutes; the page closes by itself after 30 minutes.',
    pl: () =>
      'Nie mogę połączyć się z operatorem płatności, żeby zamknąć stronę płatności, więc jest nadal otwarta, a płatność nie została wycofana. Proszę spróbować za kilka minut; strona sama wygaśnie po 30 minutach.',
  },
  attempt_not_found: {
    en: () => 'The payment provider told of a payment we don’t know. Nothing was changed; our team is looking into it.',
    pl: () => 'Operator zgłosił płatność, której nie znamy. Nic się nie zmieniło, wyjaśnia to nasz zespół.',
  },
  page_not_confirmed: {
    en: () => 'The payment provider has not confirmed the payment yet. Nothing was changed; it will be asked again.',
    pl: () => 'Operator nie potwierdził jeszcze płatności. Nic się nie zmieniło, zapytamy go ponownie.',
  },
};
