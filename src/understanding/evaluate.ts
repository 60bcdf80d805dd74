import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { INTENTS, type IntentName, type SlotName, type Slots } from '../kit/contract.ts';
import type { Context, Understand, Understood } from '../kit/understood.ts';
import { CodedError } from '../lib/errors.ts';
import { LOCALES, type Locale } from '../lib/locale.ts';

const names = ['dialog.fill', ...(Object.keys(INTENTS) as (keyof typeof INTENTS)[])] as const;
const wish = z.object({ intent: z.enum(names), slots: z.record(z.string(), z.unknown()).default({}) });
const line = z.object({
  text: z.string(),
  locale: z.enum(LOCALES),
  awaiting: z.string().optional(),
  today: z.iso.date().optional(),
});
const labelled = z.union([wish, z.object({ intents: z.array(wish).min(1) })]);

export interface Line {
  text: string;
  locale: Locale;
  awaiting?: SlotName | 'confirm' | undefined;
  today?: string | undefined;
  /** What is right, in order; empty where labels are not looked at. */
  wishes: { intent: IntentName; slots: Record<string, unknown> }[];
}

/**
 * The lines of an evaluation file (INTENTS.md). With `labels` false the labels are not looked at.
 * Throws `invalid` with file and line for anything that is not such a line.
 */
export function parseLines(file: string, content: string, labels: boolean): Line[] {
  return content.split('\n').flatMap((source, at): Line[] => {
    if (source.trim() === '') return [];
    try {
      const value: unknown = JSON.parse(source);
      const read = line.parse(value);
      const label = labels ? labelled.parse(value) : undefined;
      const wishes = label === undefined ? [] : 'intents' in label ? label.intents : [label];
      return [{ ...read, awaiting: read.awaiting as SlotName | 'confirm' | undefined, wishes }];
    } catch (cause) {
      const problem = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
      throw new CodedError('invalid', 'evaluation_line', { file, line: at + 1, problem }, cause);
    }
  });
}

/** What the engine makes of a line, `today` being the given day where the line says none. */
export const predict = (understand: Understand, line: Line, day: string): Understood =>
  understand(line.text, contextOf(line, day));

/** What a line is said in. */
export const contextOf = ({ locale, awaiting, today }: Line, day: string): Context => ({
  ...{ today: today ?? day, locale, awaiting },
});

const comparable = (slots: Slots | Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(slots).map(([name, value]) => {
      const amount = name === 'amount' ? (value as { value: string; currency?: string }) : undefined;
      return [name, amount ? { ...amount, value: Number(amount.value) } : value];
    }),
  );

export interface Scored {
  line: Line;
  understood: Understood;
  intent: boolean;
  slots: boolean;
}

/** Right or wrong: all intents in order; and, of those right, all slots with exactly their values. */
export function score(from: Line, understood: Understood): Scored {
  const { wishes } = understood;
  const intent = isDeepStrictEqual(
    from.wishes.map((next) => next.intent),
    wishes.map((next) => next.intent),
  );
  const slots =
    intent &&
    wishes.every((next, at) => isDeepStrictEqual(comparable(next.slots), comparable(from.wishes[at]?.slots ?? {})));
  return { line: from, understood, intent, slots };
}

export interface Summary {
  lines: number;
  intent: number;
  slots: number;
  oosRecall: number;
  falseRejects: number;
}

const isOut = (wishes: { intent: IntentName }[]) => wishes.length === 1 && wishes[0]?.intent === 'none';
/** A share from 0 to 1 with four decimals; of nothing, all of it. */
export const share = (part: number, of: number) => (of === 0 ? 1 : Math.round((part / of) * 10_000) / 10_000);

/**
 * Shares from 0 to 1: intent accuracy; slot accuracy of the lines whose intents are right; how much of what is out of
 * scope was seen to be; and how much in scope was rejected.
 */
export function summarise(scored: readonly Scored[]): Summary {
  const out = scored.filter(({ line }) => isOut(line.wishes));
  const inside = scored.filter(({ line }) => !isOut(line.wishes));
  const right = scored.filter(({ intent }) => intent);
  return {
    lines: scored.length,
    intent: share(right.length, scored.length),
    slots: share(right.filter(({ slots }) => slots).length, right.length),
    oosRecall: share(out.filter(({ understood }) => isOut(understood.wishes)).length, out.length),
    falseRejects:
      inside.length === 0
        ? 0
        : share(inside.filter(({ understood }) => isOut(understood.wishes)).length, inside.length),
  };
}
