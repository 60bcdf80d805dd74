import type { Localized } from '../../lib/locale.ts';

interface Case {
  number: string;
  account: string;
  name: string;
  email: string;
  via: string;
  body: string;
}

interface CaseTexts {
  subject(number: string, account: string): string;
  text(one: Case): string;
}

interface HandoverTexts extends CaseTexts {
  assistant: string;
}

interface DisputeTexts {
  subject(number: string, account: string, invoice: string): string;
  text(one: Case & { invoice: string; total: string; left: string }): string;
}

/** The mail to the support team, in the language of the conversation it carries. */
export const HANDOVER_TEXTS: Localized<HandoverTexts> = {
  en: {
    assistant: 'Assistant',
    subject: (number, account) => `[${number}] ${account}: somebody would like to talk to a person`,
    text: ({ number, account, name, email, via, body }) =>
      [
        `${name} (${email}) of ${account} asks for a person to get in touch. They wrote through: ${via}.`,
        `Case: ${number}`,
        body === '' ? 'Nothing was said before.' : `What was said before:\n\n${body}`,
      ].join('\n\n'),
  },
  pl: {
    assistant: 'Asystent',
    subject: (number, account) => `[${number}] ${account}: prośba o rozmowę z konsultantem`,
    text: ({ number, account, name, email, via, body }) =>
      [
        `${name} (${email}), konto ${account}, prosi o kontakt z konsultantem. Kanał: ${via}.`,
        `Sprawa: ${number}`,
        body === '' ? 'Wcześniej nic nie zostało napisane.' : `Wcześniejsza rozmowa:\n\n${body}`,
      ].join('\n\n'),
  },
};

/** The mail to the support team about an invoice that somebody says is wrong. */
export const DISPUTE_TEXTS: Localized<DisputeTexts> = {
  en: {
    subject: (number, account, invoice) => `[${number}] ${account}: invoice ${invoice} is disputed`,
    text: ({ number, account, name, email, via, body, invoice, total, left }) =>
      [
        `${name} (${email}) of ${account} disputes invoice ${invoice}. Total: ${total}, left to pay: ${left}.`,
        `Reason:\n\n${body}`,
        `Case: ${number}. They wrote through: ${via}.`,
      ].join('\n\n'),
  },
  pl: {
    subject: (number, account, invoice) => `[${number}] ${account}: reklamacja faktury ${invoice}`,
    text: ({ number, account, name, email, via, body, invoice, total, left }) =>
      [
        `${name} (${email}), konto ${account}, reklamuje fakturę ${invoice}. Kwota: ${total}, do zapłaty: ${left}.`,
        `Powód:\n\n${body}`,
        `Sprawa: ${number}. Kanał: ${via}.`,
      ].join('\n\n'),
  },
};

/** The mail to the support team when somebody adds to a case. */
export const ADDED_TEXTS: Localized<CaseTexts> = {
  en: {
    subject: (number, account) => `[${number}] ${account}: something was added`,
    text: ({ number, account, name, email, via, body }) =>
      `${name} (${email}) of ${account} adds to case ${number}, through: ${via}.\n\n${body}`,
  },
  pl: {
    subject: (number, account) => `[${number}] ${account}: uzupełnienie sprawy`,
    text: ({ number, account, name, email, via, body }) =>
      `${name} (${email}), konto ${account}, uzupełnia sprawę ${number}. Kanał: ${via}.\n\n${body}`,
  },
};
