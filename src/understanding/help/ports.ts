import type { Locale } from '../../lib/locale.ts';

/** An article as a language model gets it. */
export interface Source {
  id: string;
  title: string;
  text: string;
}

/** An answer with the ids of the articles it says it was made of. */
export interface ComposedAnswer {
  answer: string;
  articles: readonly string[];
}

/**
 * Puts an answer together from these articles alone, in that language; gives up when the signal says so, and throws
 * where it can't: whatever is thrown, the articles answer by themselves.
 */
export type Compose = (
  question: string,
  sources: readonly Source[],
  locale: Locale,
  signal: AbortSignal,
) => Promise<ComposedAnswer>;
