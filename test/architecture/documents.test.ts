import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFiles } from '../../src/loader/load.ts';
import { ROOT } from '../../tools/run.ts';
import { sources } from '../../tools/sources.ts';
import { folderOf, loaderOn } from '../loader/support.ts';
import { testDatabase } from '../support/database.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: ROOT });
const readme = read('README.md');
const database = await testDatabase();

describe('what is written by hand', () => {
  it.each(pages)('%s links only to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, to]) => to!);
    const missing = links.filter((to) => !existsSync(join(ROOT, dirname(page), to)) && !to.startsWith('NNNN'));
    expect(missing).toEqual([]);
  });

  it('names only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) => [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!));
    expect(named).toContain('check');
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('explains only errors that the code has', () => {
    const table = readme.split('## When something is wrong')[1]!.split('\n## ')[0]!;
    const named = [...table.matchAll(/`([a-z]+[._][a-z._]+)`/g)].map(([, reason]) => reason!);
    const code = sources(ROOT, ['src']).map(read).join('\n');
    expect(named).toContain('data_dir_in_use');
    expect(named.filter((reason) => !code.includes(`'${reason}'`))).toEqual([]);
  });

  it('has an example of data that loads as it stands', async () => {
    const [, name, content] = /<!-- example: (\S+) -->\n```json\n([\s\S]*?)```/.exec(readme)!;
    const { counts } = await loadFiles([join(folderOf({ [name!]: content! }), name!)], loaderOn(database).deps);
    expect(counts.map(({ section, inserted }) => [section, inserted])).toEqual([
      ['accounts', 1],
      ['orderingDocuments', 1],
      ['invoices', 1],
      ['people of ordering documents', 2],
    ]);
  });
});
