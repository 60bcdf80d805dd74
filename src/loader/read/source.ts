import { createReadStream } from 'node:fs';
import { dirname, extname } from 'node:path';
import type { LoadProblem } from '../problems.ts';
import { syntaxProblem } from './syntax-problem.ts';

/** A file, or a document made in memory, that is read piece by piece. */
export interface Source {
  /** As the person named it. */
  name: string;
  format: 'json' | 'csv';
  /** Where the PDFs it names lie; undefined: it can name none. */
  folder?: string;
  open(): AsyncIterable<Uint8Array | string>;
}

/** What a source holds, one after the other: a row, or what keeps a part of it from being one. */
export type Item =
  | {
      section: string;
      at: number;
      raw: unknown;
      locate: (path: readonly PropertyKey[]) => { row: number; field: string };
    }
  | { problem: Omit<LoadProblem, 'file'> };

/** @throws nothing: a file that can't be opened says so when it is read */
export function fileSource(path: string): Source {
  return {
    name: path,
    format: extname(path).toLowerCase() === '.csv' ? 'csv' : 'json',
    folder: dirname(path),
    open: () => createReadStream(path, { highWaterMark: 1 << 20 }),
  };
}

/** The bytes as text; throws CodedError `load.syntax` when they are not UTF-8. */
export async function* decode(bytes: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of bytes) yield typeof chunk === 'string' ? chunk : text(decoder, chunk);
  text(decoder);
}

function text(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw syntaxProblem('expected text in UTF-8');
  }
}
