import type { FrameSlots, Question } from '../../src/kit/dialog.ts';
import { isLocale, type Locale, type Localized } from '../../src/lib/locale.ts';
import { defineDialog, slot } from '../define.ts';

const NAMES: Record<Locale, string> = { en: 'English', pl: 'Polski' };
/** By the language that is gone back to, in the one spoken now. */
const ASKS: Record<Locale, Localized> = {
  en: { en: 'Speak English again?', pl: 'Wrócić do rozmowy po angielsku?' },
  pl: { en: 'Speak Polish again?', pl: 'Wrócić do rozmowy po polsku?' },
};
const DONE: Record<Locale, string> = {
  en: 'From now on I’ll speak English with you.',
  pl: 'Od teraz rozmawiamy po polsku.',
};

/** Speaks another language from the next message on; undone by the one before. */
export const setLanguage = defineDialog({
  intent: 'language.set',
  permission: 'own',
  title: { en: 'Change the language', pl: 'Zmień język' },
  slots: {
    language: slot<Locale>({
      takes: ['locale'],
      resolve: (_ctx, { locale }: FrameSlots) => (isLocale(locale) ? { value: locale } : { missing: true }),
      ask: ({ locale }) => question(locale),
    }),
  },
  texts: { en: {}, pl: {} },
  async run({ portal, locale }, { language }, { key }) {
    const { before = locale } = await portal.own.setLanguage({ key, locale: language });
    const asks = ASKS[before][language];
    return { replies: [{ text: DONE[language] }], undo: { intent: 'language.set', slots: { locale: before }, asks } };
  },
});

function question(locale: Locale): Question {
  const text = locale === 'pl' ? 'W jakim języku rozmawiamy?' : 'Which language would you like me to speak?';
  const buttons = (Object.keys(NAMES) as Locale[]).map((language) => ({
    label: NAMES[language],
    action: { do: 'fill' as const, slots: { locale: language } },
  }));
  return {
    text,
    awaiting: 'locale',
    card: {
      blocks: [
        { type: 'text', text },
        { type: 'actions', buttons },
      ],
    },
  };
}
