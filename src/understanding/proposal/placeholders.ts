import type { Reading } from '../slots/index.ts';

/** A text without what names anybody or anything, and the way back. */
export interface Hidden {
  text: string;
  /** The words that a value with placeholders stands for; undefined where one is none of this text's. */
  restore(value: string): string | undefined;
}

/** Whatever holds a digit of any script, with the groups of digits behind it: numbers, dates, amounts, accounts. */
const NUMBER = /[^\s,;:!?"'()<>[\]]*\p{N}[^\s,;:!?"'()<>[\]]*(?: [\d][\d.,/-]*)*/gu;
const ADDRESS = /[^\s,;:"'()<>]+@[^\s,;:"'()<>]+/gu;
/** A one-time code, though none should come this far (lib/link-code.ts). */
const CODE = /(?<![\p{L}\p{N}])[bcdfghjklmnpqrstvwxz]{4}-?[bcdfghjklmnpqrstvwxz]{4}(?![\p{L}\p{N}])/giu;
const PLACEHOLDER = /\[[A-Z]+_\d+\]/g;

type Kind = 'EMAIL' | 'PERSON' | 'PHONE' | 'NAME' | 'NUMBER' | 'CODE';

interface Span {
  kind: Kind;
  start: number;
  end: number;
}

const SAID: Partial<Record<Reading['found'][number]['slot'], Kind>> = {
  email: 'EMAIL',
  mention: 'PERSON',
  phone: 'PHONE',
};

const matches = (kind: Kind, pattern: RegExp, text: string): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: said, index }) => ({ kind, start: index, end: index + said.length }));

/**
 * E-mails, phones, mentions and everything with a digit as placeholders, e.g. `[NUMBER_1]`: what is never shown to a
 * language model (PRODUCT.md section 9). The same thing twice is one placeholder.
 * @param names people's names too, for what is kept
 */
export function hide({ text, found }: Reading, { names = false } = {}): Hidden {
  const spans = [
    ...found.flatMap(({ slot, start, end }): Span[] => {
      const kind = slot === 'name' && names ? 'NAME' : SAID[slot];
      return kind ? [{ kind, start, end }] : [];
    }),
    ...matches('EMAIL', ADDRESS, text),
    ...matches('CODE', CODE, text),
    ...matches('NUMBER', NUMBER, text),
  ];
  const known = new Map<string, string>();
  const words = new Map<string, string>();
  let hidden = '';
  let at = 0;
  for (const { kind, start, end } of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    // Of what overlaps the first is hidden, and the rest of the second with it.
    if (end <= at) continue;
    if (start >= at) {
      const said = text.slice(start, end);
      const name = known.get(said) ?? `[${kind}_${known.size + 1}]`;
      known.set(said, name);
      words.set(name, said);
      hidden += text.slice(at, start) + name;
    }
    at = end;
  }
  return {
    text: hidden + text.slice(at),
    restore(value) {
      if (/[\p{N}@]/u.test(value.replace(PLACEHOLDER, ''))) return undefined;
      if (value.match(PLACEHOLDER)?.some((name) => !words.has(name))) return undefined;
      return value.replace(PLACEHOLDER, (name) => words.get(name)!);
    },
  };
}
