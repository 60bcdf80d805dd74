import type { Button } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import type { Locale } from '../../src/lib/locale.ts';

const LABEL = { en: 'Add something to the case', pl: 'Uzupełnij sprawę' };

/** Asks what to add to a case of one's own. @param number of the case */
export const addToCase = (locale: Locale, number: string): Button<Action> => ({
  label: LABEL[locale],
  action: { do: 'start', intent: 'human.handover', slots: { ref: number } },
});
