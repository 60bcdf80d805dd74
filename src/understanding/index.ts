import type { Understand } from '../kit/understood.ts';
import { hash } from './model/features.ts';
import { readPhraseFiles } from './model/phrases.ts';
import { modelOf } from './model/store.ts';
import type { IsWord } from './slots/names.ts';
import { understandWith } from './understand.ts';

export interface UnderstandingOptions {
  /** The folder of the dialogs; every `*.phrases.yaml` below it is learnt from. */
  phrasesDir: string;
  /** Where the trained model is kept between starts; without it every start learns anew (seconds). */
  cacheDir?: string;
}

/** The local engine with what a language model beside it has to know of it. */
export interface LocalEngine {
  understand: Understand;
  isWord: IsWord;
  /** From this confidence on it is sure of what changes nothing (model/calibrate.ts). */
  sure: number;
}

/**
 * The local engine (PRODUCT.md section 9): learns from the phrases, or reads the model it once learnt from the same
 * phrases with the same code. Throws `invalid` with the file's name for a phrase file that is wrong.
 */
export async function loadLocalEngine({ phrasesDir, cacheDir }: UnderstandingOptions): Promise<LocalEngine> {
  const model = await modelOf(await readPhraseFiles(phrasesDir), cacheDir);
  return {
    understand: understandWith(model),
    isWord: (word) => model.words.has(hash(word)),
    sure: model.thresholds.act,
  };
}

/** The local engine alone, as `loadLocalEngine` says. */
export const loadUnderstanding = async (options: UnderstandingOptions): Promise<Understand> =>
  (await loadLocalEngine(options)).understand;
