import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const START = `# Understanding, measured

Written by \`npm run eval -- --write FILE...\`, never by hand.
`;

/**
 * Puts figures into a document under the heading, between marks, in the place of those that stood there; a document that
 * is not there is made. Everything else in it stays.
 */
export async function writeFigures(path: string, key: string, heading: string, figures: string): Promise<void> {
  const [open, close] = [`<!-- eval:${key} -->`, `<!-- /eval:${key} -->`];
  const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return START;
    throw error;
  });
  const block = `${open}\n\n## ${heading}\n\n${figures}\n\n${close}`;
  const [from, to] = [before.indexOf(open), before.indexOf(close)];
  const after =
    from >= 0 && to > from
      ? before.slice(0, from) + block + before.slice(to + close.length)
      : `${before.trimEnd()}\n\n${block}\n`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, after);
}
