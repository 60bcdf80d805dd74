import MiniSearch from 'minisearch';
import { LOCALES, type Localized } from '../../lib/locale.ts';
import { plainText, type SourceArticle } from './articles.ts';
import { grams } from './grams.ts';
import { shared, weightOfAll, weightsOf } from './weights.ts';

/** An article found for a question. */
interface Hit {
  id: string;
  /** How much of what the question says the article says too, 0 to 1; rare pieces weigh more than common ones. */
  covered: number;
}

export type Search = (question: string) => Hit[];

/** What people ask weighs more than words that an article happens to use. */
const BOOST = { questions: 3, title: 2, words: 2 };
/** How much more the same question counts than a like one: what an article is asked by word for word is its. */
const SHARPNESS = 4;
const RANKED = 12;
/** The weight of a piece that half of the documents hold: it finds nothing, and costs most of the time. */
const COMMON = Math.LN2;
const AT_ONCE = 5;
/** Longer questions tell stories. */
const LONGEST = 300;
/** What names one thing is nothing that a general article could say. */
const NAMED = /\S*[\p{N}@]\S*/gu;

/**
 * Searches the articles of both languages at once: a question may be in another language than the person's setting.
 * Best first, each article once.
 */
export async function searchIn(articles: Localized<ReadonlyMap<string, SourceArticle>>): Promise<Search> {
  const documents = LOCALES.flatMap((locale) =>
    [...articles[locale].values()].map(({ id, title, words, questions, ...article }) => ({
      id: `${locale} ${id}`,
      ...{ title, words },
      questions: questions.join('\n'),
      body: plainText(article),
    })),
  );
  const index = new MiniSearch<(typeof documents)[number]>({
    fields: ['title', 'words', 'questions', 'body'],
    tokenize: grams,
    processTerm: (term) => term,
    searchOptions: { boost: BOOST },
  });
  // In between others are served.
  await index.addAllAsync(documents, { chunkSize: AT_ONCE });
  const pieces = new Map(documents.map(({ id, ...texts }) => [id, piecesOf(texts)]));
  const weightOf = weightsOf([...pieces.values()].map(({ all }) => all));
  const indexed = new Map(
    [...pieces].map(([id, { all, lines }]) => [
      id,
      { all, lines: lines.map((line) => ({ pieces: line, weight: weightOfAll(line, weightOf) })) },
    ]),
  );

  return (text) => {
    const question = text.slice(0, LONGEST).replace(NAMED, ' ');
    const asked = new Set(grams(question));
    const weight = weightOfAll(asked, weightOf);
    const results = index
      .search(question, { tokenize: () => [...asked].filter((piece) => weightOf(piece) > COMMON) })
      .slice(0, RANKED);
    const best = results[0]?.score ?? 1;
    const ranked = results.map(({ id, score }) => {
      const { all, lines } = indexed.get(id)!;
      const likeness = (line: (typeof lines)[number]) =>
        (2 * shared(asked, line.pieces, weightOf)) / (weight + line.weight);
      return {
        id: id.slice(id.indexOf(' ') + 1),
        covered: weight > 0 ? shared(asked, all, weightOf) / weight : 0,
        place: score / best + Math.max(...lines.map(likeness)) ** SHARPNESS,
      };
    });
    const found = new Map<string, Hit>();
    for (const { id, covered } of ranked.sort((a, b) => b.place - a.place)) {
      if (!found.has(id)) found.set(id, { id, covered });
    }
    return [...found.values()];
  };
}

/** All that a document says, and its questions one by one: those of a line stand between commas. */
const piecesOf = ({
  title,
  questions,
  ...rest
}: {
  title: string;
  questions: string;
  words: string;
  body: string;
}) => ({
  all: new Set(grams([title, questions, rest.words, rest.body].join('\n'))),
  lines: [title, ...questions.split(/\n|, /)].map((line) => new Set(grams(line))),
});
