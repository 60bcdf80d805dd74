import { isCoded } from '../../lib/errors.ts';
import type { Problems } from '../problems.ts';
import { readCsv } from './csv.ts';
import { readJson } from './json.ts';
import { decode, type Item, type Source } from './source.ts';

/** The rows of a source; what can't be read of it is added to `problems`. */
export async function* readRows(source: Source, problems: Problems): AsyncGenerator<Extract<Item, { raw: unknown }>> {
  const read = source.format === 'csv' ? readCsv : readJson;
  try {
    for await (const item of read(decode(source.open()))) {
      if ('problem' in item) problems.add({ file: source.name, ...item.problem });
      else yield item;
    }
  } catch (error) {
    problems.add({ file: source.name, ...unreadable(error) });
  }
}

function unreadable(error: unknown): { message: string } {
  if (isCoded(error, 'invalid', 'load.syntax')) return error.details as { message: string };
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return { message: 'there is no such file' };
  if (code === 'EISDIR') return { message: 'is a folder, expected a file' };
  if (code === 'EACCES' || code === 'EPERM') return { message: 'may not be read' };
  throw error;
}
