import { fieldName } from '../problems.ts';
import { type FoundRow, scanRows } from './json-scanner.ts';
import type { Item } from './source.ts';
import { syntaxProblem } from './syntax-problem.ts';

/** A document's rows, section by section, each parsed by itself, so that a big file costs no more memory than a row. */
export async function* readJson(text: AsyncIterable<string>): AsyncGenerator<Item> {
  const counts = new Map<string, number>();
  for await (const { section, json } of scanRows(text)) {
    const at = (counts.get(section) ?? 0) + 1;
    counts.set(section, at);
    yield parse({ section, json }, at);
  }
}

function parse({ section, json }: FoundRow, at: number): Item {
  try {
    return { section, at, raw: JSON.parse(json), locate: (path) => ({ row: at, field: fieldName(path) }) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw syntaxProblem(`not valid JSON: ${error.message}`, { section, row: at });
  }
}
