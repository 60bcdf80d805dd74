import type { Cell } from '../db/copy.ts';
import { unknownNames } from './fields.ts';
import type { Kind, StagedRow, Value } from './kind.ts';
import { SECTIONS } from './kinds/index.ts';
import { readPdf } from './pdf.ts';
import type { Problems } from './problems.ts';
import { readRows } from './read/rows.ts';
import type { Item, Source } from './read/source.ts';
import type { Stage } from './stage.ts';

type Found = Extract<Item, { raw: unknown }>;

/** Where a row was found, and how to tell a problem of it. */
interface Origin {
  source: Source;
  file: number;
  found: Found;
  /** Where in the found row this one stands, when it stands inside another. */
  path: readonly PropertyKey[];
}

/** Reads all sources into the staging tables; what is wrong with a row by itself goes to `problems`. */
export async function takeIn(sources: readonly Source[], stage: Stage, problems: Problems): Promise<void> {
  const kinds = new Map(SECTIONS.map((kind) => [kind.section, kind]));
  const wrong = new Set<string>();
  for (const [file, source] of sources.entries()) {
    for await (const found of readRows(source, problems)) {
      const kind = kinds.get(found.section);
      if (kind) await take(kind, found.raw, { source, file, found, path: [] }, stage, problems);
      else if (!wrong.has(found.section)) {
        wrong.add(found.section);
        problems.add({ file: source.name, message: unknownNames([found.section], [...kinds.keys()]) });
      }
    }
  }
  await stage.flush();
}

async function take(kind: Kind, raw: unknown, origin: Origin, stage: Stage, problems: Problems): Promise<void> {
  const { source, file, found, path } = origin;
  const { account, id } = kind.identify(raw);
  await stage.seen({ section: kind.section, file, row: found.at, account, id });
  const tell = (at: readonly PropertyKey[], message: string) => {
    const { row, field } = found.locate([...path, ...at]);
    const own = id === undefined ? {} : { id };
    problems.add({ file: source.name, section: found.section, row, ...own, ...(field ? { field } : {}), message });
  };
  const read = kind.read(raw);
  if (!read.ok) {
    for (const problem of read.problems) tell(problem.path, problem.message);
    return;
  }
  const values = await resolve(kind, read.row, source, tell);
  if (values) await stage.put(kind, read.row, values);
  for (const { kind: inner, row, path: inside } of read.row.nested) {
    await take(inner, row, { ...origin, path: inside }, stage, problems);
  }
}

/** The row's cells, with the PDFs it names read from their files; undefined when one of them is wrong. */
async function resolve(
  kind: Kind,
  row: StagedRow,
  source: Source,
  tell: (at: readonly PropertyKey[], message: string) => void,
): Promise<readonly Cell[] | undefined> {
  if (!row.values.some(isPdf)) return row.values as readonly Cell[];
  const cells: Cell[] = [];
  for (const [at, value] of row.values.entries()) {
    if (!isPdf(value)) cells.push(value);
    else {
      const read = await readPdf(source.folder, value.pdf);
      if ('message' in read) return void tell([kind.columns[at]!], read.message);
      cells.push(read.bytes);
    }
  }
  return cells;
}

const isPdf = (value: Value): value is { pdf: string } => typeof value === 'object' && value !== null && 'pdf' in value;
