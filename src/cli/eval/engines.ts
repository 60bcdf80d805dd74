import { UNDERSTANDING } from '../../app/folders.ts';
import { modelConfig } from '../../app/model-config.ts';
import { readConfig } from '../../config.ts';
import type { Understood, Unsure } from '../../kit/understood.ts';
import { systemClock } from '../../lib/clock.ts';
import { CodedError } from '../../lib/errors.ts';
import { contextOf, type Line, predict } from '../../understanding/evaluate.ts';
import { type LocalEngine, loadLocalEngine } from '../../understanding/index.ts';
import { proposeWith } from '../../understanding/proposal/propose.ts';

/** `local` alone; `model`, asked about every text; `both`, as the service does it. */
export const ENGINES = ['local', 'model', 'both'] as const;
export type EngineName = (typeof ENGINES)[number];

/** What is evaluated. */
export interface Engine {
  understand(line: Line, day: string): Understood | Promise<Understood>;
  /** Lines it may be asked at once. */
  atOnce: number;
  /** What became of its calls, for the report. */
  notes(): string[];
}

/**
 * @throws CodedError `invalid`, `usage`: no language model is configured; `configuration`
 */
export async function openEngine(name: EngineName): Promise<Engine> {
  const local = await loadLocalEngine(UNDERSTANDING);
  const alone = (line: Line, day: string) => predict(local.understand, line, day);
  return name === 'local' ? { understand: alone, atOnce: 1, notes: () => [] } : withModel(name, local, alone);
}

/** Questions that a server is asked at once. */
const AT_ONCE = 8;

async function withModel(
  name: 'model' | 'both',
  { isWord, sure }: LocalEngine,
  alone: (line: Line, day: string) => Understood,
): Promise<Engine> {
  const access = modelConfig(readConfig());
  if (!access) {
    const problem = `--engine ${name} needs OPENAI_API_KEY, OPENAI_BASE_URL or AZURE_OPENAI_ENDPOINT`;
    throw new CodedError('invalid', 'usage', { problem });
  }
  const { openaiModel } = await import('../../understanding/proposal/openai.ts');
  const model = openaiModel(access);
  const calls = { asked: 0, failed: 0 };
  const look = proposeWith({
    async ask(instructions, question) {
      calls.asked += 1;
      return model(instructions, question);
    },
    // Every line is asked about, however many there are and whatever became of those before.
    budget: { take: async () => true },
    breaker: {
      begin: () => true,
      succeeded: () => undefined,
      failed: () => {
        calls.failed += 1;
      },
    },
    ...{ clock: systemClock, isWord, sure, log: { info: () => undefined, warn: () => undefined } },
  });
  return {
    atOnce: AT_ONCE,
    notes: () => [`the language model was asked ${calls.asked} times and was of no help ${calls.failed} times`],
    async understand(line, day) {
      const understood = alone(line, day);
      const unsure = { text: line.text, context: contextOf(line, day), understood, person: '' };
      if (name === 'both') return (look.wants(unsure) && (await look.propose(unsure))) || understood;
      return mayAnswer(unsure) ? ((await look.propose(unsure)) ?? nothing(understood)) : understood;
    },
  };
}

/** What an open question or a guard decides is never a language model's, however it is evaluated. */
const mayAnswer = ({ context, understood: { guard, candidates } }: Unsure): boolean =>
  context.awaiting === undefined && candidates.length > 0 && guard !== 'negated' && guard !== 'reported';

const nothing = (understood: Understood): Understood => ({
  ...understood,
  wishes: [{ intent: 'none', slots: {} }],
  decision: 'none',
});
