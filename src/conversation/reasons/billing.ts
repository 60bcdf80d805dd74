import type { Localized } from '../../lib/locale.ts';

type Details = Readonly<Record<string, unknown>>;

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Why nothing of the billing profile or of the methods on file was changed. */
export const BILLING_REASONS: Record<string, Localized<(details: Details) => string>> = {
  no_billing_profile: {
    en: () =>
      'Your account has no billing profile in the portal yet, so nothing was changed. Our support sets it up: “talk to a person” reaches them.',
    pl: () =>
      'Twoje konto nie ma jeszcze profilu fakturowania w portalu, więc nic się nie zmieniło. Zakłada go nasz zespół: wystarczy napisać „konsultant”.',
  },
  contact_changed: {
    en: ({ name }) =>
      `The billing contact was changed by somebody a moment ago; it is ${name} now. I changed nothing; please look at it again.`,
    pl: ({ name }) =>
      `Ktoś właśnie zmienił kontakt do fakturowania; teraz jest to: ${name}. Nic więcej się nie zmieniło, proszę spojrzeć jeszcze raz.`,
  },
  method_not_on_file: {
    en: () => 'That payment method is not on file any more. Nothing was changed.',
    pl: () => 'Tej metody płatności nie ma już na koncie. Nic się nie zmieniło.',
  },
  method_needed: {
    en: ({ last4, payments, dues }) => {
      const [open, due] = [strings(payments), strings(dues)];
      const needs = [
        ...(open.length > 0 ? [`the open ${open.length > 1 ? 'payments' : 'payment'} ${open.join(', ')}`] : []),
        ...due,
      ];
      const next = [
        ...(open.length > 0 ? ['wait until what is open is paid, or withdraw it'] : []),
        ...(due.length > 0 ? ['give another method for what is due'] : []),
      ];
      return `The method ending ${last4} is still needed for: ${needs.join('; ')}. It stays on file. You can ${next.join(', and ')}, then remove it.`;
    },
    pl: ({ last4, payments, dues }) => {
      const [open, due] = [strings(payments), strings(dues)];
      const needs = [
        ...(open.length > 0 ? [`${open.length > 1 ? 'płatności' : 'płatność'} w toku ${open.join(', ')}`] : []),
        ...due,
      ];
      const next = [
        ...(open.length > 0 ? ['poczekać na koniec płatności albo ją wycofać'] : []),
        ...(due.length > 0 ? ['podać inną metodę dla płatności należnych'] : []),
      ];
      return `Metoda z końcówką ${last4} jest jeszcze potrzebna: ${needs.join('; ')}. Zostaje na koncie. Można ${next.join(' oraz ')}, a potem ją usunąć.`;
    },
  },
  expired_no_default: {
    en: ({ last4 }) =>
      `The card ending ${last4} has expired, so it can’t be the default. Nothing was changed; please choose another method or add one.`,
    pl: ({ last4 }) =>
      `Karta z końcówką ${last4} straciła ważność, więc nie może być domyślna. Nic się nie zmieniło; proszę wybrać inną metodę albo dodać nową.`,
  },
  setup_not_opened: {
    en: () =>
      'I can’t reach the payment provider right now, so there is no page to add a method on and nothing was added. Please try again in a few minutes.',
    pl: () =>
      'Nie mogę teraz połączyć się z operatorem płatności, więc strona do dodania metody nie powstała i nic nie zostało dodane. Proszę spróbować za kilka minut.',
  },
  setup_not_found: {
    en: () => 'The payment provider told of a method we didn’t ask for. Nothing was changed.',
    pl: () => 'Operator zgłosił metodę, o którą nie prosiliśmy. Nic się nie zmieniło.',
  },
};
