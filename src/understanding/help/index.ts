import type { Article, Help } from '../../kit/help.ts';
import { readArticles } from './articles.ts';
import { searchIn } from './search.ts';

/** So much of a question an article has to cover to answer it: measured, test/understanding/help-search.test.ts. */
const ENOUGH = 0.54;
/** Less than that is not even near. */
const NEAR = 0.35;
const NEIGHBOURS = 3;

interface Deps {
  /** Has a folder a language. */
  articlesDir: string;
}

/** The help of the articles in a folder, read and indexed when something is first asked. */
export function openHelp({ articlesDir }: Deps): Help {
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
    ask: (question, locale) => find(question, locale),
    article: async (id, locale) => (await library()).articles[locale].get(id),
  };
}

async function load(directory: string) {
  const articles = await readArticles(directory);
  return { articles, search: await searchIn(articles) };
}
