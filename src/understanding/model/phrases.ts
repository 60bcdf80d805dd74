import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { INTENTS, type IntentName } from '../../kit/contract.ts';
import { CodedError } from '../../lib/errors.ts';
import type { Locale } from '../../lib/locale.ts';

export interface Phrase {
  intent: IntentName;
  locale: Locale;
  text: string;
}

const phrase = z.string().trim().min(1).max(400);
const schema = z.strictObject({
  intent: z.enum(Object.keys(INTENTS) as [keyof typeof INTENTS, ...(keyof typeof INTENTS)[]]),
  en: z.array(phrase).min(1),
  pl: z.array(phrase).min(1),
});

function parsePhrases(file: string, source: string): Phrase[] {
  let content: unknown;
  try {
    content = parse(source);
  } catch (cause) {
    throw new CodedError('invalid', 'phrases_not_yaml', { file, problem: String(cause) }, cause);
  }
  const { data, error } = schema.safeParse(content);
  if (!data) throw new CodedError('invalid', 'phrases_not_valid', { file, problem: z.prettifyError(error) });
  return (['en', 'pl'] as const).flatMap((locale) =>
    data[locale].map((text) => ({ intent: data.intent, locale, text })),
  );
}

/** A phrase file as it stands on disk, named from the dialogs' folder. */
export interface PhraseFile {
  name: string;
  source: string;
}

/** The files `dialogs/<module>/<dialog>.phrases.yaml` below `directory`, by name. Throws `invalid` where there is none. */
export async function readPhraseFiles(directory: string): Promise<PhraseFile[]> {
  const names = (await readdir(directory, { recursive: true })).filter((name) => name.endsWith('.phrases.yaml')).sort();
  if (names.length === 0) throw new CodedError('invalid', 'no_phrases', { directory });
  return Promise.all(names.map(async (name) => ({ name, source: await readFile(join(directory, name), 'utf8') })));
}

/** Every phrase of the files, in order. Throws `invalid` with the file and what is wrong in it. */
export const phrasesOf = (files: readonly PhraseFile[]): Phrase[] =>
  files.flatMap(({ name, source }) => parsePhrases(name, source));
