import { type HttpAnswer, json } from '../../../http/exchange.ts';
import type { Locale, Localized } from '../../../lib/locale.ts';

/** What the answer to an invoke can say at once; all else comes as messages. */
const TEXTS = {
  working: { en: 'Working on it…', pl: 'Już się tym zajmuję…' },
  elsewhere: {
    en: 'The answer comes in your personal chat with this app, where only you see it.',
    pl: 'Odpowiedź przyjdzie na Twój prywatny czat z tą aplikacją, gdzie widzisz ją tylko Ty.',
  },
  busy: {
    en: 'This could not be taken in just now, so nothing was done. Please try again in a moment.',
    pl: 'Nie udało się teraz tego przyjąć, więc nic nie zostało zrobione. Spróbuj ponownie za chwilę.',
  },
  unknown: {
    en: 'This button is from an older version and does nothing any more. Nothing was changed; write what you need instead.',
    pl: 'Ten przycisk pochodzi ze starszej wersji i już nie działa. Nic nie zostało zmienione; napisz, czego potrzebujesz.',
  },
  too_long: {
    en: 'A field holds more than 4,000 characters, so nothing was done. Please shorten it and press again.',
    pl: 'Jedno z pól ma ponad 4000 znaków, więc nic nie zostało zrobione. Skróć je i naciśnij ponownie.',
  },
  not_for_you: {
    en: 'Only people of the organization this chat belongs to can use this. Nothing was done.',
    pl: 'Mogą z tego korzystać tylko osoby z organizacji, do której należy ten czat. Nic nie zostało zrobione.',
  },
} satisfies Record<string, Localized>;

export type Said = keyof typeof TEXTS;

/** In the language of the person's Teams; in both where it is none of ours. */
export const words = (said: Said, locale: Locale | undefined): string =>
  locale ? TEXTS[said][locale] : `${TEXTS[said].en}\n\n${TEXTS[said].pl}`;

/** A press answered by a message beside the card: it is seen by whoever pressed, and the card stays as it is. */
export const message = (said: Said, locale: Locale | undefined): HttpAnswer =>
  json({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: words(said, locale) });

/** The card in its place. */
export const card = (value: object): HttpAnswer =>
  json({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value });

/** A card that asked by itself stays as it is; nobody pressed anything, so nobody needs an explanation. */
export const asItWas = (said: Said, locale: Locale | undefined): HttpAnswer => {
  const value = { code: said, message: words(said, locale) };
  return json({ statusCode: 500, type: 'application/vnd.microsoft.error', value });
};

/** What the message extension shows instead of its results, or of its dialog. */
export const extension = (name: string, said: Said, locale: Locale | undefined): HttpAnswer =>
  DIALOGS.has(name)
    ? json({ task: { type: 'message', value: words(said, locale) } })
    : json({ composeExtension: { type: 'message', text: words(said, locale) } });

const DIALOGS = new Set(['fetchTask', 'submitAction']);
