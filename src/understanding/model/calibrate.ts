import {
  type Example,
  type Regression,
  random,
  scores,
  shuffle,
  softmax,
  type TrainingOptions,
  train,
} from './regression.ts';

const FOLDS = 3;

/** A prediction of a model that never saw the example: raw scores and the right class. */
export interface HeldOut {
  scores: Float32Array;
  label: number;
}

/** Where a decision is taken; both come from cross-validation on the phrases (chooseThresholds). */
export interface Thresholds {
  /** At least this sure: act. */
  act: number;
  /** The same for wishes that cost money or change something. */
  actOnChange: number;
  /** Less sure than this: nothing was understood. */
  ask: number;
}

/** How often an act must be right on unseen phrases. */
const PRECISION = { act: 0.95, actOnChange: 0.97 };

/** Predictions for every example by a model trained on the other folds, and on what is `given` to each. */
export function crossValidate(
  examples: readonly Example[],
  given: readonly Example[],
  featureCount: number,
  classes: number,
  options: TrainingOptions,
): HeldOut[] {
  const order = shuffle([...examples], random(options.seed + 2));
  return Array.from({ length: FOLDS }).flatMap((_, fold) => {
    const kept = [...order.filter((_example, at) => at % FOLDS !== fold), ...given];
    const model: Regression = train(kept, featureCount, classes, options);
    return order
      .filter((_example, at) => at % FOLDS === fold)
      .map(({ vector, label }) => ({ label, scores: scores(model, vector, new Float32Array(classes)) }));
  });
}

const probabilities = (held: HeldOut, temperature: number) => softmax(Float32Array.from(held.scores), temperature);

function loss(heldOut: readonly HeldOut[], temperature: number): number {
  return heldOut.reduce(
    (sum, held) => sum - Math.log(Math.max(1e-9, probabilities(held, temperature)[held.label]!)),
    0,
  );
}

/** The temperature that makes confidences mean what they say: least log loss on the held-out predictions. */
export function fitTemperature(heldOut: readonly HeldOut[]): number {
  const some = heldOut.filter((_, at) => at % 4 === 0);
  let [low, high] = [0.2, 3];
  for (let step = 0; step < 12; step++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (loss(some, left) < loss(some, right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

export const best = (values: Float32Array): number =>
  values.reduce((at, value, next) => (value > values[at]! ? next : at), 0);

/** `acts` sorted by confidence, surest first: the lowest confidence down to which the precision still holds. */
function leastSure(acts: { confidence: number; right: boolean }[], precision: number): number {
  let [right, least] = [0, 1];
  for (const [at, act] of acts.sort((a, b) => b.confidence - a.confidence).entries()) {
    right += act.right ? 1 : 0;
    if (right / (at + 1) >= precision) least = act.confidence;
  }
  return least;
}

/**
 * The thresholds the held-out predictions call for: acts are right as often as PRECISION asks, and `ask` separates
 * what is in scope from what is not best (most of both kept on their side).
 */
export function chooseThresholds(
  heldOut: readonly HeldOut[],
  temperature: number,
  none: number,
  changes: (label: number) => boolean,
): Thresholds {
  const predictions = heldOut.map((held) => {
    const values = probabilities(held, temperature);
    const top = best(values);
    return { top, confidence: values[top]!, right: top === held.label, inScope: held.label !== none };
  });
  const wishes = predictions.filter(({ top }) => top !== none);
  const grid = Array.from({ length: 60 }, (_, at) => at / 100);
  const share = (inScope: boolean, t: number) => {
    const group = wishes.filter((wish) => wish.inScope === inScope);
    const all = predictions.filter((prediction) => prediction.inScope === inScope).length;
    return group.filter(({ confidence }) => confidence >= t).length / Math.max(1, all);
  };
  const worth = grid.map((t) => share(true, t) - share(false, t));
  const ask = grid[worth.indexOf(Math.max(...worth))] ?? 0;
  const act = Math.max(ask, leastSure(wishes, PRECISION.act));
  const actOnChange = Math.max(
    act,
    leastSure(
      wishes.filter(({ top }) => changes(top)),
      PRECISION.actOnChange,
    ),
  );
  return { act, actOnChange, ask };
}
