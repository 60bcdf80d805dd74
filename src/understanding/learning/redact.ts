import { hide } from '../proposal/placeholders.ts';
import { read } from '../slots/index.ts';
import type { IsWord } from '../slots/names.ts';
import { clean } from '../text/clean.ts';
import { fold } from '../text/fold.ts';

/** What is kept says nothing of dates: any will do to read it. */
const SOME_DAY = '2026-11-22';
/** Polish surnames, inflected and in small letters too, which the names of a wish leave out. */
const SURNAME =
  /(?<!\p{L})\p{L}{2,}(?:[sc]k|dzk)(?:i|iego|iemu|im|a|iej|ą)(?!\p{L})|(?<!\p{L})\p{L}{2,}wicz(?:a|owi|em)?(?!\p{L})/giu;

/** Takes e-mails, phones, names and everything with a digit out of a text that is to be kept. */
export const redactWith =
  (isWord: IsWord) =>
  (text: string): string => {
    const reading = read(clean(text), SOME_DAY, isWord);
    const surnames = [...reading.text.matchAll(SURNAME)]
      .filter(([word]) => !isWord(fold(word)))
      .map(({ 0: value, index }) => ({ slot: 'name' as const, value, start: index, end: index + value.length }));
    return hide({ ...reading, found: [...reading.found, ...surnames] }, { names: true }).text;
  };
