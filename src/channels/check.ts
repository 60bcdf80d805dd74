import { CodedError } from '../lib/errors.ts';

/** Refuses a payload: which limit of `limits.ts` or rule, and where in the payload, e.g. `blocks[3].fields[0].text`. */
export function overLimit(limit: string, where: string): never {
  throw new CodedError('internal', 'over_limit', { limit, where });
}

/** A text that must be there and may have `max` UTF-16 units. */
export function checkText(text: string | undefined, max: number, limit: string, where: string): void {
  if (!text?.trim()) overLimit('text_empty', where);
  if (text.length > max) overLimit(limit, where);
}

/** A list that must have between one and `max` items. */
export function checkCount(items: readonly unknown[] | undefined, max: number, limit: string, where: string): void {
  if (!items || items.length === 0) overLimit('list_empty', where);
  if (items.length > max) overLimit(limit, where);
}

export function checkUnique(values: readonly string[], limit: string, where: string): void {
  if (new Set(values).size !== values.length) overLimit(limit, where);
}

/** An address a client opens: absolute, http or https. */
export function checkUrl(url: string, where: string): void {
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) overLimit('url_scheme', where);
}
