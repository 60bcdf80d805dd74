import type { Article, Help } from '../../kit/help.ts';
import { readArticles } from './articles.ts';
import type { composerOf } from './composing.ts';
import { searchIn } from './search.ts';

/**
 * So much of a question an article has to cover to answer it: where as many of the phrases of `help.ask` are left
 * unanswered as out-of-scope ones are answered. test/understanding/help/search.test.ts holds what comes of it.
 */
const ENOUGH = 0.58;
/** Less than that is not even near. */
const NEAR = 0.35;
const NEIGHBOURS = 3;
/** So many articles a language model gets to answer from. */
const SOURCES = 3;

interface Deps {
  /** Has a folder a language. */
  articlesDir: string;
  /** Words an answer, where there is a language model to. */
  compose?: ReturnType<typeof composerOf> | undefined;
}

/** The help of the articles in a folder, read and indexed when something is first asked. */
export function openHelp({ articlesDir, compose }: Deps): Help {
  let loaded: ReturnType<typeof load> | undefined;
  const library = () => {
    loaded ??= load(articlesDir);
    return loaded;
  };

  const find: Help['find'] = async (question, locale) => {
    const { articles, search } = await library();
    const hits = search(question).filter(({ covered }) => covered >= NEAR);
    const [first, ...rest] = hits.map(({ id }): Article => articles[locale].get(id)!);
    if (first && hits[0]!.covered >= ENOUGH) return { article: first, near: rest.slice(0, NEIGHBOURS) };
    return { near: [...(first ? [first] : []), ...rest].slice(0, NEIGHBOURS) };
  };
  return {
    find,
    async ask(text, locale, person) {
      const found = await find(text, locale);
      if (!found.article || !compose) return found;
      const composed = await compose({ text, locale, person }, [found.article, ...found.near].slice(0, SOURCES));
      return composed ? { ...found, composed } : found;
    },
    article: async (id, locale) => (await library()).articles[locale].get(id),
  };
}

async function load(directory: string) {
  const articles = await readArticles(directory);
  return { articles, search: await searchIn(articles) };
}
