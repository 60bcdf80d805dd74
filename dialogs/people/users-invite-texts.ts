import type { Localized } from '../../src/lib/locale.ts';

export interface InviteTexts {
  title: string;
  email: string;
  name: string;
  role: string;
  go: string;
  badEmail: string;
  badName: string;
  badRole: string;
  notGivable(roles: string): string;
  mention: string;
  /** @param roles e.g. "with the finance role" */
  ask(who: string, roles: string): string;
  sentAtOnce: string;
  waitsFor(who: string): string;
  send: string;
  askApproval: string;
  edit: string;
  open: string;
}

export const inviteTexts: Localized<InviteTexts> = {
  en: {
    title: 'Whom would you like to invite?',
    email: 'E-mail',
    name: 'Name',
    role: 'Roles',
    go: 'Continue',
    badEmail: 'That doesn’t look like an e-mail address. Please check it, e.g. anna.nowak@example.com.',
    badName: 'Please give the person’s name in letters, e.g. Anna Nowak.',
    badRole: 'Please choose at least one role.',
    notGivable: (roles) => `You can invite with roles you hold yourself: ${roles}. A manager can give any.`,
    mention: 'I can’t see the e-mail address behind a mention, so please tell me the address.',
    ask: (who, roles) => `Invite ${who} ${roles}?`,
    sentAtOnce: 'The invitation is sent at once.',
    waitsFor: (who) => `It is sent once ${who} approves.`,
    send: 'Send the invitation',
    askApproval: 'Ask for approval',
    edit: 'Change the details',
    open: 'There is an open invitation for this address already, so I didn’t make another one.',
  },
  pl: {
    title: 'Kogo zaprosić?',
    email: 'E-mail',
    name: 'Imię i nazwisko',
    role: 'Role',
    go: 'Dalej',
    badEmail: 'To nie wygląda na adres e-mail. Proszę go sprawdzić, np. anna.nowak@example.com.',
    badName: 'Proszę podać imię i nazwisko literami, np. Anna Nowak.',
    badRole: 'Proszę wybrać co najmniej jedną rolę.',
    notGivable: (roles) =>
      `Można zapraszać z rolami, które się samemu posiada: ${roles}. Osoba z rolą zarządczą może nadać każdą.`,
    mention: 'Ze wzmianki nie da się odczytać adresu e-mail, więc proszę go podać.',
    ask: (who, roles) => `Zaprosić ${roles}: ${who}?`,
    sentAtOnce: 'Zaproszenie zostanie wysłane od razu.',
    waitsFor: (who) => `Zaproszenie zostanie wysłane po zatwierdzeniu. Decyduje: ${who}.`,
    send: 'Wyślij zaproszenie',
    askApproval: 'Poproś o zatwierdzenie',
    edit: 'Zmień dane',
    open: 'Dla tego adresu jest już otwarte zaproszenie, więc drugie nie powstało.',
  },
};
