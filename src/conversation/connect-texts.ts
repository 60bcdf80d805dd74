import { counted, intlTag, type Locale, type Localized } from '../lib/locale.ts';
import type { Linked } from '../portal/identity/link.ts';

/** What is said while somebody becomes known, or is not to. Nothing of it depends on whether an e-mail is known. */
export interface ConnectTexts {
  hello: string;
  directly: string;
  help(title: string): string;
  unknown: string;
  guest: string;
  bot: string;
  emailChanged: string;
  codeAsked(email: string): string;
  noEmail: string;
  tooMany(wait: string): string;
  connected(whom: string): string;
  byDirectory(whom: string): string;
  wrong(left: number): string;
  spent: string;
  expired: string;
  used: string;
  none: string;
  noAccount: string;
  codeInShared: string;
}

export const CONNECT_TEXTS: Localized<ConnectTexts> = {
  en: {
    hello:
      'Hello, I’m the customer portal’s assistant: I show and pay invoices, pass on what needs an approval, and help with who has access. I don’t know you yet: write me the e-mail address you use in the portal, and I’ll send a one-time code to it. If you have no access yet, ask a manager in your company to invite you.',
    directly:
      'I don’t know you yet. Write to me directly, not here where others read along, and I’ll connect you with the portal.',
    help: (title) => `Help: ${title}`,
    unknown:
      'I don’t know you yet. To go on, write me the e-mail address you use in the portal, and I’ll send a one-time code to it.',
    guest:
      'I can only connect full members with the portal, and you’re a guest here. Nothing was done. Ask your administrator for a full membership, or use the portal itself.',
    bot: 'I only talk with people. Nothing was done.',
    emailChanged: 'If your e-mail address has changed, write me the new one, and I’ll send a one-time code to it.',
    codeAsked: (email) =>
      `If ${email} may use the portal from here, a one-time code is on its way there. Write it to me in a direct message within ten minutes. Nothing comes? Look in the spam folder and check the address; or ask a manager in your company whether you are invited with it.`,
    noEmail: 'That doesn’t look like an e-mail address. Nothing was sent; please write the one you use in the portal.',
    tooMany: (wait) => `Too many codes have been asked for, so I sent none. Please try again in ${wait}.`,
    connected: (whom) => `You’re connected: ${whom}.`,
    byDirectory: (whom) => `I know you by the e-mail address of your profile here, so you’re connected: ${whom}.`,
    wrong: (left) =>
      `That code isn’t right, so nothing was changed. You can try ${left === 1 ? 'once more' : `${left} more times`}; or write “send a code to” and your e-mail address for a new one.`,
    spent:
      'That was tried too often, so the code can’t be used any more. Nothing was changed. For a new one, write “send a code to” and your e-mail address.',
    expired:
      'That code has expired: each works for ten minutes. Nothing was changed. For a new one, write “send a code to” and your e-mail address.',
    used: 'That code is no longer valid: each works only once. If you need a new one, write “send a code to” and your e-mail address.',
    none: 'No code is waiting to be written here, so nothing was changed. For one, write “send a code to” and the e-mail address you use in the portal.',
    noAccount:
      'The code was right, but nobody with that e-mail address may use the portal from here any more. Nothing was changed; ask a manager in your company.',
    codeInShared:
      'One-time codes belong in our direct messages, where nobody reads along. If that was one, it is no longer valid. Write to me directly, and I’ll send a new one.',
  },
  pl: {
    hello:
      'Dzień dobry, tu asystent portalu klienta: pokazuję i opłacam faktury, przekazuję sprawy do zatwierdzenia i pomagam zarządzać dostępem. Jeszcze się nie znamy: napisz adres e-mail, którego używasz w portalu, a wyślę na niego jednorazowy kod. Jeśli nie masz jeszcze dostępu, poproś o zaproszenie osobę zarządzającą w Twojej firmie.',
    directly:
      'Jeszcze się nie znamy. Napisz do mnie bezpośrednio, bo tutaj czytają też inni, a połączę Cię z portalem.',
    help: (title) => `Pomoc: ${title}`,
    unknown:
      'Jeszcze się nie znamy. Aby przejść dalej, napisz adres e-mail, którego używasz w portalu, a wyślę na niego jednorazowy kod.',
    guest:
      'Z portalem mogę połączyć tylko pełnoprawnych członków, a to konto ma tu status gościa. Nic nie zostało zrobione. Poproś administratora o pełne członkostwo albo skorzystaj z samego portalu.',
    bot: 'Rozmawiam tylko z ludźmi. Nic nie zostało zrobione.',
    emailChanged: 'Jeśli Twój adres e-mail się zmienił, napisz nowy, a wyślę na niego jednorazowy kod.',
    codeAsked: (email) =>
      `Jeśli adres ${email} daje dostęp do portalu z tego miejsca, jednorazowy kod jest już w drodze. Wpisz go w wiadomości bezpośredniej do mnie w ciągu dziesięciu minut. Nic nie przyszło? Sprawdź folder ze spamem i pisownię adresu albo zapytaj osobę zarządzającą w Twojej firmie, czy masz zaproszenie na ten adres.`,
    noEmail: 'To nie wygląda na adres e-mail. Nic nie zostało wysłane; napisz, proszę, ten, którego używasz w portalu.',
    tooMany: (wait) => `Próśb o kod było zbyt wiele, więc żaden nie został wysłany. Spróbuj ponownie za ${wait}.`,
    connected: (whom) => `Połączenie z portalem działa: ${whom}.`,
    byDirectory: (whom) => `Znam Cię z adresu e-mail w Twoim profilu, więc połączenie z portalem działa: ${whom}.`,
    wrong: (left) =>
      `Ten kod się nie zgadza, więc nic się nie zmieniło. ${left === 1 ? 'Została jeszcze jedna próba' : `Pozostałe próby: ${left}`}; po nowy kod napisz „wyślij kod na” i swój adres e-mail.`,
    spent:
      'Prób było zbyt wiele i ten kod już nie zadziała. Nic się nie zmieniło. Po nowy napisz „wyślij kod na” i swój adres e-mail.',
    expired:
      'Ten kod stracił ważność: każdy działa przez dziesięć minut. Nic się nie zmieniło. Po nowy napisz „wyślij kod na” i swój adres e-mail.',
    used: 'Ten kod jest już nieważny: każdy działa tylko raz. Po nowy napisz „wyślij kod na” i swój adres e-mail.',
    none: 'Żaden kod nie czeka tu na wpisanie, więc nic się nie zmieniło. Po kod napisz „wyślij kod na” i adres e-mail, którego używasz w portalu.',
    noAccount:
      'Kod się zgadza, ale z tym adresem e-mail nie można już korzystać z portalu z tego miejsca. Nic się nie zmieniło; zwróć się do osoby zarządzającej w Twojej firmie.',
    codeInShared:
      'Kody jednorazowe wpisuje się w wiadomościach bezpośrednich, gdzie nikt inny nie czyta. Jeśli to był kod, jest już nieważny. Napisz do mnie bezpośrednio, a wyślę nowy.',
  },
};

/** "Ann Nowak for Acme and Northwind"; under different names each account by itself. */
export function whom(locale: Locale, linked: readonly Linked[]): string {
  const names = [...new Set(linked.map(({ name }) => name))];
  const list = (items: string[]) => new Intl.ListFormat(intlTag[locale], { type: 'conjunction' }).format(items);
  if (names.length > 1) return list(linked.map(({ name, account }) => `${name} (${account.name})`));
  return `${names[0]}, ${list(linked.map(({ account }) => account.name))}`;
}

const UNITS = {
  minutes: {
    en: { one: 'minute', other: 'minutes' },
    pl: { one: 'minutę', few: 'minuty', many: 'minut', other: 'minuty' },
  },
  hours: {
    en: { one: 'hour', other: 'hours' },
    pl: { one: 'godzinę', few: 'godziny', many: 'godzin', other: 'godziny' },
  },
} as const;

/** How long until a moment, rounded up: "43 minutes", "5 godzin". */
export function wait(locale: Locale, ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  return minutes <= 90
    ? counted(locale, minutes, UNITS.minutes)
    : counted(locale, Math.ceil(minutes / 60), UNITS.hours);
}
