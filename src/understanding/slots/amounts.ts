import { type Found, find, type Reading } from './found.ts';

const NUMBER = String.raw`\d{1,3}(?:[ .,']\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)`;
const THOUSANDS = String.raw`(?: ?(?:(k|tysiac[ae]?|tysiecy|thousand)\b|(tys)\b\.?))?`;

const currencies: [code: string, pattern: string][] = [
  ['EUR', String.raw`€|eur(?:os?|o)?\b`],
  ['PLN', String.raw`zl\b\.?|zlot(?:ych|ymi|e|y)\b|pln\b`],
  ['USD', String.raw`us ?\$|\$|usd\b|us dollars?\b|dollars?\b|dolar(?:ow|ami|y|a)?\b|bucks\b`],
  ['GBP', String.raw`£|gbp\b|pounds?\b|funt(?:ow|y|a)?\b`],
  ['CHF', String.raw`chf\b|frank(?:ow|i)?\b`],
  ['JPY', String.raw`¥|jpy\b|yen\b`],
  ['PTS', String.raw`pts\b|points?\b|pkt\b\.?|punkt(?:ow|ami|y|a)?\b`],
];

const anyCurrency = currencies.map(([code, pattern]) => `(?<${code}>${pattern})`).join('|');
const before = new RegExp(`(?:${anyCurrency}) ?(?<number>${NUMBER})${THOUSANDS}`, 'g');
const after = new RegExp(`(?<![\\w/-])(?<number>${NUMBER})${THOUSANDS} ?(?:${anyCurrency})`, 'g');
/** Without a currency only a word or the decimals tell an amount from a number. */
const named = new RegExp(
  `(?<=\\b(?:amount|amount of|sum of|kwot[aeyo]|kwoty|kwote|na kwote|part of it|partial payment of|up to) (?:to |na |of |is )?)(?<number>${NUMBER})${THOUSANDS}`,
  'g',
);
const decimals = /(?<![\w./-])(?<number>\d{1,3}(?:[ .,']\d{3})*[.,]\d{2}|\d+[.,]\d{2})(?![\w/-]|[.,]\d)/g;

/** "1 250,50" and "1,250.50" as "1250.50": the last mark with one or two digits behind it is the decimal one. */
export function decimal(written: string): string {
  const [, whole = '', fraction] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(written.replace(/[ ']/g, '')) ?? [];
  const digits = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

function times1000(value: string): string {
  const [whole = '', fraction = ''] = value.split('.');
  return (whole + fraction.padEnd(3, '0')).replace(/^0+(?=\d)/, '');
}

/** Sums of money and points, by INTENTS.md `amount`; a bare number only where a word or its decimals say so. */
export function findAmounts(reading: Reading): Found[] {
  const read = (match: RegExpExecArray) => {
    const { number, ...codes } = match.groups ?? {};
    if (number === undefined) return undefined;
    const thousands = match.slice(1).some((group) => group !== undefined && /^(k|tys.*|thousand)$/.test(group));
    const value = thousands ? times1000(decimal(number)) : decimal(number);
    const currency = Object.entries(codes).find(([, said]) => said !== undefined)?.[0];
    return { slot: 'amount' as const, value: currency === undefined ? { value } : { value, currency } };
  };
  const found: Found[] = [];
  for (const pattern of [after, before, named, decimals]) {
    for (const next of find(reading, pattern, read)) {
      if (!found.some(({ start, end }) => next.start < end && start < next.end)) found.push(next);
    }
  }
  return found;
}
