import type { Locale, Localized } from '../../lib/locale.ts';
import type { ChatUser } from '../identity.ts';

/** Who asks, and from where, as the platform tells it; shown to whoever gets the mail. */
export interface Asker {
  /** The display name. */
  name?: string;
  /** What people call the workspace or organization. */
  tenantName?: string;
}

/** The mail with a one-time code; its sender puts the code in. The reader may have asked for nothing. */
export function codeMail(locale: Locale, channel: ChatUser['channel'], { name, tenantName }: Asker) {
  const who = name && harmless(name);
  const tenant = tenantName && harmless(tenantName);
  const where = `${PLACES[channel][locale]}${tenant ? ` (${tenant})` : ''}`;
  return { subject: SUBJECT[locale], text: TEXT[locale](who || SOMEBODY[locale], where) };
}

const LONGEST = 60;

/** A name without anything a mail program could make a link of: it is the asker's choice, and strangers read it. */
const harmless = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N} .,'’()&-]/gu, ' ')
    .replace(/\.(?=\S)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);

const PLACES: Record<ChatUser['channel'], Localized> = {
  slack: { en: 'in Slack', pl: 'w Slacku' },
  teams: { en: 'in Microsoft Teams', pl: 'w Microsoft Teams' },
  web: { en: 'on the demonstration page', pl: 'na stronie demonstracyjnej' },
};

const SOMEBODY: Localized = { en: 'Somebody', pl: 'nieznana osoba' };

const SUBJECT: Localized = {
  en: 'Your code for the customer portal’s assistant',
  pl: 'Kod do asystenta portalu klienta',
};

const TEXT: Localized<(who: string, where: string) => string> = {
  en: (who, where) =>
    [
      'Hello,',
      `${who} asked ${where} to be connected to the customer portal with this e-mail address.`,
      'The code: {{code}}',
      'Write it to the assistant in a direct message, in the same chat. It works once, within ten minutes of being asked for.',
      'If that was not you, ignore this mail and give the code to nobody: without it nothing happens.',
    ].join('\n\n'),
  pl: (who, where) =>
    [
      'Dzień dobry,',
      `${where} ktoś prosi o połączenie z portalem klienta za pomocą tego adresu e-mail. Podaje się jako: ${who}.`,
      'Kod: {{code}}',
      'Proszę wpisać go w wiadomości bezpośredniej do asystenta, w tym samym czacie. Działa jeden raz, przez dziesięć minut od chwili prośby.',
      'Jeśli ta prośba nie pochodzi od Ciebie, zignoruj tę wiadomość i nie podawaj nikomu kodu: bez niego nic się nie stanie.',
    ]
      .map((part) => part[0]!.toUpperCase() + part.slice(1))
      .join('\n\n'),
};
