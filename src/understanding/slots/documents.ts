import { type Found, find, type Reading } from './found.ts';

type DocumentKind = 'invoice' | 'order' | 'contract';

/** A number with the kind its own letters or the word before it give it; without one the intent decides. */
export interface FoundDocument extends Found {
  kind?: DocumentKind;
}

const words: [DocumentKind, RegExp][] = [
  ['order', /(?:\b(?:orders?|purchase orders?|zamowien\w*|zam\.?|zamow|ord|po))$/],
  ['contract', /(?:\b(?:contracts?|agreements?|umow\w*|um\.|kontrakt\w*|ct))$/],
  ['invoice', /(?:\b(?:invoices?|inv|bills?|faktur\w*|fakt\.?|fv|fs|fra|rachun\w*))$/],
];
const prefixes: [DocumentKind, RegExp][] = [
  ['order', /^(?:ord|order|po|zam|so|zs)[-/]?\d?/],
  ['contract', /^(?:ct|ctr|con|um|umowa|sup|sa|kon)[-/]?\d?/],
  ['invoice', /^(?:inv|in|fv|fs|fa|fk|fvs|re|rg|f|pf|cn|kor)[-/]?\d?/],
];
/** What may stand between the word and its number. */
const link = /(?:[\s:]|\b(?:nr|no|numer\w*|number|num|id|called|is|o numerze|z numerem)\b\.?|#)+$/;

const joined = String.raw`[a-z]{1,6}(?: ?[-/] ?[a-z0-9]+)*? ?[-/] ?\d[a-z0-9]*(?: ?[-/] ?[a-z0-9]*\d[a-z0-9]*)*|[a-z]{2,4}\d{2,}[a-z0-9]*(?:[-/][a-z0-9]+)*`;
const digits = String.raw`\d+(?:[-/][a-z]*\d+[a-z]*)*(?:[-/][a-z]{2,4}\b)?`;
const pattern = new RegExp(String.raw`(?<![\w@/.-]|\d:)(?:#\s?)?(${joined}|${digits})(?![\w@]|[.,:]\d)`, 'g');

/** Numbers that count things, tell a time or a share, or belong to something that is no document. */
const counts =
  /^(?: ?%|:\d|(?:st|nd|rd|th)\b| ?(?:days?|weeks?|months?|years?|hours?|minutes?|mins?|people|persons|users?|seats?|licen[sc]es?|invoices|bills|orders|contracts|payments|percent|proc\w*|dni\w*|dzien|tydz\w*|tygod\w*|miesi\w*|lat\w*|rok\w*|godz\w*|minut\w*|osob\w*|uzytkownik\w*|licencj\w*|sztuk\w*|faktur\b|faktury\b|zamowien\b|umow\b|pietr\w*|floor|stopni\w*|km|kg|gb|mb|am|pm|x|razy|times)\b)/;
const countedBefore =
  /\b(?:top|next|last|first|top|room|floor|gate|chapter|version|windows|sala|pokoj\w*|pietr\w*|ostatni\w+|pierwsz\w+|kolejn\w+)\s+$/;

/** "2+2" and "in 1989" name no document. */
const sums = /(?<![\w-])\d{1,2} ?[+*=] ?\d{1,2}(?![\w-])|(?<=\b(?:in|w|since|od|roku|year) )(?:19|20)\d\d(?![\w/-])/g;
const withoutSums = (rest: string): string => rest.replace(sums, (said) => ' '.repeat(said.length));

const kindOf = (table: [DocumentKind, RegExp][], text: string): DocumentKind | undefined =>
  table.find(([, form]) => form.test(text))?.[0];

/**
 * Numbers of invoices, orders and contracts (INTENTS.md): upper-cased, no spaces, no leading `#`; a word before the
 * number is not part of it, letters joined by a hyphen or slash are. Amounts, dates and phones must be blanked before.
 */
export function findDocuments(reading: Reading): FoundDocument[] {
  const { rest } = reading;
  const found: FoundDocument[] = [];
  for (const next of find({ ...reading, rest: withoutSums(rest) }, pattern, (match) => ({
    slot: 'document',
    value: match[1] ?? '',
  }))) {
    const value = String(next.value).replace(/ /g, '');
    const ahead = rest.slice(0, next.start);
    const bare = /^\d+$/.test(value);
    if (bare && (counts.test(rest.slice(next.end)) || countedBefore.test(ahead))) continue;
    const word = ahead.replace(link, '');
    const kind = kindOf(words, word) ?? (bare ? undefined : kindOf(prefixes, value)) ?? inList(found, ahead);
    const written = value.replace(/^(?:nr|no|num)(?=\d)/, '').toUpperCase();
    found.push({ ...next, value: written, ...(kind ? { kind } : {}) });
  }
  return found;
}

/** "invoices 123, 124 and 125": a number right after another one is of the same kind. */
function inList(found: readonly FoundDocument[], ahead: string): DocumentKind | undefined {
  const last = found.at(-1);
  return last && /^\s*(?:,|and|i|oraz|&|\+|or|lub)*\s*(?:(?:and|i|oraz)\s*)?$/.test(ahead.slice(last.end))
    ? last.kind
    : undefined;
}
