import { hide } from '../proposal/placeholders.ts';
import { read } from '../slots/index.ts';
import type { IsWord } from '../slots/names.ts';
import { clean } from '../text/clean.ts';

/** What is kept says nothing of dates: any will do to read it. */
const SOME_DAY = '2026-11-22';

/** Takes e-mails, phones, names and everything with a digit out of a text that is to be kept. */
export const redactWith =
  (isWord: IsWord) =>
  (text: string): string =>
    hide(read(clean(text), SOME_DAY, isWord), { names: true }).text;
