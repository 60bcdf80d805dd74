import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { INTENTS, type IntentName } from '../../kit/contract.ts';
import { CodedError } from '../../lib/errors.ts';
import { LOCALES, type Locale } from '../../lib/locale.ts';
import { type Fragments, phrasesOfPattern } from './patterns.ts';

export interface Phrase {
  intent: IntentName;
  locale: Locale;
  text: string;
  /** Made from a pattern, not written by hand: learnt from, never measured by. */
  made: boolean;
}

const phrase = z.string().trim().min(1).max(400);
const pattern = z.string().trim().min(1).max(2000);
const schema = z.strictObject({
  intent: z.enum(Object.keys(INTENTS) as [keyof typeof INTENTS, ...(keyof typeof INTENTS)[]]),
  en: z.array(phrase).min(1),
  pl: z.array(phrase).min(1),
  /** A small grammar beside the phrases (model/patterns.ts). */
  patterns: z.strictObject({ en: z.array(pattern), pl: z.array(pattern) }).optional(),
});
const words = z.record(z.string(), z.array(z.string()).min(1));
const shared = z.strictObject({ en: words, pl: words });

function parseYaml<T>({ name: file, source }: PhraseFile, form: z.ZodType<T>): T {
  let content: unknown;
  try {
    content = parse(source);
  } catch (cause) {
    throw new CodedError('invalid', 'phrases_not_yaml', { file, problem: String(cause) }, cause);
  }
  const read = form.safeParse(content);
  if (read.success) return read.data;
  throw new CodedError('invalid', 'phrases_not_valid', { file, problem: z.prettifyError(read.error) });
}

function parsePhrases(file: PhraseFile, fragments: Record<Locale, Fragments>): Phrase[] {
  const data = parseYaml(file, schema);
  const { intent } = data;
  return LOCALES.flatMap((locale) => {
    try {
      const made = data.patterns?.[locale].flatMap((pattern) => phrasesOfPattern(pattern, fragments[locale])) ?? [];
      return [
        ...data[locale].map((text) => ({ intent, locale, text, made: false })),
        ...made.map((text) => ({ intent, locale, text, made: true })),
      ];
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      throw new CodedError('invalid', 'phrases_not_valid', { file: file.name, problem: cause.message }, cause);
    }
  });
}

/** A phrase file as it stands on disk, named from the dialogs' folder. */
export interface PhraseFile {
  name: string;
  source: string;
}

/** What patterns share, beside the phrases. */
const FRAGMENTS = 'fragments.yaml';

/**
 * The files `dialogs/<module>/<dialog>.phrases.yaml` below `directory` and the fragments of their patterns, by name.
 * Throws `invalid` where there is none.
 */
export async function readPhraseFiles(directory: string): Promise<PhraseFile[]> {
  const names = (await readdir(directory, { recursive: true }))
    .filter((name) => name.endsWith('.phrases.yaml') || name === FRAGMENTS)
    .sort();
  if (names.length === 0) throw new CodedError('invalid', 'no_phrases', { directory });
  return Promise.all(names.map(async (name) => ({ name, source: await readFile(join(directory, name), 'utf8') })));
}

/** Every phrase of the files, in order. Throws `invalid` with the file and what is wrong in it. */
export function phrasesOf(files: readonly PhraseFile[]): Phrase[] {
  const file = files.find(({ name }) => name === FRAGMENTS);
  const fragments = file ? parseYaml(file, shared) : { en: {}, pl: {} };
  return files.filter((next) => next !== file).flatMap((next) => parsePhrases(next, fragments));
}
