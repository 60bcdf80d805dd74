import type { Action, Question } from '../../src/kit/dialog.ts';
import type { Locale, Localized } from '../../src/lib/locale.ts';

const LABEL: Localized = { en: 'Reason', pl: 'Powód' };

/**
 * Asks for a reason, or what else somebody has to say, in a form whose button is the decision itself; a typed reason is
 * confirmed first where the dialog confirms.
 * @param field what the field is called, where it holds no reason
 */
export function reasonQuestion(
  locale: Locale,
  text: string,
  label: string,
  action: Action,
  field: string = LABEL[locale],
): Question {
  const fields = [{ name: 'reason', label: field, kind: 'multiline', required: true } as const];
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
