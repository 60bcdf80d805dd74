import type { KnownBlock, Overflow, SectionBlock, Button as SlackButton } from '@slack/types';
import type { Button, Row } from '../../kit/card.ts';
import { SLACK } from '../limits.ts';
import { oneLine, type Run, textOf } from '../plain.ts';
import { type Columns, dotted, headerView, rowView } from '../rows.ts';
import { splitText } from '../split.ts';
import { actionBlocks, button } from './buttons.ts';
import { label, plain, textObject } from './escape.ts';
import { textBlocks } from './text.ts';

/** A header line, then a section a row; rows without actions share sections, so that long ones fit a message. */
export function tableBlocks(columns: Columns, rows: readonly Row<string>[]): KnownBlock[] {
  const header = headerView(columns);
  const blocks: KnownBlock[] = textBlocks(textOf(dotted([header.name, header.amount, header.details])), 'muted');
  let waiting: Run[] = [];
  const flush = () => {
    blocks.push(...sections(waiting));
    waiting = [];
  };
  for (const row of rows) {
    const runs = rowRuns(columns, row);
    const joined = waiting.length > 0 ? [...waiting, { text: '\n', bold: false }, ...runs] : runs;
    const hasActions = row.actions && row.actions.length > 0;
    if (!hasActions && fits(joined)) {
      waiting = joined;
      continue;
    }
    flush();
    if (hasActions) blocks.push(...pressable(runs, row.actions ?? []));
    else waiting = runs;
  }
  flush();
  return blocks;
}

/** Two lines: the name and the amount, then everything else. */
function rowRuns(columns: Columns, row: Row<string>): Run[] {
  const { name, amount, details } = rowView(columns, row.cells);
  const first = dotted([name.map((run) => ({ ...run, text: run.text.trim(), bold: true })), amount]);
  return details.length > 0 ? [...first, { text: '\n', bold: false }, ...details] : first;
}

const fits = (runs: readonly Run[]): boolean => textObject(runs).text.length <= SLACK.sectionText;

function sections(runs: readonly Run[]): SectionBlock[] {
  if (runs.length === 0) return [];
  if (fits(runs)) return [{ type: 'section', text: textObject(runs) }];
  return splitText(textOf(runs), SLACK.sectionText).map((text) => ({ type: 'section', text: plain(text) }));
}

/** One action is a button beside the row, several are its menu; what a menu can't hold stands below as buttons. */
function pressable(runs: readonly Run[], actions: readonly Button<string>[]): KnownBlock[] {
  const [first, ...others] = sections(runs);
  const [only] = actions;
  if (!first || !only) return others;
  const accessory = actions.length === 1 ? rowButton(runs, only) : menu(actions.slice(0, SLACK.overflowOptions));
  return [{ ...first, accessory }, ...others, ...actionBlocks(actions.slice(SLACK.overflowOptions))];
}

/** Read out with the row's first line, since twenty buttons "Show" tell a listener nothing. */
function rowButton(runs: readonly Run[], action: Button<string>): SlackButton {
  const spoken = `${oneLine(action.label)}: ${textOf(runs).split('\n')[0]}`;
  return { ...button(action, 0), ...(spoken.length <= SLACK.accessibilityLabel && { accessibility_label: spoken }) };
}

const menu = (actions: readonly Button<string>[]): Overflow => ({
  type: 'overflow',
  action_id: 'menu',
  options: actions.map((action, i) =>
    'url' in action
      ? { text: label(action.label), url: action.url, value: `open:${i}` }
      : { text: label(action.label), value: action.action },
  ),
});
