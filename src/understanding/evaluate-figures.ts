import type { IntentName } from '../kit/contract.ts';
import { isChange } from './changes.ts';
import { type Scored, share } from './evaluate.ts';

/** How well one intent is told from all others. */
export interface IntentFigures {
  intent: IntentName;
  /** How often it is right in the lines. */
  count: number;
  /** Of the lines it was said of, and of those it is right of, the share where it was both; 0 to 1. */
  precision: number;
  recall: number;
}

/** Every intent that is right or was said, by name; several wishes of a line count each. */
export function intentFigures(scored: readonly Scored[]): IntentFigures[] {
  const tally = new Map<IntentName, { right: number; said: number; both: number }>();
  for (const { line, understood } of scored) {
    const [right, said] = [line.wishes, understood.wishes].map((wishes) => wishes.map(({ intent }) => intent)) as [
      IntentName[],
      IntentName[],
    ];
    for (const intent of new Set([...right, ...said])) {
      const counted = tally.get(intent) ?? { right: 0, said: 0, both: 0 };
      const [inRight, inSaid] = [right, said].map((all) => all.filter((one) => one === intent).length) as [
        number,
        number,
      ];
      counted.right += inRight;
      counted.said += inSaid;
      counted.both += Math.min(inRight, inSaid);
      tally.set(intent, counted);
    }
  }
  return [...tally]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([intent, { right, said, both }]) => ({
      ...{ intent, count: right, precision: share(both, said), recall: share(both, right) },
    }));
}

/** Lines whose confidence lies in a tenth of the scale: what was said of them, and how often it was right. */
export interface Bin {
  from: number;
  lines: number;
  confidence: number;
  right: number;
}

const BINS = 10;

/** Whether confidences are what they say: the filled bins, and the expected calibration error, 0 to 1. */
export function reliability(scored: readonly Scored[]): { bins: Bin[]; error: number } {
  const placed = Map.groupBy(scored, ({ understood }) => Math.min(BINS - 1, Math.floor(understood.confidence * BINS)));
  const bins = [...placed]
    .sort(([a], [b]) => a - b)
    .map(([place, members]): Bin => {
      const confidence = members.reduce((sum, { understood }) => sum + understood.confidence, 0) / members.length;
      return {
        from: place / BINS,
        lines: members.length,
        confidence,
        right: share(members.filter(likeliestIsRight).length, members.length),
      };
    });
  const error = bins.reduce((sum, bin) => sum + (bin.lines / scored.length) * Math.abs(bin.right - bin.confidence), 0);
  return { bins, error };
}

/** What the confidence is said of: where it was too low to be acted on, still the likeliest. */
function likeliestIsRight({ line, understood, intent }: Scored): boolean {
  const [likeliest] = understood.candidates;
  if (understood.decision !== 'none' || !likeliest) return intent;
  return line.wishes.length === 1 && line.wishes[0]?.intent === likeliest.intent;
}

/** Lines where something would be begun that costs money or changes access, and nobody wished for it. */
export const wronglyBegun = (scored: readonly Scored[]): Scored[] =>
  scored.filter(
    ({ line, understood }) =>
      understood.decision === 'act' &&
      understood.wishes.some(
        (wish) => isChange(wish.intent) && !line.wishes.some(({ intent }) => intent === wish.intent),
      ),
  );
