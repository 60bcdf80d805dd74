import type { IntentName } from '../../kit/contract.ts';
import type { Candidate } from '../../kit/understood.ts';
import { LOCALES, type Locale } from '../../lib/locale.ts';
import { isChange } from '../changes.ts';
import { contradictions } from '../contradictions.ts';
import { type Reading, read } from '../slots/index.ts';
import { clean } from '../text/clean.ts';
import { withoutCourtesy } from '../text/courtesy.ts';
import { fold } from '../text/fold.ts';
import { best, chooseThresholds, crossValidate, fitTemperature, type Thresholds } from './calibrate.ts';
import { hash } from './features.ts';
import { mask } from './mask.ts';
import { countWords, noveltyOfPhrases, withNovelty } from './novelty.ts';
import type { Phrase } from './phrases.ts';
import { type Regression, scores, softmax, train } from './regression.ts';
import { learnVocabulary, type Vocabulary, vectorOf } from './vector.ts';

/** All that training leaves behind. */
export interface Model {
  labels: IntentName[];
  vocabulary: Vocabulary;
  intents: Regression;
  language: Regression;
  temperature: number;
  thresholds: Thresholds;
  /** Hashes of the words the phrases use in small letters (slots/names.ts). */
  words: Set<number>;
  /** Hashes of the words of phrases within scope (model/novelty.ts). */
  known: Set<number>;
}

const OPTIONS = { epochs: 4, rate: 0.5, decay: 0, seed: 20261122 };
/** Phrases speak of no date that matters to their intent. */
const SOME_DAY = '2026-11-22';

/** A text without the courtesies around its wish. */
export function wishOf(text: string): string {
  const { start, end } = withoutCourtesy(fold(text));
  return text.slice(start, end);
}

function smallWords(phrases: readonly Phrase[]): Set<number> {
  const seenIn = new Map<string, number>();
  for (const { text } of phrases) {
    const words = new Set(text.match(/(?<![\p{L}\d@.])\p{Ll}[\p{Ll}'’-]*(?![@\p{Lu}])/gu) ?? []);
    for (const word of words) seenIn.set(fold(word), (seenIn.get(fold(word)) ?? 0) + 1);
  }
  return new Set([...seenIn].filter(([, texts]) => texts >= 2).map(([word]) => hash(word)));
}

/** Learns from the phrases; the same phrases always give the same model. Takes seconds. */
export function learn(phrases: readonly Phrase[]): Model {
  const words = smallWords(phrases);
  const plain = phrases.map(({ text }) => mask(read(wishOf(clean(text)), SOME_DAY, (word) => words.has(hash(word)))));
  const seenIn = countWords(phrases, plain);
  const masked = noveltyOfPhrases(phrases, plain, seenIn);
  const vocabulary = learnVocabulary(masked);
  const labels = [...new Set(phrases.map(({ intent }) => intent)).add('none')].sort();
  const size = vocabulary.index.size;
  const vectors = masked.map((text) => vectorOf(text, vocabulary));
  const examples = vectors.map((vector, at) => ({ vector, label: labels.indexOf(phrases[at]!.intent) }));
  const heldOut = crossValidate(
    examples.filter((_, at) => !phrases[at]!.made),
    examples.filter((_, at) => phrases[at]!.made),
    size,
    labels.length,
    OPTIONS,
  );
  const temperature = fitTemperature(heldOut);
  return {
    labels,
    vocabulary,
    words,
    known: new Set([...seenIn.keys()].map((word) => hash(word))),
    temperature,
    thresholds: chooseThresholds(heldOut, temperature, labels.indexOf('none'), (label) => isChange(labels[label]!)),
    intents: train(examples, size, labels.length, OPTIONS),
    language: train(
      vectors.map((vector, at) => ({ vector, label: LOCALES.indexOf(phrases[at]!.locale) })),
      size,
      LOCALES.length,
      OPTIONS,
    ),
  };
}

/** What each thing named that an intent has no slot for takes from its score; chosen by cross-validation. */
const CONTRADICTION = 1.5;

/**
 * What being out of scope gains in score: the phrases hold far less of what people say besides than of their wishes.
 * Of 0, 0.5, 1 and 1.5 the one with most intents right on the development half of the blind lines (test/understanding/blind).
 */
const OUT_OF_SCOPE = 1;

/** Every intent with its calibrated probability, the likeliest first. */
export function classify({ labels, vocabulary, intents, temperature, known }: Model, reading: Reading): Candidate[] {
  const masked = withNovelty(mask(reading), (word) => known.has(hash(word)));
  const values = scores(intents, vectorOf(masked, vocabulary), new Float32Array(labels.length));
  for (const [at, intent] of labels.entries()) values[at]! -= CONTRADICTION * contradictions(intent, reading.found);
  values[labels.indexOf('none')]! += OUT_OF_SCOPE;
  softmax(values, temperature);
  return labels.map((intent, at) => ({ intent, confidence: values[at]! })).sort((a, b) => b.confidence - a.confidence);
}

/** How much the person's setting weighs against the text's own letters, in log-odds. */
const PRIOR = 1;

/** The text's language: Polish letters decide, else the classifier with the person's setting as prior. */
export function languageOf({ vocabulary, language }: Model, reading: Reading, prior: Locale): Locale {
  if (/[ąćęłńśźż]/i.test(reading.text)) return 'pl';
  if (!/[a-z]{2}/.test(reading.rest)) return prior;
  const values = scores(language, vectorOf(mask(reading), vocabulary), new Float32Array(LOCALES.length));
  values[LOCALES.indexOf(prior)]! += PRIOR;
  return LOCALES[best(values)]!;
}
