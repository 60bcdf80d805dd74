import type { counted, Locale } from '../../lib/locale.ts';
import type { CardProblem } from './card-form.ts';

/** What can be wrong with a submitted form, and what the bank may say to it. */
export type FormProblem = CardProblem | 'bank' | 'declined' | 'insufficient_funds';

export interface PageTexts {
  title: string;
  testMode: string;
  payTo: string;
  purpose: string;
  amount: string;
  timeLeft(minutes: string): string;
  card: string;
  number: string;
  expiry: string;
  expiryHint: string;
  cvc: string;
  pay: string;
  bank: string;
  chooseBank: string;
  payByBank: string;
  cancel: string;
  testCards: string;
  succeeds: string;
  declined: string;
  insufficient: string;
  testHint: string;
  problemTitle: string;
  problems: Record<FormProblem, string>;
  ended: Record<'paid' | 'cancelled' | 'expired' | 'voided' | 'unknown', { title: string; text: string }>;
  paidWith: string;
  reference: string;
  close: string;
}

const en: PageTexts = {
  title: 'Pay',
  testMode: 'Test mode: a simulated payment provider. No money moves; never enter a card of your own.',
  payTo: 'Pay to',
  purpose: 'For',
  amount: 'Amount',
  timeLeft: (minutes) => `You have ${minutes} left to pay.`,
  card: 'Card',
  number: 'Card number',
  expiry: 'Expiry date',
  expiryHint: 'MM/YY',
  cvc: 'Security code',
  pay: 'Pay',
  bank: 'Bank transfer',
  chooseBank: 'Your bank',
  payByBank: 'Pay by bank transfer',
  cancel: 'Cancel the payment',
  testCards: 'Test cards',
  succeeds: 'is accepted',
  declined: 'is declined',
  insufficient: 'has insufficient funds',
  testHint: 'Any future expiry date and any three digits will do; a date in the past is refused.',
  problemTitle: 'The payment did not go through',
  problems: {
    number: 'Enter the card number: 16 digits.',
    check_digit: 'That is no card number: one of its digits seems to be wrong. Please check it.',
    not_a_test_card: 'Only the test cards listed below work here. Please do not enter a real card.',
    expiry: 'Enter the expiry date as month and year, for example 09/31.',
    expired: 'This card has expired. Use another one.',
    cvc: 'Enter the three or four digits of the security code.',
    bank: 'Choose your bank.',
    declined: 'The bank declined this card. Nothing was charged; try another one.',
    insufficient_funds: 'There is not enough money on this card. Nothing was charged; try another one.',
  },
  ended: {
    paid: { title: 'Paid', text: 'Thank you. Your payment was received.' },
    cancelled: { title: 'Payment cancelled', text: 'You cancelled this payment. Nothing was charged.' },
    expired: { title: 'This page has expired', text: 'Nothing was charged. Ask for a new payment page in the chat.' },
    voided: {
      title: 'This page has been closed',
      text: 'It can no longer be used to pay, and nothing was charged. See the chat for what happened.',
    },
    unknown: { title: 'Page not found', text: 'Check the address, or ask for a new payment page in the chat.' },
  },
  paidWith: 'Paid with',
  reference: 'Reference',
  close: 'You can close this page and go back to the chat.',
};

const pl: PageTexts = {
  title: 'Płatność',
  testMode:
    'Tryb testowy: to symulacja operatora płatności. Nie pobieramy pieniędzy; nie podawaj danych własnej karty.',
  payTo: 'Odbiorca',
  purpose: 'Tytuł płatności',
  amount: 'Kwota',
  timeLeft: (minutes) => `Na zapłatę masz jeszcze ${minutes}.`,
  card: 'Karta',
  number: 'Numer karty',
  expiry: 'Data ważności',
  expiryHint: 'MM/RR',
  cvc: 'Kod CVC',
  pay: 'Zapłać',
  bank: 'Przelew bankowy',
  chooseBank: 'Twój bank',
  payByBank: 'Zapłać przelewem',
  cancel: 'Anuluj płatność',
  testCards: 'Karty testowe',
  succeeds: 'płatność przyjęta',
  declined: 'płatność odrzucona',
  insufficient: 'brak środków',
  testHint: 'Podaj dowolną przyszłą datę ważności i dowolne trzy cyfry; data z przeszłości zostanie odrzucona.',
  problemTitle: 'Płatność nie powiodła się',
  problems: {
    number: 'Podaj numer karty: 16 cyfr.',
    check_digit: 'To nie jest numer karty: któraś cyfra wydaje się błędna. Sprawdź numer.',
    not_a_test_card: 'Działają tu tylko karty testowe wymienione poniżej. Nie podawaj danych prawdziwej karty.',
    expiry: 'Podaj datę ważności jako miesiąc i rok, na przykład 09/31.',
    expired: 'Ta karta straciła ważność. Użyj innej.',
    cvc: 'Podaj trzy lub cztery cyfry kodu CVC.',
    bank: 'Wybierz swój bank.',
    declined: 'Bank odrzucił tę kartę. Nic nie pobrano; spróbuj użyć innej.',
    insufficient_funds: 'Na tej karcie brakuje środków. Nic nie pobrano; spróbuj użyć innej.',
  },
  ended: {
    paid: { title: 'Zapłacono', text: 'Dziękujemy. Otrzymaliśmy Twoją płatność.' },
    cancelled: { title: 'Płatność anulowana', text: 'Ta płatność została anulowana. Nic nie pobrano.' },
    expired: { title: 'Ta strona wygasła', text: 'Nic nie pobrano. Poproś na czacie o nową stronę płatności.' },
    voided: {
      title: 'Ta strona została zamknięta',
      text: 'Nie można już na niej zapłacić i nic nie pobrano. Szczegóły znajdziesz na czacie.',
    },
    unknown: {
      title: 'Nie znaleziono strony',
      text: 'Sprawdź adres albo poproś na czacie o nową stronę płatności.',
    },
  },
  paidWith: 'Metoda płatności',
  reference: 'Numer referencyjny',
  close: 'Możesz zamknąć tę stronę i wrócić do czatu.',
};

export const PAGE_TEXTS: Record<Locale, PageTexts> = { en, pl };

/** How long is left to pay, as the object of "You have ..." / "Na zapłatę masz jeszcze ...". */
export const MINUTES: Parameters<typeof counted>[2] = {
  en: { one: 'minute', other: 'minutes' },
  pl: { one: 'minutę', few: 'minuty', many: 'minut', other: 'minuty' },
};

export const BANKS: Readonly<Record<string, string>> = {
  demo: 'Demo Bank',
  example: 'Bank Przykładowy',
  north: 'Northbank',
};
