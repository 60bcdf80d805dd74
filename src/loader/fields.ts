import { z } from 'zod';
import { minorDigits } from '../lib/money.ts';
import { nearest } from './nearest.ts';

// Each error message completes "expected ...".

/** A row, or a part of one, with exactly these fields; an unknown one is answered with the nearest known name. */
export function fields<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? unknownNames(issue.keys, Object.keys(shape)) : 'an object with named fields',
  });
}

/** What to say of names that are not known here. */
export function unknownNames(wrong: readonly string[], known: readonly string[]): string {
  return wrong
    .map((name) => {
      const meant = nearest(name, known);
      return meant
        ? `unknown name "${name}", did you mean "${meant}"?`
        : `unknown name "${name}", known: ${known.join(', ')}`;
    })
    .join('; ');
}

const CONTROL = /\p{Cc}/u;
export const matching = (pattern: RegExp, expected: string) =>
  z.string({ error: expected }).regex(pattern, { error: expected });

/** A whole number, written as one. */
export function whole(from: number, to: number) {
  const expected = `a whole number from ${from} to ${to}`;
  return z.int({ error: expected }).min(from, { error: expected }).max(to, { error: expected });
}

/** A text of one line, 1 to `max` characters. */
export const text = (max = 500) => {
  const expected = `text of 1 to ${max} characters, no control characters, no spaces around it`;
  const fits = (value: string) =>
    value.length > 0 && value.length <= max && value.trim() === value && !CONTROL.test(value) && value.isWellFormed();
  return z.string({ error: expected }).refine(fits, { error: expected });
};

/** A text whose lines may be parted by line feeds, e.g. an address. */
export const multiline = (max = 500) => {
  const expected = `text of 1 to ${max} characters, no control characters but line feeds`;
  const fits = (value: string) =>
    value.trim().length > 0 && value.length <= max && !CONTROL.test(value.replaceAll('\n', '')) && value.isWellFormed();
  return z.string({ error: expected }).refine(fits, { error: expected });
};

export const externalId = () => text(100);

export const documentNumber = () => text(64);

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `one of ${values.join(', ')}` });

export const flag = () => z.boolean({ error: 'true or false' });

export const date = () => z.iso.date({ error: 'a date such as 2026-11-30' });

export const instant = () =>
  z.iso.datetime({ offset: true, error: 'a moment with its offset such as 2026-11-30T14:05:00+01:00' });

export const email = () =>
  z
    .email({ error: 'an e-mail address' })
    .max(254, { error: 'an e-mail address of at most 254 characters' })
    .toLowerCase();

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** Money is kept with three decimals; the few units of account with more are not for invoices. */
export const currency = () =>
  z
    .string({ error: 'an ISO 4217 currency code such as PLN' })
    .refine((code) => CURRENCIES.has(code) && minorDigits(code) <= 3, {
      error: 'an ISO 4217 currency code such as PLN',
    });

/** Money: a decimal in a string; how many decimals its currency has is checked with the row. */
export const amount = () =>
  matching(/^-?(0|[1-9]\d{0,14})(\.\d{1,3})?$/, 'an amount as text with a decimal point, such as "1250.50"');

export const positiveAmount = () =>
  amount().refine((value) => !value.startsWith('-') && /[1-9]/.test(value), { error: 'an amount above zero' });

export const amountFromZero = () =>
  amount().refine((value) => !value.startsWith('-'), { error: 'an amount not below zero' });

/** A price or a count with up to six decimals. */
export const decimal = () =>
  matching(/^-?(0|[1-9]\d{0,11})(\.\d{1,6})?$/, 'a decimal as text with up to six decimals, such as "12.5"');

export const locale = () => oneOf(['en', 'pl']);

export const timeZone = () =>
  z
    .string({ error: 'an IANA time zone such as Europe/Warsaw' })
    .refine(isTimeZone, { error: 'an IANA time zone such as Europe/Warsaw' });

function isTimeZone(name: string): boolean {
  // `Intl` also takes bare offsets, which know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A field that may be left out or null, both meaning that there is none. */
export const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish();

export const list = <Schema extends z.ZodType>(of: Schema) => z.array(of, { error: 'a list' });
