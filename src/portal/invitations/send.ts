import { showMoment } from '../../lib/dates.ts';
import type { Locale, Localized } from '../../lib/locale.ts';
import type { Scope } from '../scope.ts';
import { LIFE_MS, type Standing } from './standing.ts';
import { invitationToken, tokenHash } from './token.ts';

/**
 * What makes an invitation a sent one: a new token, of which the hash is kept, and seven new days. Writes the mail, in
 * both languages since the invitee's is not known; its sender puts the link in.
 */
export async function sealed(scope: Scope, { id, email, name, inviterId }: Standing, version: number) {
  const expiresAt = new Date(scope.now.getTime() + LIFE_MS);
  const inviter = (await scope.people()).byId(inviterId)?.name ?? scope.actor.name;
  const first: Locale = scope.locale;
  const second: Locale = first === 'en' ? 'pl' : 'en';
  const facts = { name, inviter, account: scope.account.name };
  const text = (locale: Locale) =>
    TEXT[locale]({ ...facts, until: showMoment(locale, scope.account.timeZone, expiresAt) });
  await scope.mail({
    to: email,
    subject: SUBJECT[first](scope.account.name),
    text: `${text(first)}\n\n----------\n\n${text(second)}`,
    linkId: id,
  });
  return { expiresAt, tokenVersion: version, tokenHash: tokenHash(invitationToken(scope.secretsKey, id, version)) };
}

interface Facts {
  name: string;
  inviter: string;
  account: string;
  until: string;
}

const SUBJECT: Localized<(account: string) => string> = {
  en: (account) => `Your invitation to the customer portal of ${account}`,
  pl: (account) => `Zaproszenie do portalu klienta: ${account}`,
};

const TEXT: Localized<(facts: Facts) => string> = {
  en: ({ name, inviter, account, until }) =>
    [
      `Hello ${name},`,
      `${inviter} invites you to the customer portal, to work for ${account}.`,
      `Accept the invitation here: {{link}}`,
      `The link works once, until ${until}. If you did not expect it, you can ignore this mail; nothing happens then.`,
    ].join('\n\n'),
  pl: ({ name, inviter, account, until }) =>
    [
      `Dzień dobry,`,
      `${name}, to zaproszenie do portalu klienta w imieniu firmy ${account}. Zaprasza: ${inviter}.`,
      `Przyjąć zaproszenie można tutaj: {{link}}`,
      `Link działa jeden raz, do ${until}. Jeśli ta wiadomość jest nieoczekiwana, można ją zignorować; nic się wtedy nie stanie.`,
    ].join('\n\n'),
};
