/** A message as the emulator keeps it. */
export interface SlackMessage {
  ts: string;
  channel: string;
  user?: string;
  bot_id?: string;
  text: string;
  blocks?: Block[];
  thread_ts?: string;
  subtype?: string;
  /** Of an ephemeral one: who alone sees it. */
  ephemeral_to?: string;
  edited?: { ts: string };
  files?: { id: string; name: string; mimetype: string; size: number; url_private_download: string }[];
}

/** An open modal. */
export interface Modal {
  id: string;
  callback_id?: string;
  private_metadata?: string;
  title: Text;
  blocks: Block[];
}

type Text = string | { text: string };

interface Option {
  text: { text: string };
  value: string;
}

/** A button, a menu or a field. */
export interface Element {
  type: string;
  action_id?: string;
  text?: Text;
  value?: string;
  url?: string;
  options?: Option[];
  initial_value?: string;
  initial_option?: Option;
  initial_options?: Option[];
}

interface Block {
  type: string;
  block_id?: string;
  text?: Text;
  label?: Text;
  accessory?: Element;
  element?: Element;
  elements?: Element[];
}

/** Something that can be pressed or chosen, in the form in which Slack's own clients say that it was. */
export interface Action {
  label: string;
  type: string;
  block_id: string;
  action_id: string;
  value?: string;
  text?: Text;
  selected_option?: Option;
}

/** As a person reads it: spaces that do not break are spaces. */
const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const textOf = (text: Text | undefined): string => spaced(typeof text === 'string' ? text : (text?.text ?? ''));

/** Everything that can be read in a message, a modal or a home page. */
export function wordsOf(shown: Pick<SlackMessage, 'blocks'> & { text?: string; title?: Text }): string {
  return spaced([shown.text, textOf(shown.title), ...strings(shown.blocks)].filter(Boolean).join('\n'));
}

/** Every text in a value, however deep: what has a key `text` that is a string. */
function strings(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'text' && typeof one === 'string' ? [one] : strings(one),
  );
}

/** What can be pressed or chosen there; a block without an id of its own is numbered, as Slack's clients do. */
export function actionsOf({ blocks = [] }: Pick<SlackMessage, 'blocks'>): Action[] {
  return blocks.flatMap((block, at) => {
    const elements = [...(block.elements ?? []), ...(block.accessory ? [block.accessory] : [])];
    return elements.flatMap((element) => of(element, block.block_id ?? `b${at}`));
  });
}

function of({ type, action_id = 'action', text, value, options }: Element, block_id: string): Action[] {
  const base = { type, block_id, action_id };
  if (type === 'button')
    return [{ ...base, label: textOf(text), ...(text && { text }), ...(value !== undefined && { value }) }];
  if (type !== 'overflow' && type !== 'static_select') return [];
  return (options ?? []).map((option) => ({ ...base, label: textOf(option.text), selected_option: option }));
}

/** A field of a modal, by its label. */
function fieldsOf({ blocks }: Modal) {
  return blocks.flatMap(({ type, block_id = '', label, element }) =>
    type === 'input' && element ? [{ label: textOf(label), block_id, element }] : [],
  );
}

/**
 * What Slack's own client sends for a modal filled in: what is given by label (options by theirs), and what stood there
 * before for the other fields.
 * @throws Error where there is no such field or option
 */
export function filledIn(modal: Modal, given: Readonly<Record<string, string | readonly string[]>>) {
  const fields = fieldsOf(modal);
  const values: Record<string, Record<string, unknown>> = {};
  for (const { block_id, element } of fields) values[block_id] = { [element.action_id ?? '']: initial(element) };
  for (const [label, value] of Object.entries(given)) {
    const field = fields.find((one) => one.label === label);
    if (!field) throw new Error(`no field "${label}" among ${fields.map((one) => one.label).join(', ')}`);
    values[field.block_id] = { [field.element.action_id ?? '']: entered(field.element, value) };
  }
  return values;
}

function initial({ type, ...element }: Element) {
  if (type === 'static_select' || type === 'radio_buttons')
    return { type, selected_option: element.initial_option ?? null };
  if (element.options) return { type, selected_options: element.initial_options ?? [] };
  return { type, value: element.initial_value ?? null };
}

function entered({ type, options }: Element, value: string | readonly string[]) {
  if (!options) return { type, value };
  const chosen = [value].flat().map((label) => {
    const option = options.find(({ text }) => text.text.startsWith(label));
    if (!option) throw new Error(`no option "${label}" among ${options.map(({ text }) => text.text).join(', ')}`);
    return option;
  });
  return type === 'static_select' || type === 'radio_buttons'
    ? { type, selected_option: chosen[0] }
    : { type, selected_options: chosen };
}
