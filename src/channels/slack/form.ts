import type { InputBlock, InputBlockElement, KnownBlock, PlainTextOption } from '@slack/types';
import type { Block, Field } from '../../kit/card.ts';
import { SLACK } from '../limits.ts';
import { clean } from '../plain.ts';
import { button } from './buttons.ts';
import { label } from './escape.ts';
import { textBlocks } from './text.ts';

/**
 * A form in a message: a button that opens it as a modal, which can tell field by field what is wrong. What was wrong
 * with values given before stands above it.
 */
export function formBlocks({ fields, submit, open }: Extract<Block<string>, { type: 'form' }>): KnownBlock[] {
  const wrong = fields.flatMap(({ label, error }) => (error ? textBlocks(`⚠ ${label}: ${error}`, 'muted') : []));
  // Three dots, as on any button that asks for more before it does something.
  const opening = button({ label: open ?? `${submit.label}…`, style: 'primary', action: submit.action }, 0);
  const { style, ...plain } = opening;
  const one = { ...plain, action_id: 'form:0', ...(!open && style && { style }) };
  return [...wrong, { type: 'actions', elements: [one] }];
}

/** A field as an input; its name is both block id and action id, so `state.values[name][name]` holds what was given. */
export function fieldBlocks(field: Field): KnownBlock[] {
  const input: InputBlock = {
    type: 'input',
    block_id: field.name,
    label: label(field.label),
    ...(field.hint && { hint: label(field.hint) }),
    optional: !field.required,
    element: element(field),
  };
  return [input, ...(field.error ? textBlocks(`⚠ ${field.error}`, 'muted') : [])];
}

function element(field: Field): InputBlockElement {
  const action_id = field.name;
  const options = (field.options ?? []).map(
    (option): PlainTextOption => ({ text: label(option.label), value: option.value }),
  );
  if (field.kind === 'choice') {
    const initial = options.find(({ value }) => value === field.value);
    return { type: 'static_select', action_id, options, ...(initial && { initial_option: initial }) };
  }
  if (field.kind === 'choices') {
    const chosen = field.value?.split(',') ?? [];
    const initial = options.filter(({ value }) => chosen.includes(value ?? ''));
    const type = options.length <= SLACK.checkboxOptions ? 'checkboxes' : 'multi_static_select';
    return { type, action_id, options, ...(initial.length > 0 && { initial_options: initial }) };
  }
  const initial = field.value && { initial_value: clean(field.value) };
  if (field.kind === 'email') return { type: 'email_text_input', action_id, ...initial };
  return { type: 'plain_text_input', action_id, ...(field.kind === 'multiline' && { multiline: true }), ...initial };
}
