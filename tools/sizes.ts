import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from './run.ts';
import { sources } from './sources.ts';

const LONGEST = 300;
const MEDIAN = 80;

/** Files of one idea (ARCHITECTURE.md, house rules): none of ours over 300 lines, half of them under 80. */
export function checkSizes(root: string): Outcome {
  const files = sources(root, ['src', 'dialogs', 'tools', 'bench'], 'ts,mjs,css,html');
  const sized = files.map((file) => ({ file, lines: lineCount(readFileSync(join(root, file), 'utf8')) }));
  const long = sized.filter(({ lines }) => lines > LONGEST);
  const middle = median(sized.map(({ lines }) => lines));
  return {
    problems: [
      ...long.map(({ file, lines }) => `${file} has ${lines} lines, ${LONGEST} are allowed`),
      ...(middle < MEDIAN ? [] : [`the median file has ${middle} lines, it should stay under ${MEDIAN}`]),
    ],
    note: `${files.length} files, median ${middle} lines`,
  };
}

function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
