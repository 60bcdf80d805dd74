import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { unknownNames } from '../fields.ts';
import { fieldName } from '../problems.ts';
import { type CsvLayout, LAYOUTS } from './csv-layouts.ts';
import type { Item } from './source.ts';
import { syntaxProblem } from './syntax-problem.ts';

/** An unclosed quote would take in the rest of the file. */
const RECORD_LIMIT = 1 << 20;

interface Line {
  cells: readonly string[];
  at: number;
}

/** Rows of one CSV file: lines with the same account and id, one after the other, are one row with its lists. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<Item> {
  let layout: CsvLayout | undefined;
  let header: readonly string[] = [];
  let open: Group | undefined;
  for await (const { cells, at } of lines(text)) {
    if (!layout) {
      header = cells.map((cell) => cell.trim());
      layout = layoutOf(header);
      continue;
    }
    if (cells.length !== header.length) {
      const message = `expected ${header.length} cells as in the header, got ${cells.length}`;
      yield { problem: { section: layout.section, row: at, message } };
      continue;
    }
    const cell = new Map(header.flatMap((name, index) => (cells[index] === '' ? [] : [[name, cells[index]!]])));
    if (open && sameRow(open, cell)) {
      const problem = open.add(cell, at);
      if (problem) yield { problem: { section: layout.section, row: at, ...problem } };
    } else {
      if (open) yield open.item();
      open = group(layout, cell, at);
    }
  }
  if (!layout) throw syntaxProblem('expected a header row');
  if (open) yield open.item();
}

async function* lines(text: AsyncIterable<string>): AsyncGenerator<Line> {
  const chunks = text[Symbol.asyncIterator]();
  const first = await chunks.next();
  const beginning = first.done ? '' : first.value;
  const head = beginning.split('\n', 1)[0] ?? '';
  // Spreadsheets of half of Europe part their cells by semicolons.
  const delimiter = head.split(';').length > head.split(',').length ? ';' : ',';
  async function* again() {
    yield beginning;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: RECORD_LIMIT,
  });
  // A failing source ends the parser with its error, which the loop below meets.
  const records = pipeline(Readable.from(again()), parser, () => undefined);
  try {
    for await (const { record, info } of records as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { cells: record, at: info.lines };
    }
  } catch (error) {
    if (error instanceof CsvError) throw syntaxProblem(`not valid CSV: ${error.message}`);
    throw error;
  }
}

/** @throws CodedError `load.syntax` when it is none of the kinds, or has columns of none */
function layoutOf(header: readonly string[]): CsvLayout {
  const layout = LAYOUTS.find(({ tellsBy }) => header.includes(tellsBy));
  if (!layout) {
    const known = LAYOUTS.map(({ section, tellsBy }) => `${section} (with ${tellsBy})`).join(', ');
    throw syntaxProblem(`expected the columns of ${known}`);
  }
  const known = [
    ...layout.columns,
    ...layout.lists.flatMap(({ prefix, columns }) => columns.map((name) => `${prefix}.${name}`)),
  ];
  const wrong = header.filter((name) => !known.includes(name));
  if (wrong.length > 0) throw syntaxProblem(`header: ${unknownNames(wrong, known)}`, { section: layout.section });
  const twice = header.filter((name, at) => header.indexOf(name) !== at);
  if (twice.length > 0) throw syntaxProblem(`header: ${twice.join(', ')} stands twice`, { section: layout.section });
  return layout;
}

type Cells = ReadonlyMap<string, string>;

interface Group {
  first: Cells;
  add(cells: Cells, at: number): { field: string; message: string } | undefined;
  item(): Item;
}

const sameRow = ({ first }: Group, cells: Cells): boolean =>
  cells.get('id') === first.get('id') && cells.get('account') === first.get('account');

function group(layout: CsvLayout, first: Cells, at: number): Group {
  const lists = new Map<string, { item: unknown; at: number }[]>();
  const take = (cells: Cells, line: number) => {
    for (const { list, prefix, columns, flags } of layout.lists) {
      const given = columns.filter((name) => cells.has(`${prefix}.${name}`));
      if (given.length === 0) continue;
      const item = Object.fromEntries(
        given.map((name) => [name, typed(cells.get(`${prefix}.${name}`)!, flags.includes(name))]),
      );
      const items = lists.get(list) ?? [];
      items.push({ item, at: line });
      lists.set(list, items);
    }
  };
  take(first, at);
  return {
    first,
    add(cells, line) {
      const changed = layout.columns.find((name) => cells.has(name) && cells.get(name) !== first.get(name));
      take(cells, line);
      return changed === undefined
        ? undefined
        : { field: changed, message: `expected the same as in line ${at}, or nothing, in a further line of the row` };
    },
    item() {
      const own = layout.columns.flatMap((name) => {
        const cell = first.get(name);
        return cell === undefined ? [] : [[name, typed(cell, layout.flags.includes(name))] as const];
      });
      const items = [...lists].map(([list, entries]) => [list, entries.map(({ item }) => item)] as const);
      const locate = (path: readonly PropertyKey[]) => {
        const [list, position, ...rest] = path;
        const found = typeof position === 'number' ? lists.get(String(list))?.[position] : undefined;
        const prefix = layout.lists.find((one) => one.list === list)?.prefix ?? '';
        return found ? { row: found.at, field: fieldName([prefix, ...rest]) } : { row: at, field: fieldName(path) };
      };
      return { section: layout.section, at, raw: Object.fromEntries([...own, ...items]), locate };
    },
  };
}

/** A cell as JSON would have it; what is no flag stays text and is answered as such. */
const typed = (cell: string, isFlag: boolean): unknown =>
  isFlag && (cell === 'true' || cell === 'false') ? cell === 'true' : cell;
