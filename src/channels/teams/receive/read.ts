import { z } from 'zod';
import { CodedError } from '../../../lib/errors.ts';
import { isLocale, type Locale } from '../../../lib/locale.ts';

export const id = z.string().min(1).max(500);
export const word = z.string().max(200);

/** A body's part that must be there. Throws CodedError `invalid` `teams.body`; what was in it is not said. */
export function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw unreadable(parsed.error.issues.map(({ path }) => path.join('.')));
  return parsed.data;
}

export const unreadable = (paths: readonly string[]): CodedError => new CodedError('invalid', 'teams.body', { paths });

/** Of `pl-PL` the language; undefined where it is none of ours. */
export function localeOf(tag: string | null | undefined): Locale | undefined {
  const language = tag?.slice(0, 2).toLowerCase();
  return isLocale(language) ? language : undefined;
}
