import type { Config } from '../config.ts';
import type { Learning } from '../conversation/learning.ts';
import { learningStore } from '../db/misunderstood.ts';
import { modelBudget } from '../db/model-budget.ts';
import type { Help } from '../kit/help.ts';
import type { SecondLook, Understand } from '../kit/understood.ts';
import type { Clock } from '../lib/clock.ts';
import type { Logger } from '../lib/logger.ts';
import type { Query } from '../lib/sql.ts';
import { type LocalEngine, loadLocalEngine } from '../understanding/index.ts';
import { redactWith } from '../understanding/learning/redact.ts';
import { createBreaker } from '../understanding/proposal/breaker.ts';
import { proposeWith } from '../understanding/proposal/propose.ts';
import { UNDERSTANDING } from './folders.ts';
import { helpOf } from './help.ts';
import { modelConfig } from './model-config.ts';

interface Deps {
  /** On the system's role. */
  system: Query;
  clock: Clock;
  log: Logger;
}

/** All that makes wishes of texts: the local engine, the language model where there is one, what is learnt from. */
export interface Understanding {
  understand: Understand;
  secondLook: SecondLook | undefined;
  learning: Learning | undefined;
  help: Help;
}

/** @throws CodedError `invalid`, `configuration`: a language model half configured */
export async function openUnderstanding(config: Config, deps: Deps): Promise<Understanding> {
  const { system, clock, log } = deps;
  const local = await loadLocalEngine(UNDERSTANDING);
  const { understand, isWord } = local;
  const redact = redactWith(isWord);
  return {
    understand,
    secondLook: await openSecondLook(config, local, deps),
    learning: config.KEEP_MISUNDERSTOOD ? learningStore(system, redact) : undefined,
    help: helpOf(config, { redact, budget: budgetOf(config, system), breaker: createBreaker(clock), clock, log }),
  };
}

const budgetOf = ({ MODEL_CALLS_PER_DAY: all, MODEL_CALLS_PER_PERSON: person }: Config, system: Query) =>
  modelBudget(system, { all, person });

async function openSecondLook(
  config: Config,
  { isWord, sure }: LocalEngine,
  { system, clock, log }: Deps,
): Promise<SecondLook | undefined> {
  const access = modelConfig(config);
  if (!access) return undefined;
  // Its library is large: loaded only where it is used.
  const { openaiModel } = await import('../understanding/proposal/openai.ts');
  const budget = budgetOf(config, system);
  return proposeWith({ ask: openaiModel(access), budget, breaker: createBreaker(clock), clock, log, isWord, sure });
}
