import type { Understand } from '../kit/understood.ts';
import { readPhraseFiles } from './model/phrases.ts';
import { modelOf } from './model/store.ts';
import { understandWith } from './understand.ts';

export interface UnderstandingOptions {
  /** The folder of the dialogs; every `*.phrases.yaml` below it is learnt from. */
  phrasesDir: string;
  /** Where the trained model is kept between starts; without it every start learns anew (seconds). */
  cacheDir?: string;
}

/**
 * The local engine (PRODUCT.md section 9): learns from the phrases, or reads the model it once learnt from the same
 * phrases with the same code. Throws `invalid` with the file's name for a phrase file that is wrong.
 */
export async function loadUnderstanding({ phrasesDir, cacheDir }: UnderstandingOptions): Promise<Understand> {
  return understandWith(await modelOf(await readPhraseFiles(phrasesDir), cacheDir));
}
