import type { Locale } from '../lib/locale.ts';

/** A piece of an article: a paragraph, steps in their order, or points in none. */
export type Passage = { text: string } | { steps: readonly string[] } | { points: readonly string[] };

/** An article of the help in one language, as docs/help has it. */
export interface Article {
  /** The same in every language. */
  id: string;
  title: string;
  /** The first is a paragraph that answers by itself. */
  passages: readonly Passage[];
}

/** A passage as plain text; steps are numbered. */
export function passageText(passage: Passage): string {
  if ('text' in passage) return passage.text;
  if ('steps' in passage) return passage.steps.map((step, at) => `${at + 1}. ${step}`).join('\n');
  return passage.points.map((point) => `• ${point}`).join('\n');
}

/** What the help knows about a question. */
export interface HelpAnswer {
  /** The article that answers it; undefined where none does. */
  article?: Article;
  /** What else is near, nearest first. */
  near: readonly Article[];
  /** An answer that a language model put together from these articles, each of which it was given. */
  composed?: { text: string; from: readonly Article[] };
}

/** The portal's help: general, the same for everybody, and nothing of anybody's data in it. */
export interface Help {
  /** From the articles alone, without waiting for anybody. */
  find(question: string, locale: Locale): Promise<HelpAnswer>;
  /**
   * `find`, put together by a language model where one is configured; never later than some seconds.
   * @param person whose calls of the day it counts to, a contact's id
   */
  ask(question: string, locale: Locale, person: string): Promise<HelpAnswer>;
  article(id: string, locale: Locale): Promise<Article | undefined>;
}
