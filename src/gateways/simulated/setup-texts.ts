import type { Localized } from '../../lib/locale.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import type { SetupProblem } from './setup-form.ts';

export interface SetupTexts {
  title: string;
  customer: string;
  payee: string;
  /** What saving agrees to. */
  consent(payee: string): string;
  timeLeft(minutes: string): string;
  saveCard: string;
  bank: string;
  holder: string;
  iban: string;
  saveBank: string;
  testAccounts: string;
  accountAccepted: string;
  accountDeclined: string;
  cancel: string;
  accepted: string;
  declined: string;
  insufficient: string;
  problemTitle: string;
  problems: Record<SetupProblem, string>;
  ended: Record<'done' | 'cancelled' | 'expired', { title: string; text: string }>;
  method: string;
}

const { declined: _en, insufficient_funds: _fundsEn, bank: _bankEn, ...cardEn } = PAGE_TEXTS.en.problems;
const { declined: _pl, insufficient_funds: _fundsPl, bank: _bankPl, ...cardPl } = PAGE_TEXTS.pl.problems;

export const SETUP_TEXTS: Localized<SetupTexts> = {
  en: {
    title: 'Add a payment method',
    customer: 'Customer',
    payee: 'Paid to',
    consent: (payee) =>
      `Saved once, the method can be charged for payments to ${payee} that you confirm in the portal or in chat. Nothing is charged now.`,
    timeLeft: (minutes) => `You have ${minutes} left. The page adds one method.`,
    saveCard: 'Save the card',
    bank: 'Bank account',
    holder: 'Account holder',
    iban: 'IBAN',
    saveBank: 'Save the bank account',
    testAccounts: 'Test accounts',
    accountAccepted: 'is accepted',
    accountDeclined: 'is declined',
    cancel: 'Cancel, add nothing',
    accepted: 'is accepted',
    declined: 'is declined',
    insufficient: 'is accepted, but has insufficient funds when charged',
    problemTitle: 'The method was not added',
    problems: {
      ...cardEn,
      holder: 'Enter whose account it is.',
      iban: 'Enter the IBAN: two letters of the country, two check digits, then the account’s number.',
      iban_digits: 'That is no IBAN: its check digits don’t fit. Please check it.',
      not_a_test_iban: 'Only the test accounts listed below work here. Please do not enter a real one.',
      declined: 'The bank declined this card. Nothing was added; try another one.',
      refused: 'The bank declined this account. Nothing was added; try another one.',
    },
    ended: {
      done: { title: 'Payment method added', text: 'Thank you. It can be used from now on, and nothing was charged.' },
      cancelled: { title: 'Nothing was added', text: 'You cancelled. Ask for a new page in the chat at any time.' },
      expired: { title: 'This page has expired', text: 'Nothing was added. Ask for a new page in the chat.' },
    },
    method: 'Method',
  },
  pl: {
    title: 'Dodaj metodę płatności',
    customer: 'Klient',
    payee: 'Odbiorca płatności',
    consent: (payee) =>
      `Zapisaną metodą będzie można opłacać należności (odbiorca: ${payee}) po potwierdzeniu w portalu lub na czacie. Teraz nic nie zostanie pobrane.`,
    timeLeft: (minutes) => `Strona działa jeszcze przez ${minutes} i pozwala dodać jedną metodę.`,
    saveCard: 'Zapisz kartę',
    bank: 'Rachunek bankowy',
    holder: 'Posiadacz rachunku',
    iban: 'Numer IBAN',
    saveBank: 'Zapisz rachunek',
    testAccounts: 'Rachunki testowe',
    accountAccepted: 'przyjęty',
    accountDeclined: 'odrzucony',
    cancel: 'Anuluj, nic nie dodawaj',
    accepted: 'przyjęta',
    declined: 'odrzucona',
    insufficient: 'przyjęta, ale przy płatności brak środków',
    problemTitle: 'Metoda nie została dodana',
    problems: {
      ...cardPl,
      holder: 'Podaj, do kogo należy rachunek.',
      iban: 'Podaj numer IBAN: dwie litery kraju, dwie cyfry kontrolne i numer rachunku.',
      iban_digits: 'To nie jest numer IBAN: cyfry kontrolne się nie zgadzają. Sprawdź numer.',
      not_a_test_iban: 'Działają tu tylko rachunki testowe wymienione poniżej. Nie podawaj prawdziwego rachunku.',
      declined: 'Bank odrzucił tę kartę. Nic nie dodano; spróbuj użyć innej.',
      refused: 'Bank odrzucił ten rachunek. Nic nie dodano; spróbuj użyć innego.',
    },
    ended: {
      done: { title: 'Metoda płatności dodana', text: 'Dziękujemy. Można z niej od teraz korzystać; nic nie pobrano.' },
      cancelled: { title: 'Nic nie dodano', text: 'Dodawanie anulowano. O nową stronę można poprosić na czacie.' },
      expired: { title: 'Ta strona wygasła', text: 'Nic nie dodano. Poproś na czacie o nową stronę.' },
    },
    method: 'Metoda',
  },
};
