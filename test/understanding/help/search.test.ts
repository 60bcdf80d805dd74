import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { HELP, UNDERSTANDING } from '../../../src/app/folders.ts';
import { LOCALES, type Locale } from '../../../src/lib/locale.ts';
import { readArticles } from '../../../src/understanding/help/articles.ts';
import { openHelp } from '../../../src/understanding/help/index.ts';
import { fold } from '../../../src/understanding/text/fold.ts';

interface Questions extends Record<Locale, Record<string, string[]>> {
  nothing: Record<Locale, string[]>;
}

const read = <T>(path: string) => parse(readFileSync(path, 'utf8')) as T;
const questions = read<Questions>(join(import.meta.dirname, 'questions.yaml'));
const phrases = (path: string) => read<Record<Locale, string[]>>(join(UNDERSTANDING.phrasesDir, path));
const help = openHelp({ articlesDir: HELP });
const first = async (question: string, locale: Locale) => {
  const { article, near } = await help.find(question, locale);
  return { answers: article !== undefined, id: (article ?? near[0])?.id };
};
const everyFourth = (all: readonly string[]) => all.filter((_, at) => at % 4 === 0);
const share = (found: readonly boolean[]) => found.filter(Boolean).length / found.length;

describe.each(LOCALES)('questions in other words than the articles’ (%s)', (locale) => {
  const asked = Object.entries(questions[locale]).flatMap(([id, all]) => all.map((question) => ({ id, question })));
  const results = Promise.all(
    asked.map(async ({ id, question }) => {
      const found = await first(question, locale);
      return { ...found, right: found.id === id };
    }),
  );

  it('find the right article first nearly nine times in ten', async () => {
    expect(asked.length).toBeGreaterThanOrEqual(60);
    expect(share((await results).map(({ right }) => right))).toBeGreaterThan(0.84);
  });

  it('are answered, and rightly where they are', async () => {
    const answered = (await results).filter(({ answers }) => answers);
    expect(answered.length / asked.length).toBeGreaterThan(0.78);
    expect(share(answered.map(({ right }) => right))).toBeGreaterThan(0.85);
  });

  it('that the portal has nothing to do with are not answered', async () => {
    const found = await Promise.all(questions.nothing[locale].map((question) => first(question, locale)));
    expect(found.length).toBeGreaterThanOrEqual(25);
    expect(share(found.map(({ answers }) => !answers))).toBeGreaterThan(0.85);
  });

  it('find the same without diacritics', async () => {
    const plain = await Promise.all(asked.map(({ question }) => first(fold(question), locale)));
    const written = await results;
    expect(share(plain.map(({ id }, at) => id === written[at]!.id))).toBe(1);
  });
});

it.each(LOCALES)('an article’s own questions find it (%s)', async (locale) => {
  const articles = [...(await readArticles(HELP))[locale].values()];
  const own = articles.flatMap(({ id, questions: all }) =>
    all.flatMap((q) => q.split(', ').map((one) => ({ id, one }))),
  );
  const found = await Promise.all(own.map(async ({ id, one }) => (await first(one, locale)).id === id));
  expect(share(found)).toBeGreaterThan(0.99);
});

describe('the threshold', () => {
  it('answers what is asked of help, and little of what is out of scope', async () => {
    const of = async (path: string) => {
      const all = LOCALES.flatMap((locale) =>
        everyFourth(phrases(path)[locale]).map((question) => first(question, locale)),
      );
      return share((await Promise.all(all)).map(({ answers }) => answers));
    };
    expect(await of('help/ask.phrases.yaml')).toBeGreaterThan(0.88);
    expect(await of('conversation/none.phrases.yaml')).toBeLessThan(0.1);
  });

  it('does not count numbers, addresses and length against a question', async () => {
    expect(await first('how do I pay invoice FV/2026/11/007 from jan@acme.example?', 'en')).toMatchObject({
      answers: true,
    });
    expect(await first(`how do I pay an invoice ${'1234 '.repeat(1000)}`, 'en')).toMatchObject({ id: 'pay-invoice' });
    expect(await first('', 'en')).toEqual({ answers: false, id: undefined });
    expect(await first('???', 'pl')).toEqual({ answers: false, id: undefined });
  });

  it('finds a question in one language for somebody who reads the other', async () => {
    const { article } = await help.find('jak zapłacić fakturę', 'en');
    expect(article?.title).toBe('Paying invoices');
  });
});

it('searches in less than two milliseconds', async () => {
  const all = LOCALES.flatMap((locale) => Object.values(questions[locale]).flat());
  for (const question of all) await help.find(question, 'en');
  const times: number[] = [];
  for (const question of all) {
    const began = performance.now();
    await help.find(question, 'en');
    times.push(performance.now() - began);
  }
  // The median: what else runs on the machine is not measured.
  expect(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(2);
});
