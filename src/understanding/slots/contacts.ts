import { type Found, find, type Reading } from './found.ts';

const email = /[a-z0-9](?:[a-z0-9._%+'-]*[a-z0-9_+-])?@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}/g;
/** With the country said (`+48`, `0048`) any spacing will do; else it must be spaced like a phone or called one. */
const international = /(?<![\w+])(?:\+|00)(?=[1-9])\d[\d() ./-]{6,20}\d/g;
const called =
  /(?<=\b(?:phone|tel|mobile|cell|telefon\w*|komork\w*|numer telefonu|call)\.?:? (?:(?:number|numer|nr|no|is|to|na|now|it's|its)\.?:? ){0,3})\(?\d[\d() ./-]{5,16}\d/g;
const spaced = /(?<![\w./-])(?:\d{3}[ -]\d{3}[ -]\d{3,4}|\(?\d{2,3}\)? \d{3} \d{2} \d{2})(?![\w./-])/g;

function phone(match: RegExpExecArray) {
  const said = match[0].replace(/\(0\)/, '');
  const digits = said.replace(/\D/g, '');
  const national = digits.replace(/^00/, '');
  if (national.length < 7 || national.length > 15) return undefined;
  return { slot: 'phone' as const, value: /^\+|^00/.test(said) ? `+${national}` : digits };
}

/** E-mail addresses, lower-cased, with the diacritics as written dropped from none: an address has none. */
export function findEmails(reading: Reading): Found[] {
  return find(reading, email, (match) => ({ slot: 'email', value: match[0] }));
}

/** Chat users named by `<@ID>`; the assistant's own leading mention is gone before (text/clean.ts). */
export function findMentions(reading: Reading): Found[] {
  return find(reading, /<@([a-z0-9]+)>/g, (match) => ({ slot: 'mention', value: (match[1] ?? '').toUpperCase() }));
}

/** Phone numbers: E.164 where the country is said, else digits (INTENTS.md). */
export function findPhones(reading: Reading): Found[] {
  for (const pattern of [international, called, spaced]) {
    const found = find(reading, pattern, phone);
    if (found.length > 0) return found;
  }
  return [];
}
