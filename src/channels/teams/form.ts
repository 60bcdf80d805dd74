import type { CardElement, IActionSet, IChoiceSetInput, IShowCardAction, ITextInput } from '@microsoft/teams.cards';
import type { Block, Field } from '../../kit/card.ts';
import type { Locale, Localized } from '../../lib/locale.ts';
import { TEAMS } from '../limits.ts';
import { clean, lineOf, oneLine } from '../plain.ts';
import { actionSets, press } from './actions.ts';
import { escapeMarkdown, title } from './escape.ts';
import { type Look, richText } from './text.ts';

/** Shown by Teams itself, under a required input left empty. */
const REQUIRED: Localized = { en: 'This is needed.', pl: 'To pole jest wymagane.' };

type Common = Pick<ITextInput, 'id' | 'label' | 'value' | 'isRequired' | 'errorMessage'>;
type Form = Extract<Block<string>, { type: 'form' }>;

/** Inputs under their names, then the button that sends them; a further way on is a button that unfolds them. */
export function formElements({ fields, submit, open }: Form, locale: Locale): CardElement[] {
  const set: IActionSet[] = actionSets([press({ ...submit, style: 'primary' }, 'auto')]);
  const inputs: CardElement[] = [...fields.flatMap((field) => fieldElements(field, locale)), ...set];
  if (!open) return inputs;
  const unfold: IShowCardAction = {
    type: 'Action.ShowCard',
    title: title(open),
    card: { type: 'AdaptiveCard', version: TEAMS.version, body: inputs },
  };
  return [{ type: 'ActionSet', actions: [unfold] }];
}

function fieldElements(field: Field, locale: Locale): CardElement[] {
  const common = {
    id: field.name,
    label: title(field.label),
    ...(field.value && { value: clean(field.value) }),
    ...(field.required && { isRequired: true, errorMessage: REQUIRED[locale] }),
  };
  const note = (words: string | undefined, look: Look) =>
    words ? [richText(lineOf(words), { size: 'Small', ...look }, { spacing: 'Small' })] : [];
  return [
    field.kind === 'choice' || field.kind === 'choices' ? choices(field, common) : text(field, common),
    ...note(field.error && `⚠ ${field.error}`, { color: 'Attention' }),
    ...note(field.hint, { isSubtle: true }),
  ];
}

const text = ({ kind }: Field, common: Common): ITextInput => ({
  type: 'Input.Text',
  ...common,
  ...(kind === 'multiline' && { isMultiline: true }),
  ...(kind === 'email' && { style: 'Email' }),
});

/** Of several choices the titles are markdown, of one they are not. */
function choices({ kind, options = [] }: Field, common: Common): IChoiceSetInput {
  const several = kind === 'choices';
  const list = options.map(({ label, value }) => ({
    title: several ? escapeMarkdown(oneLine(label)) : title(label),
    value,
  }));
  return { type: 'Input.ChoiceSet', ...common, choices: list, ...(several && { isMultiSelect: true, wrap: true }) };
}
