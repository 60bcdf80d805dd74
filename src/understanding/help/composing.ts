import type { Article, HelpAnswer } from '../../kit/help.ts';
import type { Clock } from '../../lib/clock.ts';
import { isCoded } from '../../lib/errors.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Logger } from '../../lib/logger.ts';
import type { ModelBudget } from '../../lib/model-budget.ts';
import { within } from '../../lib/within.ts';
import type { Breaker } from '../proposal/breaker.ts';
import { plainText } from './articles.ts';
import type { Compose, ComposedAnswer, Source } from './ports.ts';

/** A person waits for the answer meanwhile, loading the library included. */
const LIMIT_MS = 4_000;
/** Turns are few at once: most of them stay for everybody else. */
const AT_ONCE = 2;
/** Longer questions tell stories, and cost what they are long. */
const LONGEST = 600;

export interface ComposingDeps {
  compose: Compose;
  /** Takes numbers, addresses and names out of a text. */
  redact(text: string): string;
  budget: ModelBudget;
  breaker: Breaker;
  clock: Clock;
  log: Pick<Logger, 'info' | 'warn'>;
}

export interface Question {
  text: string;
  locale: Locale;
  /** Whose calls of the day it counts to. */
  person: string;
}

export type Composed = NonNullable<HelpAnswer['composed']>;

/**
 * An answer that a language model puts together from these articles; undefined where it is of no help: late, failing,
 * naming none of them, or saying what stands in none of them. It is given the question without numbers, addresses and
 * names, and nothing of the portal's data.
 */
export function composerOf(deps: ComposingDeps, limitMs = LIMIT_MS) {
  const { compose, redact, budget, breaker, clock, log } = deps;
  let underWay = 0;
  return async (question: Question, articles: readonly Article[]): Promise<Composed | undefined> => {
    if (underWay >= AT_ONCE || !breaker.begin()) return undefined;
    underWay += 1;
    const ended = new AbortController();
    try {
      if (!(await budget.take(question.person, clock.now()))) return undefined;
      const sources = articles.map((article) => ({ id: article.id, title: article.title, text: plainText(article) }));
      const asked = redact(question.text.slice(0, LONGEST));
      const answer = await within(limitMs, 'model_late', () => compose(asked, sources, question.locale, ended.signal));
      breaker.succeeded();
      return accepted(answer, sources, articles);
    } catch (error) {
      breaker.failed();
      const said = isCoded(error) ? { reason: error.reason, ...error.details } : { name: (error as Error).name };
      log.warn(said, 'the language model composed no help answer');
      return undefined;
    } finally {
      ended.abort();
      underWay -= 1;
    }
  };
}

/** Where to go and whom to write to: a made-up one would be followed. */
const POINTERS = /[\p{L}\p{N}_-]+\.\p{L}{2,}|@|\/\/|\p{N}+/gu;

function accepted(
  { answer, articles: used }: ComposedAnswer,
  sources: readonly Source[],
  articles: readonly Article[],
): Composed | undefined {
  const text = answer.trim();
  const from = articles.filter(({ id }) => used.includes(id));
  const given = sources.filter(({ id }) => used.includes(id)).map((source) => `${source.title}\n${source.text}`);
  const pointers = text.match(POINTERS) ?? [];
  if (text === '' || from.length === 0) return undefined;
  return pointers.every((pointer) => given.some((source) => source.includes(pointer))) ? { text, from } : undefined;
}
