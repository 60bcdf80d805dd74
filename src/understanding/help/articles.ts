import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Article, type Passage, passageText } from '../../kit/help.ts';
import { CodedError } from '../../lib/errors.ts';
import { LOCALES, type Localized } from '../../lib/locale.ts';

/** An article with what it is found by. */
export interface SourceArticle extends Article {
  /** Other words that people have for it. */
  words: string;
  questions: readonly string[];
}

const line = z.string().trim().min(1);
const head = z.strictObject({ title: line.max(60), words: line, questions: z.array(line).min(3) });

/**
 * The articles `<directory>/<locale>/<id>.md`, by id.
 * @throws CodedError `invalid` with the file's name where one is no article or is missing in a language
 */
export async function readArticles(directory: string): Promise<Localized<ReadonlyMap<string, SourceArticle>>> {
  const [en, pl] = await Promise.all(LOCALES.map((locale) => readFolder(join(directory, locale))));
  const alone = [...en!.keys(), ...pl!.keys()].filter((id) => !en!.has(id) || !pl!.has(id));
  if (alone.length > 0) throw new CodedError('invalid', 'help_article_in_one_language', { articles: alone });
  return { en: en!, pl: pl! };
}

async function readFolder(folder: string): Promise<Map<string, SourceArticle>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const articles = names.map(async (name) => {
    const id = name.slice(0, -'.md'.length);
    return [id, parseArticle(join(folder, name), id, await readFile(join(folder, name), 'utf8'))] as const;
  });
  return new Map(await Promise.all(articles));
}

function parseArticle(file: string, id: string, source: string): SourceArticle {
  const wrong = (problem: string) => new CodedError('invalid', 'help_article_not_valid', { file, problem });
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  if (front === undefined || body === undefined) throw wrong('no front matter');
  const { data, error } = head.safeParse(parse(front));
  if (!data) throw wrong(z.prettifyError(error));
  const passages = body
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
    .map(passageOf);
  if (!passages[0] || !('text' in passages[0])) throw wrong('no paragraph to begin with');
  return { id, ...data, passages };
}

/** Plain Markdown: a paragraph, a numbered list, or one with dashes; lines that go on are joined. */
function passageOf(block: string): Passage {
  const items = (marker: RegExp) =>
    block
      .trim()
      .split(marker)
      .slice(1)
      .map((item) => item.replace(/\s+/g, ' ').trim());
  if (/^\s*1\. /.test(block)) return { steps: items(/^\s*\d+\. /m) };
  if (/^\s*- /.test(block)) return { points: items(/^\s*- /m) };
  return { text: block.replace(/\s+/g, ' ').trim() };
}

/** An article's words as plain text, a passage a line. */
export const plainText = ({ passages }: Pick<Article, 'passages'>): string => passages.map(passageText).join('\n');
