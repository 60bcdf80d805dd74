import { showMoney } from '../../lib/money.ts';
import type { AccountScope } from '../scope.ts';
import { aboutPayment, type Standing } from './move.ts';

/**
 * Asks the portal's billing people to look into a payment, by a mail in both languages since theirs is not known, and
 * tells the payer.
 */
export async function askForReview(scope: AccountScope, payment: Standing, reason: string): Promise<void> {
  const { number, amount, currency } = payment;
  const { name } = scope.account;
  const sum = (locale: 'en' | 'pl') => showMoney(locale, { amount, currency });
  await scope.mail({
    to: scope.account.supportEmail,
    subject: `${number}: please look into this payment / prosimy o sprawdzenie płatności`,
    text: [
      `Payment ${number} of ${sum('en')} (${name}) needs a person to look into it: ${EN[reason] ?? reason}`,
      'Its amount stays reserved until the loaded data or the payment provider says what became of it.',
      '',
      `Płatność ${number} na kwotę ${sum('pl')} (${name}) wymaga sprawdzenia: ${PL[reason] ?? reason}`,
      'Kwota pozostaje zarezerwowana, dopóki wczytane dane lub operator płatności nie wyjaśnią, co się z nią stało.',
    ].join('\n'),
  });
  const notice = aboutPayment(payment, 'payment.settled', `needs_review:${reason}`);
  await scope.notify({ ...notice, details: { ...notice.details, state: 'needs_review', reason } });
}

const EN: Record<string, string> = {
  unknown_outcome: 'the payment provider has not said whether the money was taken.',
  paid_after_end: 'the money was taken after the payment had ended in the portal.',
  second_charge: 'the payment provider reports two charges for it.',
};

const PL: Record<string, string> = {
  unknown_outcome: 'operator płatności nie potwierdził, czy pieniądze zostały pobrane.',
  paid_after_end: 'pieniądze pobrano po zakończeniu płatności w portalu.',
  second_charge: 'operator płatności zgłosił dwa obciążenia.',
};
