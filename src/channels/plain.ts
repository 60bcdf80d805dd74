import type { Rich } from '../kit/card.ts';

/** A piece of a text, safe to show: no control characters, no direction tricks. */
export interface Run {
  text: string;
  bold: boolean;
}

/** Controls, and what is drawn as nothing: direction marks and overrides, zero widths, fillers, tags. */
const UNSEEN = /[[\p{Cc}\p{DI}\ufff9-\ufffb]--[\n\u200d\ufe0e\ufe0f]]/gv;
/** The joiner makes one emoji of several; anywhere else it only hides. */
const STRAY_JOINER = /(?<!\p{ExtPict}|\p{EMod}|\ufe0f)\u200d|\u200d(?!\p{ExtPict})/gv;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Takes out of a text what could hide, reorder or break what is shown: control and direction characters, invisible ones,
 * halves of surrogate pairs. Newlines stay, every other spacing control becomes a space.
 */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\v\f]/g, ' ')
    .replace(UNSEEN, '')
    .replace(STRAY_JOINER, '');
}

/** `clean`, on one line and without spaces around it: for labels, titles and cells. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim();

/** Keeps right-to-left words from reordering the numbers beside them: each such line stands in an isolate (UAX #9). */
export const isolate = (text: string): string =>
  text.replace(/[^\n]+/g, (line) => (RIGHT_TO_LEFT.test(line) ? `\u2068${line}\u2069` : line));

function toRuns(rich: Rich, tidy: (text: string) => string): Run[] {
  const pieces = typeof rich === 'string' ? [rich] : rich;
  const runs = pieces.map((piece): Run => {
    const bold = typeof piece !== 'string';
    return { text: isolate(tidy(bold ? piece.b : piece)), bold };
  });
  return textOf(runs).trim() === '' ? [] : joined(runs);
}

/** Makes one run of neighbours of one weight. */
export function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const { text, bold } of runs) {
    const last = result.at(-1);
    if (last?.bold === bold) last.text += text;
    else if (text) result.push({ text, bold });
  }
  return result;
}

/** A text's pieces, cleaned, neighbours of one weight joined; none where nothing would be seen. */
export const runsOf = (rich: Rich): Run[] => toRuns(rich, clean);

/** `runsOf` on one line. */
export const lineOf = (rich: Rich): Run[] => toRuns(rich, (text) => clean(text).replace(/\s+/g, ' '));

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
