import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSizes } from '../../tools/sizes.ts';

describe('the sizes of files', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'sizes-'));
    mkdirSync(join(root, 'src/db/generated'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const file = (path: string, lines: number) => writeFileSync(join(root, path), 'x\n'.repeat(lines));

  it('allow 300 lines and name the file that has one more', () => {
    file('src/long.ts', 300);
    for (const name of ['a', 'b']) file(`src/${name}.ts`, 10);
    expect(checkSizes(root).problems).toEqual([]);
    file('src/long.ts', 301);
    expect(checkSizes(root).problems).toEqual(['src/long.ts has 301 lines, 300 are allowed']);
  });

  it('are too big in the middle when half the files reach 80 lines', () => {
    for (const name of ['a', 'b', 'c']) file(`src/${name}.ts`, 80);
    expect(checkSizes(root).problems).toEqual(['the median file has 80 lines, it should stay under 80']);
  });

  it('of generated files do not count', () => {
    file('src/a.ts', 10);
    file('src/db/generated/client.ts', 9000);
    expect(checkSizes(root).problems).toEqual([]);
  });
});
