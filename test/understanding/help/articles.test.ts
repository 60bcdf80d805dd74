import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { TOPICS } from '../../../dialogs/help/topics.ts';
import { HELP } from '../../../src/app/folders.ts';
import { LOCALES } from '../../../src/lib/locale.ts';
import { type ContactRole, POLICY } from '../../../src/portal/policy.ts';
import { plainText, readArticles } from '../../../src/understanding/help/articles.ts';

const articles = await readArticles(HELP);
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('the articles of the help', () => {
  it('each lead somewhere, and to articles that there are', () => {
    expect(Object.keys(TOPICS).sort()).toEqual([...articles.en.keys()].sort());
    const related = Object.values(TOPICS).flatMap((topic) => topic.related);
    expect(related.filter((id) => !articles.en.has(id))).toEqual([]);
    expect(Object.entries(TOPICS).filter(([id, topic]) => topic.related.includes(id))).toEqual([]);
  });

  it.each(LOCALES)('each show steps or points, and fit a card (%s)', (locale) => {
    const texts = [...articles[locale].values()].filter(({ passages }) => passages.every((p) => 'text' in p));
    expect(texts.map(({ id }) => id)).toEqual(['primary-contact']);
    const long = [...articles[locale].values()].filter((article) => plainText(article).length > 3000);
    expect(long.map(({ id }) => id)).toEqual([]);
  });

  it('have as many passages and steps in one language as in the other', () => {
    const shape = (locale: 'en' | 'pl') =>
      [...articles[locale].values()].map(({ id, passages }) => [
        id,
        passages.map((p) => ('text' in p ? 1 : 'steps' in p ? p.steps.length : p.points.length)),
      ]);
    expect(shape('pl')).toEqual(shape('en'));
  });

  it.each(LOCALES)('say of each role exactly what the policy allows it (%s)', (locale) => {
    const lists = articles[locale].get('roles')!.passages.flatMap((p) => ('points' in p ? [p.points] : []));
    const allowed = (holds: (roles: readonly ContactRole[]) => boolean) =>
      Object.values(POLICY)
        .filter(({ roles }) => holds(roles))
        .map(({ label }) => label[locale])
        .sort();
    const only = (role: ContactRole) => allowed((roles) => roles.length < 3 && roles.includes(role));
    const expected = [allowed((roles) => roles.length === 3), only('finance'), only('technical'), only('management')];
    expect(lists.map((list) => [...list].sort())).toEqual(expected);
  });
});

describe('an article that is not right', () => {
  const folderOf = (files: Record<string, string>) => {
    const folder = mkdtempSync(join(tmpdir(), 'help-'));
    folders.push(folder);
    for (const locale of LOCALES) mkdirSync(join(folder, locale));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  };
  const GOOD = '---\ntitle: T\nwords: w\nquestions: [a, b, c]\n---\nLead.\n';

  it('is named with what is wrong in it', async () => {
    const bad = (text: string) => readArticles(folderOf({ 'en/a.md': text, 'pl/a.md': GOOD }));
    const rejects = (text: string, problem: string) =>
      expect(bad(text)).rejects.toMatchObject({
        reason: 'help_article_not_valid',
        details: {
          file: expect.stringContaining('en/a.md') as string,
          problem: expect.stringContaining(problem) as string,
        },
      });
    await rejects('Lead.', 'no front matter');
    await rejects(GOOD.replace('title: T\n', ''), 'title');
    await rejects(GOOD.replace('Lead.', '- a point'), 'no paragraph');
  });

  it('is one that stands in one language only', async () => {
    const one = readArticles(folderOf({ 'en/a.md': GOOD }));
    await expect(one).rejects.toMatchObject({ reason: 'help_article_in_one_language', details: { articles: ['a'] } });
  });

  it('keeps its paragraphs, steps and points apart', async () => {
    const text = `${GOOD}\n1. One\n   goes on\n2. Two\n\n- a\n- b\n`;
    const { en } = await readArticles(folderOf({ 'en/a.md': text, 'pl/a.md': GOOD }));
    expect(en.get('a')!.passages).toEqual([
      { text: 'Lead.' },
      { steps: ['One goes on', 'Two'] },
      { points: ['a', 'b'] },
    ]);
  });
});
