import { fold } from '../text/fold.ts';
import { isFirstName } from './first-names.ts';
import type { Found, Reading } from './found.ts';

/** True for a word that the phrases use in small letters: no name, however it is written here. */
export type IsWord = (folded: string) => boolean;

const token = /[\p{L}][\p{L}'’-]*/gu;
/** Capitals that are no person, and the titles that are not part of a name. */
const notName =
  /^(?:i|i'm|i'd|i'll|i've|portal|slack|teams|visa|mastercard|amex|iban|sepa|pdf|csv|excel|ics|it|ap|ar|po|vat|polish|english|polski|polsku|angielski|mr|mrs|ms|miss|dr|prof|jako|as|pan|pana|pani|panu|panem|pania|panstwa|panstwo|sir|madam|hi|hello|hey|please|prosze|czesc|hej|witam|dzien|dobry|thanks|dear|customer|center|billing|monday|tuesday|wednesday|thursday|friday|saturday|sunday|q|usd|eur|pln|ok|okay|yes|no|tak|nie|finance|technical|management|manager)$/;
const cue =
  /\b(?:invite|inviting|add|remove|removing|delete|suspend|block|unblock|reinstate|restore|approve|accept|decline|reject|revoke|resend|for|of|from|to|user|colleague|named|called|make|give|let|with|did|by|contact|is|zapros|dodaj|usun|zablokuj|odblokuj|zawies|przywroc|zatwierdz|odrzuc|cofnij|ponow|dla|od|do|uzytkownik\w*|kolege|kolezanke|pani?|pana|panu|pania|to|osob\w+|dostep|zaproszenie|role)\s+$/;

interface Word {
  text: string;
  folded: string;
  start: number;
  end: number;
}

const wordsOf = ({ text, rest }: Reading): Word[] =>
  [...text.matchAll(token)]
    .map((match) => ({
      text: match[0],
      folded: fold(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter(({ start }) => rest[start] !== ' ');

const capitalised = ({ text }: Word): boolean => /^\p{Lu}.*\p{Ll}/u.test(text) || /^\p{Lu}\.?$/u.test(text);
const adjacent = (left: Word, right: Word, text: string) => /^\.? $/.test(text.slice(left.end, right.start));

/**
 * People's (and organisations') names as written, inflected too, without titles: runs of capitals that the phrases do
 * not use as words, and in small letters a known first name with the unknown word behind it, or two unknown words
 * where a person is named ("remove ines faria").
 */
export function findNames(reading: Reading, isWord: IsWord): Found[] {
  const words = wordsOf(reading);
  const shouting = reading.text === reading.text.toUpperCase();
  const found: Found[] = [];
  for (let at = 0; at < words.length; at++) {
    const run = shouting
      ? smallRun(words, at, reading, isWord)
      : (capitalRun(words, at, reading, isWord) ?? smallRun(words, at, reading, isWord));
    const [first, last] = [run?.[0], run?.at(-1)];
    if (!run || !first || !last) continue;
    found.push({
      slot: 'name',
      value: reading.text.slice(first.start, last.end).replace(/['’]s$/u, ''),
      start: first.start,
      end: last.end,
    });
    at += run.length - 1;
  }
  return found;
}

function capitalRun(words: readonly Word[], at: number, { text, rest }: Reading, isWord: IsWord): Word[] | undefined {
  const run: Word[] = [];
  for (const word of words.slice(at)) {
    const before = run.at(-1);
    if (!capitalised(word) || notName.test(word.folded) || (before && !adjacent(before, word, text))) break;
    run.push(word);
  }
  const [first] = run;
  if (!first || first.text.length < 2) return undefined;
  const known = isFirstName(first.folded, false);
  const opens =
    /(?:^|[.!?:]\s*|^["'(]+)$/.test(rest.slice(0, first.start).trimEnd()) || rest.slice(0, first.start).trim() === '';
  if (run.length === 1) return known || (!opens && !isWord(first.folded)) ? run : undefined;
  return opens && !known && isWord(first.folded) ? undefined : run;
}

function smallRun(words: readonly Word[], at: number, { text, rest }: Reading, isWord: IsWord): Word[] | undefined {
  const [first, second] = words.slice(at, at + 2);
  if (!first || first.folded.length < 3 || notName.test(first.folded)) return undefined;
  const unknown = (word: Word | undefined, before: Word): word is Word =>
    word !== undefined &&
    word.folded.length > 2 &&
    !isWord(word.folded) &&
    !notName.test(word.folded) &&
    adjacent(before, word, text);
  if (isFirstName(first.folded, true)) {
    if (!unknown(second, first)) return [first];
    return [first, second];
  }
  if (isWord(first.folded) || !cue.test(rest.slice(0, first.start)) || !unknown(second, first)) return undefined;
  return [first, second];
}
