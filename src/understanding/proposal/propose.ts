import type { SecondLook, Understood, Unsure } from '../../kit/understood.ts';
import type { Clock } from '../../lib/clock.ts';
import { isCoded } from '../../lib/errors.ts';
import type { Logger } from '../../lib/logger.ts';
import type { ModelBudget } from '../../lib/model-budget.ts';
import { FREE_TEXT } from '../fill.ts';
import { read } from '../slots/index.ts';
import type { IsWord } from '../slots/names.ts';
import { clean } from '../text/clean.ts';
import { accept } from './accept.ts';
import type { Breaker } from './breaker.ts';
import type { AskModel } from './openai.ts';
import { hide } from './placeholders.ts';
import { INSTRUCTIONS, questionOf } from './prompt.ts';

/** Longer texts tell stories, and cost what they are long. */
const LONGEST = 600;

interface Deps {
  ask: AskModel;
  budget: ModelBudget;
  breaker: Breaker;
  clock: Clock;
  log: Pick<Logger, 'info' | 'warn'>;
  isWord: IsWord;
  /** From which confidence on the local engine is sure that a text is out of scope. */
  sure: number;
}

/**
 * A language model's second look, where the local engine is unsure (PRODUCT.md section 9). Its failure, slowness or
 * nonsense costs nothing but that help: then nothing is proposed.
 */
export function proposeWith(deps: Deps): SecondLook {
  return {
    wants: (unsure) => isUnsure(unsure, deps.sure),
    propose: async (unsure) =>
      deps.breaker.begin() && (await counted(unsure, deps)) ? proposal(unsure, deps) : undefined,
  };
}

async function counted({ person }: Unsure, { budget, clock, log }: Deps): Promise<boolean> {
  try {
    if (await budget.take(person, clock.now())) return true;
    log.info({}, 'the language model is not asked: its calls of the day are used up');
  } catch (err) {
    log.warn({ err }, 'the language model is not asked: its calls could not be counted');
  }
  return false;
}

async function proposal(unsure: Unsure, { ask, breaker, clock, log, isWord }: Deps): Promise<Understood | undefined> {
  const began = clock.now().getTime();
  const { understood, context } = unsure;
  try {
    const reading = read(clean(unsure.text), context.today, isWord);
    const hidden = hide(reading);
    const answer = await ask(INSTRUCTIONS, questionOf(hidden.text, unsure));
    breaker.succeeded();
    log.info({ ms: clock.now().getTime() - began, refused: answer === undefined }, 'the language model answered');
    return answer && accept(answer, { reading, hidden, understood, today: context.today, isWord });
  } catch (error) {
    breaker.failed();
    const said = isCoded(error) ? { reason: error.reason, ...error.details } : { err: error };
    log.warn({ ms: clock.now().getTime() - began, ...said }, 'the language model was of no help');
    return undefined;
  }
}

/** Below the threshold, and nothing that a yes, a no, the guards or any words at all (a reason) have to decide. */
function isUnsure({ text, context, understood }: Unsure, sure: number): boolean {
  const { decision, guard, candidates } = understood;
  const [likeliest] = candidates;
  if (decision === 'act' || !likeliest || text.length > LONGEST) return false;
  if (context.awaiting === 'confirm' || FREE_TEXT.some((slot) => slot === context.awaiting)) return false;
  if (guard === 'negated' || guard === 'reported') return false;
  return likeliest.intent !== 'none' || likeliest.confidence < sure;
}
