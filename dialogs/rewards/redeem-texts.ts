import type { Localized } from '../../src/lib/locale.ts';

type Problem =
  | 'currency_mismatch'
  | 'amount_too_small'
  | 'minor_digits'
  | 'more_than_redeemable'
  | 'no_points'
  | 'no_amount';

export interface RedeemTexts {
  /** @param what "PLN 450.00", "12,500 points (US$125.00)"; @param left what is then left to pay, nothing: undefined */
  ask(what: string, number: string, left: string | undefined): string;
  heading: string;
  /** Why no more is used although there is more. */
  preTax: string;
  final: string;
  disputed(number: string): string;
  from: string;
  until: string;
  noEnd: string;
  used: string;
  yes(what: string): string;
  change: string;
  go: string;
  howMuch: string;
  most(amount: string): string;
  whole(amount: string): string;
  /** @param currency the invoice's */
  problems: Record<Problem, (number: string, currency: string, most: string) => string>;
  done(what: string, invoice: string, number: string): string;
  /** @param left undefined where nothing is; @param balance of the same currency, undefined where none is */
  now(left: string | undefined, balance: string | undefined): string;
  /** @param n batches that are used besides those shown */
  more(n: number): string;
  pay: string;
  show: string;
  noUndo: string;
}

export const redeemTexts: Localized<RedeemTexts> = {
  en: {
    ask: (what, number, left) =>
      `Use rewards worth ${what} on invoice ${number}? ${left ? `${left} will then be left to pay.` : 'Nothing will then be left to pay.'}`,
    heading: 'Please confirm using rewards',
    preTax: 'Rewards cover only the part of an invoice before tax.',
    final: 'Used rewards can’t be taken back.',
    disputed: (number) =>
      `Careful: invoice ${number} is in dispute. Confirm only if you want to use rewards on it all the same.`,
    ...{ from: 'Rewards', until: 'Use by', noEnd: 'no expiry', used: 'Used' },
    yes: (what) => `Use ${what}`,
    ...{ change: 'Change the amount', go: 'Continue', howMuch: 'How much should be used?' },
    most: (amount) => `At most ${amount}.`,
    whole: (amount) => `As much as possible: ${amount}`,
    problems: {
      currency_mismatch: (number, currency) =>
        `Invoice ${number} is in ${currency}, and only rewards in ${currency} fit it.`,
      amount_too_small: () => 'The amount has to be worth something.',
      minor_digits: (_number, currency) => `That amount has more decimal places than ${currency} has.`,
      more_than_redeemable: (number, _currency, most) =>
        `That’s more than rewards can cover on invoice ${number}: at most ${most}.`,
      no_points: (_number, currency) => `Your rewards in ${currency} are counted in money, not in points.`,
      no_amount: () => 'That doesn’t look like an amount.',
    },
    done: (what, invoice, number) => `Rewards worth ${what} were used on invoice ${invoice} (redemption ${number}).`,
    now: (left, balance) =>
      `${left ? `${left} is left to pay` : 'Nothing is left to pay'}, and ${balance ? `rewards worth ${balance}` : 'no more rewards'} are left to use.`,
    more: (n) => `${n} more`,
    ...{ pay: 'Pay the rest', show: 'Show the invoice' },
    noUndo:
      'Used rewards can’t be taken back here. If it was a mistake, a person in billing can look into it: say “talk to a person”.',
  },
  pl: {
    ask: (what, number, left) =>
      `Wykorzystać nagrody o wartości ${what} na poczet faktury ${number}? ${left ? `Do zapłaty zostanie ${left}.` : 'Nic nie zostanie do zapłaty.'}`,
    heading: 'Potwierdź wykorzystanie nagród',
    preTax: 'Nagrody pokrywają tylko kwotę netto faktury.',
    final: 'Wykorzystania nagród nie da się cofnąć.',
    disputed: (number) =>
      `Uwaga: faktura ${number} jest reklamowana. Potwierdź tylko wtedy, gdy mimo to chcesz wykorzystać nagrody.`,
    ...{ from: 'Nagrody', until: 'Ważne do', noEnd: 'bezterminowo', used: 'Wykorzystane' },
    yes: (what) => `Wykorzystaj ${what}`,
    ...{ change: 'Zmień kwotę', go: 'Dalej', howMuch: 'Ile wykorzystać?' },
    most: (amount) => `Najwyżej ${amount}.`,
    whole: (amount) => `Jak najwięcej: ${amount}`,
    problems: {
      currency_mismatch: (number, currency) =>
        `Faktura ${number} jest w walucie ${currency} i pasują do niej tylko nagrody w tej walucie.`,
      amount_too_small: () => 'Kwota musi być większa od zera.',
      minor_digits: (_number, currency) => `Ta kwota ma więcej miejsc po przecinku, niż przewiduje waluta ${currency}.`,
      more_than_redeemable: (number, _currency, most) =>
        `To więcej, niż nagrody mogą pokryć na fakturze ${number} (najwyżej ${most}).`,
      no_points: (_number, currency) => `Nagrody w walucie ${currency} są liczone w pieniądzach, nie w punktach.`,
      no_amount: () => 'To nie wygląda na kwotę.',
    },
    done: (what, invoice, number) =>
      `Wykorzystano nagrody o wartości ${what} na poczet faktury ${invoice} (numer wykorzystania ${number}).`,
    now: (left, balance) =>
      `${left ? `Do zapłaty zostało ${left}` : 'Nic nie zostało do zapłaty'}, ${balance ? `a wartość pozostałych nagród to ${balance}` : 'a nagród już nie ma'}.`,
    more: (n) => `jeszcze ${n}`,
    ...{ pay: 'Zapłać resztę', show: 'Pokaż fakturę' },
    noUndo:
      'Wykorzystanych nagród nie da się stąd przywrócić. Jeśli to pomyłka, sprawę może wyjaśnić konsultant: napisz „chcę porozmawiać z konsultantem”.',
  },
};
