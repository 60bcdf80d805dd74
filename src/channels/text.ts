import type { Block, Button, Field, Reply, Row } from '../kit/card.ts';
import { fileLine } from './files.ts';
import { clean, oneLine, runsOf, textOf } from './plain.ts';
import { type Columns, dotted } from './rows.ts';

/**
 * The whole reply as plain text, card and files included, for mails, logs of a terminal and clients without cards:
 * tables as lines with "·", buttons as "[Label]", forms as questions. What the reply's text says already is not repeated.
 */
export function renderText(reply: Reply<string>): string {
  const text = clean(reply.text);
  const said = new Set(text.split('\n'));
  const parts = (reply.card?.blocks ?? []).map((block) => lines(block).join('\n')).filter((part) => !said.has(part));
  const files = (reply.files ?? []).map(fileLine).join('\n');
  return [text, ...parts, files].filter((part) => part.trim() !== '').join('\n\n');
}

function lines(block: Block<string>): string[] {
  switch (block.type) {
    case 'text':
      return [textOf(runsOf(block.text))];
    case 'fields':
      return block.items.map(({ label, value }) => `${oneLine(label)}: ${textOf(runsOf(value)) || '–'}`);
    case 'table':
      return tableLines(block.columns, block.rows);
    case 'actions':
      return [buttons(block.buttons)];
    case 'form':
      // What nobody asked for yet is one button.
      if (block.open) return [buttons([{ ...block.submit, label: block.open }])];
      return [...block.fields.flatMap(fieldLines), buttons([block.submit])];
    case 'divider':
      return [];
  }
}

function tableLines(columns: Columns, rows: readonly Row<string>[]): string[] {
  const line = (cells: Row<string>['cells']) => oneLine(textOf(dotted(cells.map(runsOf))));
  const header = line(columns.map(({ label }) => label));
  return [header, ...rows.map(({ cells, actions = [] }) => `${line(cells)} ${buttons(actions)}`.trim())];
}

const buttons = (all: readonly Button<string>[]): string =>
  all.map((one) => `[${oneLine(one.label)}]${'url' in one ? ` (${one.url})` : ''}`).join(' ');

function fieldLines({ label, value, options, hint, error }: Field): string[] {
  const chosen = value?.split(',') ?? [];
  const choices = options?.map((option) => `  ${chosen.includes(option.value) ? '•' : '◦'} ${oneLine(option.label)}`);
  const answer = value && !options ? ` ${clean(value)}` : '';
  const notes = [error && `  ⚠ ${oneLine(error)}`, hint && `  (${oneLine(hint)})`].filter((note) => note !== undefined);
  return [`${oneLine(label)}:${answer}`, ...(choices ?? []), ...notes.filter((note) => note !== '')];
}
