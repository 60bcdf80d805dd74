import { join } from 'node:path';
import type { IntentName, SlotName } from '../../src/kit/contract.ts';
import type { Context, Understood } from '../../src/kit/understood.ts';
import { isLocale, type Locale } from '../../src/lib/locale.ts';
import { loadUnderstanding } from '../../src/understanding/index.ts';

export const root = join(import.meta.dirname, '../..');
const understand = await loadUnderstanding({
  phrasesDir: join(root, 'dialogs'),
  cacheDir: join(root, '.cache'),
});

/** What the engine makes of a text on Sunday 22 November 2026. */
export const ask = (text: string, locale: Locale = 'en', more: Partial<Context> = {}): Understood =>
  understand(text, { today: '2026-11-22', locale, ...more });

export const awaiting = (slot: SlotName | 'confirm', text: string, dialog?: IntentName): Understood =>
  ask(text, 'en', { awaiting: slot, dialog });

/** Only the wishes, as the tables of the tests write them. */
export const wishes = (text: string, locale?: string, more?: Partial<Context>) =>
  ask(text, isLocale(locale) ? locale : 'en', more).wishes.map(({ intent, slots }) => [intent, slots]);
