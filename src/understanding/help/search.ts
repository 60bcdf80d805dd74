import MiniSearch from 'minisearch';
import { LOCALES, type Localized } from '../../lib/locale.ts';
import { plainText, type SourceArticle } from './articles.ts';
import { grams } from './grams.ts';

/** An article found for a question. */
export interface Hit {
  id: string;
  /** How much of what the question says the article says too, 0 to 1; rare pieces weigh more than common ones. */
  covered: number;
}

export type Search = (question: string) => Hit[];

/** Words of a question weigh more than words that an article happens to use. */
const BOOST = { questions: 3, title: 2, words: 2 };
const KEPT = 8;
const AT_ONCE = 5;

/**
 * Searches the articles of both languages at once: a question may be in another language than the person's setting.
 * Best first, each article once.
 */
export async function searchIn(articles: Localized<ReadonlyMap<string, SourceArticle>>): Promise<Search> {
  const index = new MiniSearch<Record<'id' | 'title' | 'words' | 'questions' | 'body', string>>({
    fields: ['title', 'words', 'questions', 'body'],
    tokenize: grams,
    processTerm: (term) => term,
    searchOptions: { boost: BOOST },
  });
  const documents = LOCALES.flatMap((locale) =>
    [...articles[locale].values()].map((article) => ({
      id: `${locale} ${article.id}`,
      title: article.title,
      words: article.words,
      questions: article.questions.join('\n'),
      body: plainText(article),
    })),
  );
  // In between others are served.
  await index.addAllAsync(documents, { chunkSize: AT_ONCE });
  const pieces = new Map(documents.map(({ id, ...texts }) => [id, new Set(grams(Object.values(texts).join('\n')))]));
  const weights = new Map<string, number>();
  const weightOf = (piece: string): number => {
    const known = weights.get(piece);
    if (known !== undefined) return known;
    const holding = [...pieces.values()].filter((all) => all.has(piece)).length;
    const weight = Math.log((pieces.size + 1) / (holding + 0.5));
    if (holding > 0) weights.set(piece, weight);
    return weight;
  };

  return (question) => {
    const asked = new Set(grams(question));
    const found = new Map<string, Hit>();
    for (const { id: document } of index.search(question)) {
      const id = document.slice(document.indexOf(' ') + 1);
      if (found.size === KEPT) break;
      if (!found.has(id)) found.set(id, { id, covered: coverage(asked, pieces.get(document)!) });
    }
    return [...found.values()];
  };

  function coverage(asked: ReadonlySet<string>, said: ReadonlySet<string>): number {
    let all = 0;
    let shared = 0;
    for (const piece of asked) {
      const weight = weightOf(piece);
      all += weight;
      if (said.has(piece)) shared += weight;
    }
    return all === 0 ? 0 : shared / all;
  }
}
