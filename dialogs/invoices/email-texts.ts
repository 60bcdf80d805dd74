import type { Localized } from '../../src/lib/locale.ts';

export interface EmailTexts {
  /** @param title what is sent: "Overdue invoices (3)" */
  confirm(title: string, to: { name: string; email: string }): string;
  yes(name: string): string;
  sent(title: string, email: string): string;
  sentTo(title: string, name: string, email: string): string;
  notUndone: string;
}

export const emailTexts: Localized<EmailTexts> = {
  en: {
    confirm: (title, { name, email }) => `Send “${title}” as PDF and CSV to ${name} (${email})?`,
    yes: (name) => `Send to ${name}`,
    sent: (title, email) => `“${title}” is on its way to you at ${email}, as PDF and CSV.`,
    sentTo: (title, name, email) => `“${title}” is on its way to ${name} (${email}), as PDF and CSV.`,
    notUndone: 'A mail that has been sent can’t be taken back. You can ask whoever got it to delete it.',
  },
  pl: {
    confirm: (title, { name, email }) => `Wysłać „${title}” w PDF i CSV na adres ${email} (${name})?`,
    yes: (name) => `Wyślij (${name})`,
    sent: (title, email) => `Wysyłam „${title}” na Twój adres ${email}, w PDF i CSV.`,
    sentTo: (title, name, email) => `Wysyłam „${title}” na adres ${email} (${name}), w PDF i CSV.`,
    notUndone: 'Wysłanej wiadomości nie da się cofnąć. Można poprosić adresata o jej usunięcie.',
  },
};
