import type { IntentName } from '../kit/contract.ts';
import type { Command } from './command.ts';
import type { Engine } from './engine.ts';
import type { Heard } from './hear.ts';
import type { Misunderstood } from './learning.ts';
import type { StoredPress } from './store.ts';
import type { Turn } from './tools.ts';

/** What a turn teaches: a text that was not understood at once, or what such a text meant. */
export type Lesson = { kept: Misunderstood } | { seq: string; meant: IntentName };

interface Served {
  press: StoredPress | undefined;
  heard: Heard | undefined;
  commands: readonly Command[];
}

/** The turn's lesson, where it has one: a text that was not understood, or had to be asked about, or looked at again. */
export function lessonOf<P>({ clock }: Engine<P>, { work }: Turn<P>, served: Served): Lesson | undefined {
  const { press, heard, commands } = served;
  if (press) {
    const [, seq] = /^(\d+)\./.exec(press.outboxKey) ?? [];
    return seq && press.action.do === 'start' ? { seq, meant: press.action.intent } : undefined;
  }
  if (!heard) return undefined;
  const { text, context, understood } = heard;
  const { language: locale, candidates, by, wishes } = understood;
  const how = HOW.find(([command]) => commands.some((one) => one.do === command))?.[1] ?? by;
  if (!how) return undefined;
  const { seq } = work;
  const proposed = by && wishes[0]?.intent;
  return { kept: { seq, at: clock.now(), locale, text, how, awaiting: context.awaiting, candidates, proposed } };
}

const HOW = [
  ['clarify', 'offered'],
  ['unknown', 'unknown'],
] as const;

/** Keeps the lesson. The turn is over by now: what can't be kept is not learnt. */
export async function learn<P>({ learning, log }: Engine<P>, lesson: Lesson | undefined): Promise<void> {
  if (!learning || !lesson) return;
  try {
    await ('kept' in lesson ? learning.keep(lesson.kept) : learning.pressed(lesson.seq, lesson.meant));
  } catch (err) {
    log.warn({ err }, 'what was not understood could not be kept');
  }
}
