import type { Localized } from '../../src/lib/locale.ts';

export interface ContactTexts {
  title: string;
  name: string;
  email: string;
  phone: string;
  phoneHint: string;
  go: string;
  badName: string;
  badEmail: string;
  badPhone: string;
  /** @param before the contact that stands, in full */
  ask(before: string, after: string): string;
  onlyName: string;
  yes: string;
  edit: string;
  nothing: string;
  done(after: string): string;
  same(now: string): string;
  changedSince(now: string): string;
}

export const contactTexts: Localized<ContactTexts> = {
  en: {
    title: 'Whom should the billing team write to and call?',
    name: 'Name',
    email: 'E-mail',
    phone: 'Telephone',
    phoneHint: 'With the country, e.g. +48 601 222 333; may be left empty',
    go: 'Continue',
    badName: 'Please give the name of a person or a department in letters, e.g. Anna Nowak.',
    badEmail: 'That doesn’t look like an e-mail address. Please check it, e.g. anna.nowak@example.com.',
    badPhone: 'That doesn’t look like a telephone number. Please give it with the country, e.g. +48 601 222 333.',
    ask: (before, after) => `Change the billing contact from ${before} to ${after}?`,
    onlyName: 'The e-mail address and the telephone stay as they are.',
    yes: 'Change the contact',
    edit: 'Change the details',
    nothing: 'none',
    done: (after) => `The billing contact is ${after} now.`,
    same: (now) => `The billing contact is ${now} already, so nothing was changed.`,
    changedSince: (now) => `Somebody has changed the billing contact since; it is ${now} now. Nothing was changed.`,
  },
  pl: {
    title: 'Do kogo mają się zwracać osoby zajmujące się rozliczeniami?',
    name: 'Imię i nazwisko lub dział',
    email: 'E-mail',
    phone: 'Telefon',
    phoneHint: 'Z kierunkowym kraju, np. +48 601 222 333; może pozostać pusty',
    go: 'Dalej',
    badName: 'Proszę podać imię i nazwisko albo nazwę działu literami, np. Anna Nowak.',
    badEmail: 'To nie wygląda na adres e-mail. Proszę go sprawdzić, np. anna.nowak@example.com.',
    badPhone: 'To nie wygląda na numer telefonu. Proszę podać go z kierunkowym kraju, np. +48 601 222 333.',
    ask: (before, after) => `Zmienić kontakt do fakturowania? Teraz: ${before}. Po zmianie: ${after}.`,
    onlyName: 'Adres e-mail i telefon zostają bez zmian.',
    yes: 'Zmień kontakt',
    edit: 'Zmień dane',
    nothing: 'brak',
    done: (after) => `Kontakt do fakturowania to teraz ${after}.`,
    same: (now) => `Kontakt do fakturowania to już ${now}, więc nic się nie zmieniło.`,
    changedSince: (now) =>
      `W międzyczasie ktoś zmienił kontakt do fakturowania; teraz jest to ${now}. Nic się nie zmieniło.`,
  },
};
