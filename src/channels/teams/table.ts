import type { IColumn, IColumnSet } from '@microsoft/teams.cards';
import type { Row } from '../../kit/card.ts';
import { type Run, textOf } from '../plain.ts';
import { type Columns, dotted, headerView, rowView } from '../rows.ts';
import { actionSets, type Press, press } from './actions.ts';
import { title } from './escape.ts';
import { type Look, richText } from './text.ts';

const MUTED: Look = { isSubtle: true, size: 'Small' };

/**
 * A header and a line a row: name over details at the left, the amount at the right, so that it reads at a phone's
 * width too, where the four columns of a Table break words apart. Pressing the name does the row's first action, the
 * others are its "..." menu.
 */
export function tableElements(columns: Columns, rows: readonly Row<string>[]): IColumnSet[] {
  const { name, amount, details } = headerView(columns);
  const hasMenu = rows.some(({ actions = [] }) => actions.length > 1);
  const labels = [column(dotted([name, details]), MUTED), ...amountColumn(amount, MUTED)];
  const header: IColumnSet = { type: 'ColumnSet', columns: [...labels, ...(hasMenu ? [menuColumn([])] : [])] };
  return [header, ...rows.map((row) => rowElement(columns, row, hasMenu))];
}

function rowElement(columns: Columns, row: Row<string>, hasMenu: boolean): IColumnSet {
  const { name, amount, details } = rowView(columns, row.cells);
  const [first, ...others] = row.actions ?? [];
  const left = column(
    name.map((run) => ({ ...run, bold: true })),
    first ? { color: 'Accent' } : {},
  );
  if (details.length > 0) left.items.push(richText(details, MUTED, { spacing: 'None' }));
  // The title is read out in place of the name it covers.
  if (first) left.selectAction = { ...press(first), title: title(`${first.label}: ${textOf(name)}`) };
  const menu = others.map((action): Press => ({ ...press(action), mode: 'secondary' }));
  return {
    type: 'ColumnSet',
    separator: true,
    spacing: 'Small',
    columns: [left, ...amountColumn(amount, {}), ...(hasMenu ? [menuColumn(menu)] : [])],
  };
}

const column = (runs: readonly Run[], look: Look): IColumn => ({
  type: 'Column',
  width: 'stretch',
  items: runs.length > 0 ? [richText(runs, look)] : [],
});

const amountColumn = (amount: readonly Run[], look: Look): IColumn[] =>
  amount.length === 0
    ? []
    : [{ type: 'Column', width: 'auto', items: [richText(amount, look, { horizontalAlignment: 'Right' })] }];

/** Of one width in every line, so that the amounts beside it stand in one column. */
const menuColumn = (menu: readonly Press[]): IColumn => ({
  type: 'Column',
  width: '48px',
  verticalContentAlignment: 'Center',
  items: actionSets(menu),
});
