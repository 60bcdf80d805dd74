import type { Locale } from '../../lib/locale.ts';

/** An article as a language model gets it. */
export interface Source {
  id: string;
  title: string;
  text: string;
}

/**
 * Puts an answer together from these articles alone, in that language; may take seconds, and throws where it can't.
 * `articles` are the ids of those it says it used.
 */
export type Compose = (
  question: string,
  sources: readonly Source[],
  locale: Locale,
) => Promise<{ answer: string; articles: readonly string[] }>;
