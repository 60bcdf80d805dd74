import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDocs, writeDocs } from '../../tools/docs.ts';
import { ROOT } from '../../tools/run.ts';

const ROLES = [{ path: 'docs/roles.md', render: () => '# Roles\n' }];

describe('generated documents', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'docs-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('are current in this project', async () => {
    expect((await checkDocs(ROOT)).problems).toEqual([]);
  });

  it('are a problem when missing, fine when written, and a problem again when edited by hand', async () => {
    expect((await checkDocs(root, ROLES)).problems).toEqual(['docs/roles.md is out of date: run npm run docs']);
    expect(await writeDocs(root, ROLES)).toEqual(['docs/roles.md']);
    expect((await checkDocs(root, ROLES)).problems).toEqual([]);
    writeFileSync(join(root, 'docs/roles.md'), '# Rolls\n');
    expect((await checkDocs(root, ROLES)).problems).toHaveLength(1);
  });

  it('may replace a part of a file written by hand', async () => {
    writeFileSync(join(root, 'README.md'), 'By hand.\nPORT: ?\n');
    const table = { path: 'README.md', render: (text: string) => text.replace(/PORT: .*/, 'PORT: 3978') };
    await writeDocs(root, [table]);
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toBe('By hand.\nPORT: 3978\n');
  });
});
