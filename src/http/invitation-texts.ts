import type { Localized } from '../lib/locale.ts';

interface InvitationTexts {
  title(account: string): string;
  lead(inviter: string): string;
  name: string;
  email: string;
  roles: string;
  until: string;
  accept: string;
  nothingYet: string;
  again: string;
  accepted: { title: string; text(account: string): string; next: string };
  gone: { title: string; text: string };
  unavailable: { title: string; text: string };
}

export const INVITATION_TEXTS: Localized<InvitationTexts> = {
  en: {
    title: (account) => `You are invited to ${account}’s customer portal`,
    lead: (inviter) => `${inviter} invites you.`,
    name: 'Name',
    email: 'E-mail',
    roles: 'Roles',
    until: 'Valid until',
    accept: 'Accept the invitation',
    nothingYet: 'Nothing changes until you press the button. If you expected no invitation, just close this page.',
    again: 'Please press the button once more: this page had been open for too long.',
    accepted: {
      title: 'Welcome',
      text: (account) => `You now have access to ${account}’s customer portal.`,
      next: 'Next, say hello to the assistant in your company’s chat: it will tell you how to connect.',
    },
    gone: {
      title: 'This invitation is not valid',
      text: 'It may have been accepted already, replaced by a newer one, withdrawn, or it has ended. Ask the person who invited you for a new one.',
    },
    unavailable: { title: 'Please try again in a moment', text: 'Your invitation could not be looked up just now.' },
  },
  pl: {
    title: (account) => `Zaproszenie do portalu klienta: ${account}`,
    lead: (inviter) => `Zaprasza Cię ${inviter}.`,
    name: 'Imię i nazwisko',
    email: 'E-mail',
    roles: 'Role',
    until: 'Ważne do',
    accept: 'Przyjmij zaproszenie',
    nothingYet: 'Dopóki nie naciśniesz przycisku, nic się nie zmieni. Jeśli to pomyłka, po prostu zamknij tę stronę.',
    again: 'Naciśnij przycisk jeszcze raz: ta strona była otwarta zbyt długo.',
    accepted: {
      title: 'Witamy',
      text: (account) => `Masz już dostęp do portalu klienta: ${account}.`,
      next: 'Teraz przywitaj się z asystentem na firmowym czacie: podpowie, jak się połączyć.',
    },
    gone: {
      title: 'To zaproszenie jest nieważne',
      text: 'Być może zostało już przyjęte, zastąpione nowszym, odwołane albo minął jego termin. Poproś osobę, która Cię zaprosiła, o nowe.',
    },
    unavailable: { title: 'Spróbuj ponownie za chwilę', text: 'W tej chwili nie udało się odczytać zaproszenia.' },
  },
};
