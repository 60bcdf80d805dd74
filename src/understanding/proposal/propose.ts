import type { Propose, Understood, Unsure } from '../../kit/understood.ts';
import type { Clock } from '../../lib/clock.ts';
import { isCoded } from '../../lib/errors.ts';
import type { Logger } from '../../lib/logger.ts';
import type { ModelBudget } from '../../lib/model-budget.ts';
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
export function proposeWith(deps: Deps): Propose {
  const { breaker, budget, clock, log } = deps;
  return async (unsure) => {
    if (!isUnsure(unsure, deps.sure) || !breaker.begin()) return undefined;
    try {
      if (!(await budget.take(unsure.person, clock.now()))) {
        log.info({}, 'the language model is not asked: its calls of the day are used up');
        return undefined;
      }
    } catch (err) {
      log.warn({ err }, 'the language model is not asked: its calls could not be counted');
      return undefined;
    }
    return proposal(unsure, deps);
  };
}

async function proposal(unsure: Unsure, { ask, breaker, clock, log, isWord }: Deps): Promise<Understood | undefined> {
  const began = clock.now().getTime();
  const { understood, context } = unsure;
  const reading = read(clean(unsure.text), context.today, isWord);
  const hidden = hide(reading);
  try {
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

/** Below the threshold, and nothing that a yes, a no or the guards have to decide. */
function isUnsure({ text, context, understood }: Unsure, sure: number): boolean {
  const { decision, guard, candidates } = understood;
  const [likeliest] = candidates;
  if (decision === 'act' || !likeliest || text.length > LONGEST) return false;
  if (context.awaiting === 'confirm' || guard === 'negated' || guard === 'reported') return false;
  return likeliest.intent !== 'none' || likeliest.confidence < sure;
}
