import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadUnderstanding } from '../../src/understanding/index.ts';
import { learn } from '../../src/understanding/model/model.ts';
import { type PhraseFile, phrasesOf, readPhraseFiles } from '../../src/understanding/model/phrases.ts';
import { encode, modelOf } from '../../src/understanding/model/store.ts';

const files: Record<string, string> = {
  'invoices/list.phrases.yaml':
    'intent: invoices.list\nen: [show my invoices, list the invoices, all our invoices]\npl: [pokaż faktury, lista faktur, nasze faktury]\n',
  'invoices/pay.phrases.yaml':
    'intent: invoices.pay\nen: [pay invoice 5, pay the invoice, please pay INV-7]\npl: [zapłać fakturę 5, zapłać tę fakturę, opłać INV-7]\n',
  'none.phrases.yaml':
    'intent: none\nen: [tell me a joke, what a day, I like cake]\npl: [opowiedz żart, co za dzień, lubię ciasto]\n',
};
const context = { today: '2026-11-22', locale: 'en' } as const;

let dir: string;
let phraseFiles: PhraseFile[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'understanding-'));
  await mkdir(join(dir, 'dialogs/invoices'), { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(dir, 'dialogs', name), content);
  phraseFiles = await readPhraseFiles(join(dir, 'dialogs'));
});
afterEach(() => rm(dir, { recursive: true }));

const put = (name: string, content: string) => writeFile(join(dir, 'dialogs', name), content);
const load = () => loadUnderstanding({ phrasesDir: join(dir, 'dialogs'), cacheDir: join(dir, 'cache') });
const cached = async () => (await readdir(join(dir, 'cache'))).filter((name) => name.endsWith('.bin'));

describe('training', () => {
  it('learns the intents of the phrases in both languages', async () => {
    const understand = await load();
    const intents = ['list invoices', 'pokaż nasze faktury', 'pay INV-99', 'zapłać fakturę 12'].map(
      (text) => understand(text, context).candidates[0]?.intent,
    );
    expect(intents).toEqual(['invoices.list', 'invoices.list', 'invoices.pay', 'invoices.pay']);
  });

  it('gives the same model for the same phrases, bit by bit', () => {
    expect(encode(learn(phrasesOf(phraseFiles))).equals(encode(learn(phrasesOf(phraseFiles))))).toBe(true);
  });

  it('keeps probabilities that add up to one', async () => {
    const { candidates } = (await load())('pay the invoices', context);
    expect(candidates.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 4);
  });
});

describe('the cached model', () => {
  it('answers exactly as the one just learnt', async () => {
    const fresh = await load();
    const again = await load();
    expect(await cached()).toHaveLength(1);
    for (const { text } of phrasesOf(phraseFiles)) expect(again(text, context)).toEqual(fresh(text, context));
  });

  it('is learnt anew when a phrase changes', async () => {
    await load();
    await put('none.phrases.yaml', 'intent: none\nen: [sing a song]\npl: [zaśpiewaj]\n');
    await load();
    expect(await cached()).toHaveLength(2);
  });

  it('is learnt anew when the file is torn', async () => {
    await load();
    const [name = ''] = await cached();
    const path = join(dir, 'cache', name);
    const whole = await readFile(path);
    await writeFile(path, whole.subarray(0, whole.length / 2));
    await modelOf(phraseFiles, join(dir, 'cache'));
    expect((await readFile(path)).equals(whole)).toBe(true);
  });
});

describe('a phrase file that is wrong', () => {
  it.each([
    ['an unknown intent', 'intent: invoices.eat\nen: [eat it]\npl: [zjedz]\n', 'phrases_not_valid'],
    ['a language missing', 'intent: none\nen: [hm]\n', 'phrases_not_valid'],
    ['an unknown key', 'intent: none\nen: [hm]\npl: [hm]\nde: [hm]\n', 'phrases_not_valid'],
    ['an empty phrase', 'intent: none\nen: [""]\npl: [hm]\n', 'phrases_not_valid'],
    ['no YAML', 'intent: [none\n', 'phrases_not_yaml'],
  ])('with %s stops the training with its name', async (_what, content, reason) => {
    await put('bad.phrases.yaml', content);
    await expect(load()).rejects.toMatchObject({ code: 'invalid', reason, details: { file: 'bad.phrases.yaml' } });
  });

  it('is not missed: a folder without phrases is refused', async () => {
    await mkdir(join(dir, 'empty'));
    await expect(loadUnderstanding({ phrasesDir: join(dir, 'empty') })).rejects.toMatchObject({ reason: 'no_phrases' });
  });
});
