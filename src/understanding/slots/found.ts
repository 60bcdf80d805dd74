import type { Amount, Period, SlotName } from '../../kit/contract.ts';

/** A thing named in the text, with its place there. A `document` is a number whose kind the intent decides. */
export interface Found {
  slot: SlotName | 'document';
  value: string | Amount | Period;
  start: number;
  end: number;
}

/** What the finders read: the text as written, and its folded form of the same length, what is taken blanked out. */
export interface Reading {
  text: string;
  rest: string;
}

/** All matches of a global pattern that `read` makes something of, with their places in the text. */
export function find(
  { rest }: Reading,
  pattern: RegExp,
  read: (match: RegExpExecArray) => Omit<Found, 'start' | 'end'> | undefined,
): Found[] {
  const found: Found[] = [];
  for (const match of rest.matchAll(pattern)) {
    const made = read(match);
    if (made) found.push({ ...made, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Blanks out what was found, so that a later finder does not read it again. */
export function blank(rest: string, found: readonly Found[]): string {
  let left = rest;
  for (const { start, end } of found) left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
  return left;
}
