import type { Localized } from '../lib/locale.ts';

/** What the home page itself says, between its parts. */
interface HomeTexts {
  /** @param name the first name, for the language that can greet by it */
  hello(name: string): string;
  who(person: string, account: string): string;
  otherAccount: string;
  which: string;
  account: string;
  choose: string;
  attention: string;
  nothing: string;
  notLoaded(what: string): string;
  broken: string;
  more: string;
  welcome: string;
  connectFirst: string;
  connect: string;
}

export const HOME_TEXTS: Localized<HomeTexts> = {
  en: {
    hello: (name) => `Hello ${name}!`,
    who: (person, account) => `${person} · Account: ${account}`,
    otherAccount: 'Work for another account',
    which: 'You have access to several accounts. Which one would you like to work for?',
    account: 'Account',
    choose: 'Choose',
    attention: 'What needs your attention',
    nothing: 'Nothing needs your attention right now.',
    notLoaded: (what) => `${what}: this could not be loaded just now. Open this page again in a few minutes.`,
    broken: 'Your page could not be loaded just now. Nothing was changed; open it again in a few minutes.',
    more: 'What I can do for you',
    welcome: 'Welcome to the customer portal',
    connectFirst:
      'Here you’ll see what needs your attention: invoices, payments, approvals. First I have to know who you are: connect to the portal with your work e-mail address.',
    connect: 'Connect to the portal',
  },
  pl: {
    // Without the name: it would want the vocative, which can't be told from a name alone.
    hello: () => 'Dzień dobry!',
    who: (person, account) => `${person} · Konto: ${account}`,
    otherAccount: 'Przejdź na inne konto',
    which: 'Masz dostęp do kilku kont. Na którym chcesz pracować?',
    account: 'Konto',
    choose: 'Wybierz',
    attention: 'Co wymaga Twojej uwagi',
    nothing: 'Nic nie wymaga teraz Twojej uwagi.',
    notLoaded: (what) => `${what}: nie udało się tego teraz wczytać. Otwórz tę stronę ponownie za kilka minut.`,
    broken: 'Nie udało się teraz wczytać Twojej strony. Nic się nie zmieniło; otwórz ją ponownie za kilka minut.',
    more: 'W czym mogę pomóc',
    welcome: 'Witamy w portalu klienta',
    connectFirst:
      'Tutaj zobaczysz, co wymaga Twojej uwagi: faktury, płatności, decyzje. Najpierw musimy się poznać: połącz się z portalem, podając swój służbowy adres e-mail.',
    connect: 'Połącz z portalem',
  },
};
