import { z } from 'zod';

/** The part of JSON Schema that the operations' inputs are written in. */
interface Schema {
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';
  properties?: Record<string, Schema>;
  required?: readonly string[];
  items?: Schema;
  anyOf?: readonly Schema[];
  enum?: readonly string[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  exclusiveMinimum?: number;
}

/** An id for a place in an input, e.g. `invoices.show` and `id`. */
export type IdFor = (path: string) => string;

type Path = readonly (string | number)[];

/** A good input, and every place in it with its schema. */
interface Sample {
  input: unknown;
  places: readonly Place[];
}

export interface Place {
  path: Path;
  schema: Schema;
  optional: boolean;
}

/** Something wrong with an input, which is `refused`; or something odd. */
export interface BadInput {
  what: string;
  input: unknown;
  refused: boolean;
}

/** Good inputs of an operation, one for each way it can be called, with every field given. */
export function samplesOf(input: z.ZodType, idFor: IdFor): Sample[] {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema;
  return filled(schema, [], false, idFor);
}

function filled(schema: Schema, path: Path, optional: boolean, idFor: IdFor): Sample[] {
  const place = { path, schema, optional };
  if (schema.anyOf) return schema.anyOf.flatMap((one) => filled(one, path, optional, idFor));
  if (schema.type === 'array') {
    return filled(schema.items!, [...path, 0], false, idFor).map(({ input, places }) => ({
      input: [input],
      places: [place, ...places],
    }));
  }
  if (schema.type !== 'object') return [{ input: leaf(schema, path, idFor), places: [place] }];
  let all: Sample[] = [{ input: {}, places: [place] }];
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const ways = filled(field, [...path, name], !schema.required?.includes(name), idFor);
    all = ways.flatMap((way, at) =>
      // Each way once, beside the first way of the others.
      (at === 0 ? all : all.slice(0, 1)).map(({ input, places }) => ({
        input: { ...(input as object), [name]: way.input },
        places: [...places, ...way.places],
      })),
    );
  }
  return all;
}

const WORDS: Readonly<Record<string, string>> = {
  ...{
    email: 'new.person@acme-polska.example',
    phone: '+48225550123',
    currency: 'PLN',
    amount: '10.00',
    units: '10.00',
  },
};

function leaf(schema: Schema, path: Path, idFor: IdFor): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'null') return null;
  if (schema.type !== 'string') return (schema.exclusiveMinimum ?? schema.minimum ?? 0) + 1;
  if (schema.format === 'uuid') return idFor(path.join('.'));
  if (schema.format === 'date') return '2026-12-01';
  if (schema.format === 'date-time') return '2026-12-01T08:00:00Z';
  return WORDS[String(path.at(-1))] ?? 'Nowak';
}

/** Every way in which an input can be wrong, walked from its schema. */
export function badInputs({ input, places }: Sample): BadInput[] {
  const bad = (refused: boolean, path: Path, what: string, value: unknown): BadInput => ({
    what: `${path.join('.') || 'input'} ${what}`,
    input: replaced(input, path, value),
    refused,
  });
  return places.flatMap(({ path, schema, optional }): BadInput[] => {
    const own = wrong(schema, valueAt(input, path)).map(([what, value, refused]) => bad(refused, path, what, value));
    return path.length > 0 && typeof path.at(-1) === 'string' && !optional
      ? [...own, bad(true, path, 'missing', undefined)]
      : own;
  });
}

type Wrong = readonly [what: string, value: unknown, refused: boolean];

function wrong(schema: Schema, value: unknown): Wrong[] {
  if (schema.type === 'null') return [];
  const types = Object.entries({ object: { a: 1 }, array: [[]], string: 'seven', number: 7.5, boolean: true });
  const mistyped = types
    .filter(([type]) => type !== schema.type && !(type === 'boolean' && schema.const === true))
    .map(([type, other]): Wrong => [`of type ${type}`, other, true]);
  return [...mistyped, ...particular(schema, value)];
}

function particular(schema: Schema, value: unknown): Wrong[] {
  if (schema.type === 'object') {
    const own = value as object;
    return [
      ['with an extra field', { ...own, 'no such field': 1 }, true],
      ['with __proto__', { ...own, ...JSON.parse('{"__proto__": {"admin": true}}') }, false],
      ['with an own __proto__', withOwnProto(own), true],
    ];
  }
  if (schema.type === 'array') {
    const [one] = value as unknown[];
    return [['with far too many', Array.from({ length: 5_000 }, () => one), true]];
  }
  if (schema.type === 'integer') {
    const numbers = [-1, 1.5, 1e21, 1e308, Number.NaN, Number.POSITIVE_INFINITY];
    return [
      ...numbers.map((number): Wrong => [`of ${number}`, number, true]),
      ['of the largest number', Number.MAX_SAFE_INTEGER, false],
    ];
  }
  if (schema.type !== 'string' || schema.const !== undefined) return [];
  const strings: Wrong[] = [
    ['of 10,000 letters', 'a'.repeat(10_000), true],
    ['with NUL', `${value}\u0000`, true],
    ['with half a character', `${value}\ud800`, true],
    ['of control characters', '\u0007\u001b\u202e', false],
    ['empty', '', false],
    ['__proto__', '__proto__', false],
    ['of quotes and placeholders', `'; DROP TABLE account; -- $1 %s \\`, false],
  ];
  const edges = schema.format === 'date' ? ['0000-01-01', '0001-01-01', '9999-12-31'] : [];
  return [
    ...strings,
    ...spelled(schema, value).map((text): Wrong => [`of ${text}`, text, true]),
    ...edges.map((text): Wrong => [`of ${text}`, text, false]),
  ];
}

/** Values with the form of the field's and yet no value of its kind. */
function spelled({ format, enum: choices }: Schema, value: unknown): string[] {
  if (format === 'uuid') return ['1', 'not-an-id', `${value}0`, '{00000000-0000-4000-8000-000000000000}'];
  if (format === 'date') return ['2026-02-30', '2026-13-01', '2025-02-29', '0000-00-00', 'tomorrow', '2026-1-1'];
  if (format === 'date-time') return ['2026-02-30T08:00:00Z', '2026-12-01T25:00:00Z', 'now'];
  return choices ? ['seven', choices[0]!.toUpperCase()] : [];
}

const withOwnProto = (of: object): object =>
  Object.defineProperty({ ...of }, '__proto__', { value: { admin: true }, enumerable: true });

const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce((found, step) => (found as Record<string | number, unknown>)[step], input);

/** The input with another value in one place; without it when undefined. */
export function replaced(input: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(input)) return input.map((one, at) => (at === step ? replaced(one, rest, value) : one));
  const { [step]: old, ...others } = input as Record<string, unknown>;
  if (rest.length === 0 && value === undefined) return others;
  return { ...others, [step]: replaced(old, rest, value) };
}
