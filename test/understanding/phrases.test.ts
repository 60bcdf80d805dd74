import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTENTS } from '../../src/kit/contract.ts';
import { LOCALES } from '../../src/lib/locale.ts';
import { phrasesOf, readPhraseFiles } from '../../src/understanding/model/phrases.ts';
import { clean } from '../../src/understanding/text/clean.ts';
import { fold } from '../../src/understanding/text/fold.ts';
import { root } from './engine.ts';

const evaluation = join(root, '../shared/eval');
const phrases = phrasesOf(await readPhraseFiles(join(root, 'dialogs')));
const words = (text: string) =>
  fold(clean(text))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The lines that are phrases too. One or two words ("yes", "next page") are nobody's own: both have the common ones. */
function copied(files: readonly string[]): string[] {
  const known = new Set(phrases.map(({ text }) => words(text)));
  return files
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .map((line) => words((JSON.parse(line) as { text: string }).text))
    .filter((line) => line.split(' ').length > 2 && known.has(line));
}

describe('the phrases of the dialogs', () => {
  it('belong to intents of the contract, each in both languages', () => {
    const names = new Set(phrases.map(({ intent }) => intent));
    expect([...names].filter((intent) => !(intent in INTENTS))).toEqual([]);
  });

  it.skipIf(!existsSync(evaluation))(
    'hold no line of the development evaluation (skipped where ../shared is absent)',
    () => {
      const files = readdirSync(evaluation).filter((name) => name.endsWith('.jsonl'));
      expect(copied(files.map((name) => join(evaluation, name)))).toEqual([]);
    },
  );

  it('hold no line of the sealed half of the blind set', () => {
    expect(copied(LOCALES.map((locale) => join(import.meta.dirname, `blind/sealed.${locale}.jsonl`)))).toEqual([]);
  });
});
