import { BLOCK_WEIGHTS, features } from './features.ts';

/** The known features with their inverse document frequencies. */
export interface Vocabulary {
  index: Map<number, number>;
  idf: Float32Array;
}

/** A sparse vector: the places in the vocabulary and their values. */
export interface Vector {
  at: Int32Array;
  value: Float32Array;
}

/** Rarer features make the model larger and, in cross-validation, no better. */
const SEEN_IN = 3;

/** Features seen in at least three of the texts, with smoothed inverse document frequencies. */
export function learnVocabulary(masked: readonly string[]): Vocabulary {
  const seenIn = new Map<number, number>();
  for (const text of masked) {
    for (const block of features(text)) for (const key of block.keys()) seenIn.set(key, (seenIn.get(key) ?? 0) + 1);
  }
  const kept = [...seenIn].filter(([, texts]) => texts >= SEEN_IN);
  const idf = Float32Array.from(kept, ([, texts]) => Math.log((1 + masked.length) / (1 + texts)) + 1);
  return { index: new Map(kept.map(([key], at) => [key, at])), idf };
}

/** TF-IDF with logarithmic counts; each block has its own length 1 before it is weighed (model/features.ts). */
export function vectorOf(masked: string, { index, idf }: Vocabulary): Vector {
  const at: number[] = [];
  const value: number[] = [];
  for (const [blockAt, block] of features(masked).entries()) {
    const from = at.length;
    let square = 0;
    for (const [key, count] of block) {
      const place = index.get(key);
      if (place === undefined) continue;
      const weight = (1 + Math.log(count)) * (idf[place] ?? 0);
      at.push(place);
      value.push(weight);
      square += weight * weight;
    }
    const scale = square === 0 ? 0 : (BLOCK_WEIGHTS[blockAt] ?? 1) / Math.sqrt(square);
    for (let next = from; next < value.length; next++) value[next] = (value[next] ?? 0) * scale;
  }
  return { at: Int32Array.from(at), value: Float32Array.from(value) };
}
