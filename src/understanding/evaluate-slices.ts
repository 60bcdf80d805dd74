import type { Locale, Localized } from '../lib/locale.ts';
import type { Line } from './evaluate.ts';
import { fold } from './text/fold.ts';

/** Words that say nothing of what is wished: what somebody leaves out who writes as into a search box. */
const FILLERS: Localized<ReadonlySet<string>> = {
  en: new Set(
    (
      'a an the my our your their this that these those please pls can could would you i we me us want like need to of' +
      ' for is are be it just some any with on in at hey hi hello kindly'
    ).split(' '),
  ),
  pl: new Set(
    (
      'prosze poprosze mi mnie nam nas moj moja moje moich nasz nasza nasze naszych ten ta to te tej tych sie ze czy' +
      ' chce chcemy chcialbym chcialabym bym na w we z ze do o dla i a czesc hej dzien dobry mozesz mozna moge'
    ).split(' '),
  ),
};

/** How people mix the two languages at work: the thing's name in the other one. By the folded beginning of a word. */
const MIXED: Localized<readonly (readonly [begins: string, instead: string])[]> = {
  en: [
    ['invoice', 'faktury'],
    ['order', 'zamówienie'],
    ['contract', 'umowa'],
    ['payment', 'płatność'],
    ['please', 'proszę'],
    ['overdue', 'zaległe'],
    ['card', 'karta'],
    ['user', 'użytkownik'],
    ['invitation', 'zaproszenie'],
    ['show', 'pokaż'],
  ],
  pl: [
    ['faktur', 'invoice'],
    ['zamowieni', 'order'],
    ['umow', 'contract'],
    ['platnosc', 'payment'],
    ['prosze', 'please'],
    ['zalegl', 'overdue'],
    ['kart', 'card'],
    ['uzytkowni', 'user'],
    ['zaproszeni', 'invite'],
    ['pokaz', 'show'],
  ],
};

/** Two neighbours in the middle of the longest word change places, as when typing fast. */
function mistyped({ text }: Line): string {
  const words = [...text.matchAll(/(?<![\p{L}\p{N}@._-])\p{L}{5,}(?![\p{L}\p{N}@._-])/gu)];
  const [word] = words.sort((a, b) => b[0].length - a[0].length);
  if (!word) return text;
  const at = word.index + Math.floor(word[0].length / 2);
  return text.slice(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.slice(at + 1);
}

/** Without accents, in the case as written. */
const plain = ({ text }: Line): string =>
  [...text]
    .map((letter) => (fold(letter) === fold(letter.toLowerCase()) && /\p{L}/u.test(letter) ? cased(letter) : letter))
    .join('');
const cased = (letter: string): string => (letter === letter.toLowerCase() ? fold(letter) : fold(letter).toUpperCase());

const words = (text: string, locale: Locale, change: (word: string, locale: Locale) => string): string =>
  text
    .replace(/(?<![\p{L}\p{N}@.'’_-])[\p{L}'’]+(?![\p{L}\p{N}@_-])/gu, (word) => change(word, locale))
    .replace(/ {2,}/g, ' ')
    .trim();

function keywords({ text, locale }: Line): string {
  const kept = words(text, locale, (word, language) => (FILLERS[language].has(fold(word)) ? '' : word));
  return /[\p{L}\p{N}]/u.test(kept) ? kept : text;
}

const mixed = ({ text, locale }: Line): string =>
  words(
    text,
    locale,
    (word, language) => MIXED[language].find(([begins]) => fold(word).startsWith(begins))?.[1] ?? word,
  );

/** Ways in which people write the same, made of a line; one that a way does not change is none of its slice. */
export const SLICES = {
  typos: mistyped,
  'no diacritics': plain,
  mixed,
  keywords,
} as const satisfies Record<string, (line: Line) => string>;

/** The lines of a slice, with their texts changed. An answer to a question is left alone: it is a value. */
export function sliceOf(name: keyof typeof SLICES, lines: readonly Line[]): { line: Line; changed: Line }[] {
  return lines.flatMap((line) => {
    const text = line.awaiting === undefined ? SLICES[name](line) : line.text;
    return text === line.text ? [] : [{ line, changed: { ...line, text } }];
  });
}
