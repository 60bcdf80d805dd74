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

/**
 * Every phrase of `dialogs/<module>/<dialog>.phrases.yaml` below `directory`, in order of the files' names.
 * Throws `invalid` with the file and what is wrong in it, and where there is no phrase at all.
 */
export async function readPhrases(directory: string): Promise<Phrase[]> {
  const names = await readdir(directory, { recursive: true });
  const files = names.filter((name) => name.endsWith('.phrases.yaml')).sort();
  const phrases: Phrase[] = [];
  for (const name of files) phrases.push(...parsePhrases(name, await readFile(join(directory, name), 'utf8')));
  if (phrases.length === 0) throw new CodedError('invalid', 'no_phrases', { directory });
  return phrases;
}
