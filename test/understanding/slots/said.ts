import type { IntentName, Slots } from '../../../src/kit/contract.ts';
import type { Locale } from '../../../src/lib/locale.ts';
import { read, slotsFor } from '../../../src/understanding/slots/index.ts';

/** Words that stand for what the phrases use; names are told from them. */
const words = new Set(
  'pay show invoice remove invite for and the to of user access please send approve decline role as our new zapros usun dostep dla prosze role fakture pokaz on in is has left what did do portal yesterday'.split(
    ' ',
  ),
);

const TODAY = '2026-11-22';

/** The slots a text gives an intent, as of Sunday 22 November 2026. */
export const said = (intent: IntentName, text: string, locale: Locale = 'en'): Slots =>
  slotsFor(
    intent,
    read(text, TODAY, (word) => words.has(word)),
    TODAY,
    locale,
    text,
  );
