import { conceptsOf } from './concepts.ts';

/** Sparse counts by hashed feature, in blocks that are weighed and normalised apart. */
export type Block = Map<number, number>;
/** How much each block (words, characters, concepts) counts in a clause's vector; chosen by cross-validation on the phrases. */
export const BLOCK_WEIGHTS = [1, 1, 0.7] as const;

const mix = (h: number): number => {
  const a = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return (a ^ (a >>> 13)) >>> 0;
};
const seeds = { word: 0x811c9dc5, pair: 0x1234567, character: 0x7654321, concept: 0x3c3c3c3c, conceptPair: 0x5a5a5a5a };
const step = (h: number, unit: number) => Math.imul(h ^ unit, 0x01000193);

/** FNV-1a over UTF-16 units, 32 bits, mixed at the end. */
export function hash(text: string, seed = seeds.word): number {
  let h = seed;
  for (let at = 0; at < text.length; at++) h = step(h, text.charCodeAt(at));
  return mix(h);
}

const count = (block: Block, key: number) => block.set(key, (block.get(key) ?? 0) + 1);

/**
 * The features of a masked clause: its words and word pairs, the 2-5-grams of characters within its words, and its
 * concepts alone, in pairs, and in their order; one block each.
 */
export function features(masked: string): Block[] {
  const words = masked.split(' ').filter((word) => word !== '');
  const [wordBlock, characterBlock, conceptBlock]: [Block, Block, Block] = [new Map(), new Map(), new Map()];
  let before = '^';
  for (const word of words) {
    count(wordBlock, hash(word));
    count(wordBlock, hash(`${before} ${word}`, seeds.pair));
    before = word;
    characters(characterBlock, word);
  }
  count(wordBlock, hash(`${before} $`, seeds.pair));
  const concepts = conceptsOf(words);
  for (const [at, concept] of concepts.entries()) {
    count(conceptBlock, hash(concept, seeds.concept));
    for (const other of concepts.slice(at + 1)) count(conceptBlock, hash(`${concept} ${other}`, seeds.concept));
  }
  conceptPairs(conceptBlock, words);
  return [wordBlock, characterBlock, conceptBlock];
}

/** Concepts and things named as neighbours, whatever stands between them: their order tells who does what to what. */
function conceptPairs(block: Block, words: readonly string[]): void {
  let before = '^';
  for (const word of words) {
    const concept = word.startsWith('\u00a7') ? word : conceptsOf([word])[0];
    if (concept === undefined) continue;
    count(block, hash(`${before} ${concept}`, seeds.conceptPair));
    before = concept;
  }
  count(block, hash(`${before} $`, seeds.conceptPair));
}

function characters(block: Block, word: string): void {
  if (word.startsWith('\u00a7')) return;
  const padded = `_${word}_`;
  for (let from = 0; from < padded.length - 1; from++) {
    let h = seeds.character;
    for (let to = from; to < Math.min(padded.length, from + 5); to++) {
      h = step(h, padded.charCodeAt(to));
      if (to > from) count(block, mix(h));
    }
  }
}
