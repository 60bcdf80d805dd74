import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { LOCALES, type Locale } from '../../../src/lib/locale.ts';

interface Blind {
  articles: Record<string, Record<Locale, string[]>>;
  unrelated: Record<Locale, string[]>;
}

/** A question with the article that answers it; none where the help has nothing to do with it. */
export interface Asked {
  question: string;
  locale: Locale;
  id?: string;
  sealed: boolean;
}

/** The questions of blind.yaml; which half is sealed follows from the words alone. */
export function blindQuestions(): Asked[] {
  const { articles, unrelated } = parse(readFileSync(join(import.meta.dirname, 'blind.yaml'), 'utf8')) as Blind;
  const asked = (question: string, locale: Locale) => ({ question, locale, sealed: isSealed(question) });
  return LOCALES.flatMap((locale): Asked[] => [
    ...Object.entries(articles).flatMap(([id, all]) =>
      all[locale].map((question) => ({ ...asked(question, locale), id })),
    ),
    ...unrelated[locale].map((question) => asked(question, locale)),
  ]);
}

const isSealed = (question: string) => createHash('sha256').update(question).digest()[0]! % 2 === 0;
