import type { Block, Button, Reply, Rich } from '../../src/kit/card.ts';

/** What is left of a text when only what can be seen counts. */
export const seen = (text: string): string =>
  text.toWellFormed().replace(/[\s\p{C}\p{Default_Ignorable_Code_Point}]/gu, '');

const pieces = (rich: Rich): string[] =>
  typeof rich === 'string' ? [rich] : rich.map((piece) => (typeof piece === 'string' ? piece : piece.b));

const buttonTexts = (buttons: readonly Button<string>[]) => buttons.map(({ label }) => label);

function blockTexts(block: Block<string>): string[] {
  switch (block.type) {
    case 'text':
      return pieces(block.text);
    case 'fields':
      return block.items.flatMap(({ label, value }) => [label, ...pieces(value)]);
    case 'table':
      return [
        ...block.columns.map(({ label }) => label),
        ...block.rows.flatMap(({ cells, actions }) => [...cells.flatMap(pieces), ...buttonTexts(actions ?? [])]),
      ];
    case 'actions':
      return buttonTexts(block.buttons);
    case 'form':
      return [
        ...block.fields.flatMap(({ label, hint, error, options }) => [
          label,
          hint ?? '',
          error ?? '',
          ...(options ?? []).map((option) => option.label),
        ]),
        block.submit.label,
        block.open ?? '',
      ];
    case 'divider':
      return [];
  }
}

/** Every text a person should find in a reply's rendering. */
export function textsOf(reply: Reply<string>): string[] {
  const card = reply.card ? reply.card.blocks.flatMap(blockTexts) : [reply.text];
  return [...card, ...(reply.files ?? []).map(({ name }) => name)];
}

/** Every id and address a press in the card leads to. */
export function targetsOf(reply: Reply<string>): string[] {
  return (reply.card?.blocks ?? []).flatMap((block): string[] => {
    if (block.type === 'form') return [block.submit.action, ...block.fields.map(({ name }) => name)];
    const buttons = block.type === 'actions' ? block.buttons : [];
    const inRows = block.type === 'table' ? block.rows.flatMap(({ actions }) => actions ?? []) : [];
    return [...buttons, ...inRows].map((button) => ('url' in button ? button.url : button.action));
  });
}

/** The strings under the given keys of any JSON value, in order. */
export function stringsAt(value: unknown, keys: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => stringsAt(item, keys));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (!keys.includes(key)) return stringsAt(inner, keys);
    if (typeof inner === 'string') return [inner];
    const strings = Array.isArray(inner)
      ? inner.map((item) => (typeof item === 'string' ? [item] : stringsAt(item, keys)))
      : [stringsAt(inner, keys)];
    return strings.flat();
  });
}
