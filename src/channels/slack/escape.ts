import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import { oneLine, type Run, textOf } from '../plain.ts';

/** The three characters Slack asks to be escaped (docs.slack.dev/messaging/formatting-message-text). */
export const escapeMrkdwn = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/**
 * What mrkdwn would read as formatting and has no escape for: emphasis marks, emoji names, quotes, addresses, broadcast
 * names. An underscore inside a word is read as itself.
 */
const MARKUP = /[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:[^\s:]+:|^\s*>|\/\/|www\.|@(?:here|channel|everyone)/imu;

export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });

/** A label on one line. */
export const label = (text: string): PlainTextElement => plain(oneLine(text));

/**
 * A text in which data can neither format nor link nor mention: mrkdwn only where something is bold and nothing in it
 * could be read as markup, else plain text, which Slack shows as it is and which therefore stays copyable to the letter.
 */
export function textObject(runs: readonly Run[]): MrkdwnElement | PlainTextElement {
  const text = textOf(runs);
  const bold = runs.some((run) => run.bold);
  if (!bold || MARKUP.test(text)) return plain(text);
  const marked = runs.map((run) => (run.bold ? `*${escapeMrkdwn(run.text)}*` : escapeMrkdwn(run.text))).join('');
  return standsAlone(runs) ? { type: 'mrkdwn', text: marked, verbatim: true } : plain(text);
}

/** Slack sees `*` as bold only around words: white space or a line's end outside, none inside, all on one line. */
function standsAlone(runs: readonly Run[]): boolean {
  return runs.every(({ text, bold }, i) => {
    if (!bold) return true;
    const before = runs[i - 1]?.text ?? '\n';
    const after = runs[i + 1]?.text ?? '\n';
    return /^\S(?:.*\S)?$/u.test(text) && /[\s(]$/.test(before) && /^[\s.,;:!?)]/.test(after);
  });
}
