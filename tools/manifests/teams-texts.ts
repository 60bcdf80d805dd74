import type { IntentName } from '../../src/kit/contract.ts';
import type { Localized } from '../../src/lib/locale.ts';

/** At most 80 characters. */
export const SHORT: Localized = {
  en: 'Your supplier’s customer portal: invoices, payments, people and access',
  pl: 'Portal klienta Twojego dostawcy: faktury, płatności, osoby i dostęp',
};

export const LONG: Localized = {
  en:
    'Ask in English or in Polish, by typing or by pressing buttons: show and pay invoices, approve payments and ' +
    'invitations, see who has access, invite colleagues, ask for a role. Search your invoices while you write to ' +
    'somebody, and put one into the chat.\n\nThe assistant does for you what you may do in the portal, and nothing else. ' +
    'It confirms before it moves money or changes access, never asks for a card number, and answers in your personal ' +
    'chat, where nobody reads along.',
  pl:
    'Pytaj po polsku albo po angielsku, pisząc lub naciskając przyciski: przeglądaj i opłacaj faktury, zatwierdzaj ' +
    'płatności i zaproszenia, sprawdzaj, kto ma dostęp, zapraszaj współpracowników, proś o role. Wyszukuj swoje ' +
    'faktury podczas pisania do innych i wstawiaj je do czatu.\n\nAsystent robi dla Ciebie to, do czego masz uprawnienia ' +
    'w portalu, i nic więcej. Prosi o potwierdzenie, zanim zapłaci lub zmieni dostęp, nigdy nie pyta o numer karty ' +
    'i odpowiada na czacie osobistym, którego nikt inny nie czyta.',
};

/** What becomes of each text that is suggested to begin with. At most 128 characters. */
export const COMMANDS: Partial<Record<IntentName, Localized>> = {
  'account.link': {
    en: 'Connects you by a one-time code that is mailed to you',
    pl: 'Łączy z portalem jednorazowym kodem wysłanym e-mailem',
  },
  'invoices.list': {
    en: 'Lists what is past due, with totals and what you can do with each',
    pl: 'Wyświetla zaległe faktury z sumami i tym, co można z nimi zrobić',
  },
  'payments.approve': {
    en: 'Shows the payments that wait for a decision',
    pl: 'Pokazuje płatności, które czekają na decyzję',
  },
  'invoices.pay': {
    en: 'Asks which and how, and confirms before anything is charged',
    pl: 'Pyta, którą i jak, a przed pobraniem pieniędzy prosi o potwierdzenie',
  },
  'orders.list': {
    en: 'Lists your orders and where they are',
    pl: 'Wyświetla zamówienia i ich stan',
  },
  'users.list': {
    en: 'Lists the people of your account and their roles',
    pl: 'Wyświetla osoby na Twoim koncie i ich role',
  },
  'users.invite': {
    en: 'Asks for an e-mail address and roles, and sends an invitation',
    pl: 'Pyta o adres e-mail i role, po czym wysyła zaproszenie',
  },
  'help.menu': {
    en: 'Names everything you can ask for',
    pl: 'Wymienia wszystko, o co można poprosić',
  },
};

/** The message extension. Titles of at most 32 characters, descriptions of 128. */
export const EXTENSION = {
  title: { en: 'Search invoices', pl: 'Szukaj faktur' },
  description: {
    en: 'Finds one of your invoices and puts it into the chat, where everybody will see it',
    pl: 'Znajduje Twoją fakturę i wstawia ją do czatu, gdzie zobaczą ją wszyscy',
  },
  parameter: { en: 'Number or status', pl: 'Numer lub stan' },
  example: {
    en: 'An invoice number, or “overdue”, “unpaid”, “closed”',
    pl: 'Numer faktury albo „zaległe”, „nieopłacone”, „zamknięte”',
  },
} satisfies Record<string, Localized>;
