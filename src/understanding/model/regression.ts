import type { Vector } from './vector.ts';

/** Multinomial logistic regression: `weights[feature * classes + class]`. */
export interface Regression {
  classes: number;
  weights: Float32Array;
  bias: Float32Array;
}

export interface Example {
  vector: Vector;
  label: number;
}

export interface TrainingOptions {
  epochs: number;
  rate: number;
  /** L2 pull towards zero of the weights a step touches. */
  decay: number;
  seed: number;
}

/** mulberry32: the same order of examples on every machine. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const a = Math.imul(state ^ (state >>> 15), state | 1);
    const b = a ^ (a + Math.imul(a ^ (a >>> 7), a | 61));
    return ((b ^ (b >>> 14)) >>> 0) / 4294967296;
  };
}

/** Fisher-Yates, in place. */
export function shuffle<T>(items: T[], next: () => number): T[] {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    const held = items[at] as T;
    items[at] = items[other] as T;
    items[other] = held;
  }
  return items;
}

/** The classes' scores before the softmax, written into `out`. */
export function scores({ classes, weights, bias }: Regression, { at, value }: Vector, out: Float32Array): Float32Array {
  out.set(bias);
  for (let next = 0; next < at.length; next++) {
    const row = at[next]! * classes;
    const x = value[next]!;
    for (let c = 0; c < classes; c++) out[c]! += x * weights[row + c]!;
  }
  return out;
}

/** Softmax at a temperature, in place. */
export function softmax(out: Float32Array, temperature = 1): Float32Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of out) if (score > most) most = score;
  let total = 0;
  for (let c = 0; c < out.length; c++) total += out[c] = Math.exp((out[c]! - most) / temperature);
  for (let c = 0; c < out.length; c++) out[c]! /= total;
  return out;
}

/** Gradients smaller than this change nothing that matters; leaving them out makes training several times faster. */
const NEGLIGIBLE = 0.01;

/** Trains by stochastic gradient descent with Adagrad's step sizes; the same examples and seed give the same weights. */
export function train(
  examples: readonly Example[],
  featureCount: number,
  classes: number,
  options: TrainingOptions,
): Regression {
  const weights = new Float32Array(featureCount * classes);
  const squares = new Float32Array(featureCount * classes).fill(0.05);
  const model: Regression = { classes, weights, bias: new Float32Array(classes) };
  const order = shuffle([...examples], random(options.seed));
  const probabilities = new Float32Array(classes);
  const active = new Int32Array(classes);
  const next = random(options.seed + 1);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const { vector, label } of shuffle(order, next)) {
      softmax(scores(model, vector, probabilities));
      probabilities[label]! -= 1;
      let count = 0;
      for (let c = 0; c < classes; c++) if (Math.abs(probabilities[c]!) > NEGLIGIBLE) active[count++] = c;
      for (let at = 0; at < vector.at.length; at++) {
        const row = vector.at[at]! * classes;
        const x = vector.value[at]!;
        for (let a = 0; a < count; a++) {
          const place = row + active[a]!;
          const gradient = probabilities[active[a]!]! * x + options.decay * weights[place]!;
          squares[place]! += gradient * gradient;
          weights[place]! -= (options.rate * gradient) / Math.sqrt(squares[place]!);
        }
      }
    }
  }
  return model;
}
