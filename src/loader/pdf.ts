import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

const LIMIT = 10 * 1024 * 1024;
const MAGIC = '%PDF-';

/** A PDF's bytes, or what is wrong with it. */
export type PdfResult = { bytes: Uint8Array } | { message: string };

/**
 * Reads a PDF that a file names.
 * @param folder the file's own, outside of which nothing is read, not through links either
 * @param name a path relative to it
 */
export async function readPdf(folder: string | undefined, name: string): Promise<PdfResult> {
  if (folder === undefined) return { message: 'a document made in memory can name no PDF' };
  if (isAbsolute(name)) return { message: `expected a path relative to the file, got "${name}"` };
  const root = await realpath(folder);
  const path = await realpath(join(root, name)).catch(missing);
  if (path === undefined) return { message: `there is no file "${name}"` };
  const inside = relative(root, path);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    return { message: `expected a path inside the file's folder, got "${name}"` };
  }
  const about = await stat(path);
  if (!about.isFile()) return { message: `expected a PDF, "${name}" is no file` };
  if (about.size > LIMIT) return { message: `expected a PDF of at most 10 MB, "${name}" has ${about.size} bytes` };
  const bytes = await readFile(path);
  const isPdf = bytes.subarray(0, MAGIC.length).toString('latin1') === MAGIC;
  return isPdf ? { bytes } : { message: `expected a PDF, "${name}" is none` };
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
