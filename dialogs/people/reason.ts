import type { Action, Question } from '../../src/kit/dialog.ts';
import type { Locale, Localized } from '../../src/lib/locale.ts';

const LABEL: Localized = { en: 'Reason', pl: 'Powód' };

/** Asks for a reason in a form whose button is the decision itself; a typed reason is confirmed first. */
export function reasonQuestion(locale: Locale, text: string, label: string, action: Action): Question {
  const fields = [{ name: 'reason', label: LABEL[locale], kind: 'multiline', required: true } as const];
  return {
    text,
    awaiting: 'reason',
    card: {
      blocks: [
        { type: 'text', text },
        { type: 'form', fields, submit: { label, action } },
      ],
    },
  };
}
