import type { Block, Rich } from '../kit/card.ts';
import { joined, lineOf, oneLine, type Run } from './plain.ts';

export type Columns = Extract<Block<string>, { type: 'table' }>['columns'];

/** A table's row as it is read on a phone: its name and its amount on the first line, the rest below. */
interface RowView {
  name: Run[];
  /** The last right-aligned column. */
  amount: Run[];
  details: Run[];
}

const plainRun = (text: string): Run => ({ text, bold: false });

/** Joins texts by a middle dot, leaving out the empty ones. */
export const dotted = (texts: readonly Run[][]): Run[] =>
  joined(texts.filter((runs) => runs.length > 0).flatMap((runs, i) => (i === 0 ? runs : [plainRun(' · '), ...runs])));

/** Lays out one row; a further right-aligned value is a bare number, so its column's label goes with it. */
export function rowView(columns: Columns, cells: readonly Rich[]): RowView {
  const view = arrange(columns, cells, (runs, { label, align }) =>
    align === 'right' && oneLine(label) ? [plainRun(`${oneLine(label)}: `), ...runs] : runs,
  );
  return view.name.length > 0 ? view : { ...view, name: [plainRun('–')] };
}

/** The columns' labels, each where `rowView` shows the column's value. */
export function headerView(columns: Columns): RowView {
  const labels = columns.map(({ label }) => label);
  return arrange(columns, labels, (runs) => runs);
}

function arrange(
  columns: Columns,
  cells: readonly Rich[],
  detail: (runs: Run[], column: Columns[number]) => Run[],
): RowView {
  const amountAt = columns.findLastIndex(({ align }, i) => i > 0 && align === 'right');
  const lines = cells.map(lineOf);
  const rest = lines.map((runs, i) => {
    if (i === 0 || i === amountAt || runs.length === 0) return [];
    return detail(runs, columns[i] ?? { label: '' });
  });
  return { name: lines[0] ?? [], amount: lines[amountAt] ?? [], details: dotted(rest) };
}
