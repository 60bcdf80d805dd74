import type { Localized } from '../../lib/locale.ts';

interface Case {
  number: string;
  account: string;
  name: string;
  email: string;
  via: string;
  body: string;
}

interface HandoverTexts {
  assistant: string;
  subject(number: string, account: string): string;
  text(one: Case): string;
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
