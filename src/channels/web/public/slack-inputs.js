import { el } from './dom.js';
import { t } from './texts.js';

let made = 0;

/** An input block with its label, hint and the place for what is wrong; `read` gives its value as a form's field. */
export function inputBlock({ block_id: name, label, hint, optional, element }) {
  made += 1;
  const id = `field-${made}`;
  const error = el('p', { class: 'wrong', id: `${id}-error`, hidden: true });
  const { control, read } = (KINDS[element.type] ?? plainText)(element, id);
  control.setAttribute('aria-describedby', `${id}-error${hint ? ` ${id}-hint` : ''}`);
  const group = control.tagName === 'FIELDSET';
  const title = [label.text, optional && el('span', { class: 'soft' }, ` (${t('optional')})`)];
  if (group) control.prepend(el('legend', {}, ...title));
  const node = el(
    'div',
    { class: 'sk-input' },
    !group && el('label', { for: id }, ...title),
    control,
    error,
    hint && el('p', { class: 'soft hint', id: `${id}-hint` }, hint.text),
  );
  const wrong = () => problem(read(), optional, element.type);
  return { name, node, read, check: () => show(control, error, wrong()) };
}

function problem(value, optional, type) {
  if (!optional && value.trim() === '') return t('fillIn');
  if (type === 'email_text_input' && value && !/^\S+@\S+$/.test(value)) return t('notAnAddress');
  return '';
}

function show(control, error, text) {
  error.textContent = text;
  error.hidden = text === '';
  control.setAttribute('aria-invalid', String(text !== ''));
  if (text) (control.querySelector('input') ?? control).focus();
  return text === '';
}

function plainText({ multiline, initial_value: value = '', type }, id) {
  const kind = type === 'email_text_input' ? 'email' : 'text';
  const control = multiline ? el('textarea', { id, rows: 3 }) : el('input', { id, type: kind, value });
  if (multiline) control.value = value;
  return { control, read: () => control.value };
}

function staticSelect({ options, initial_option: initial }, id) {
  const choices = options.map(({ text, value }) =>
    el('option', { value, selected: value === initial?.value }, text.text),
  );
  const control = el('select', { id }, el('option', { value: '' }, t('choose')), ...choices);
  return { control, read: () => control.value };
}

function checkboxes({ options, initial_options: initial = [] }, id) {
  const chosen = initial.map(({ value }) => value);
  const boxes = options.map(({ text, value }, i) => ({
    value,
    label: text.text,
    box: el('input', { type: 'checkbox', id: `${id}-${i}`, checked: chosen.includes(value) }),
  }));
  const lines = boxes.map(({ box, label }) => el('label', { class: 'box', for: box.id }, box, label));
  const read = () => boxes.flatMap(({ box, value }) => (box.checked ? [value] : [])).join(',');
  return { control: el('fieldset', { id }, ...lines), read };
}

const KINDS = { static_select: staticSelect, checkboxes, multi_static_select: checkboxes };
