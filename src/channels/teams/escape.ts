import { oneLine } from '../plain.ts';

/** What Teams might read as markdown: marks, links, mentions, entities, lists and indented code at a line's start. */
const MARKUP = /[\\*_`~#[\]<>|{}\n]|&#?\w+;|^\s*(?:[-+=]|\d+[.)]\s|\s{4})|\/\/|www\./imu;

/** True where a text reads the same as markdown and as plain text. */
export const isInert = (text: string): boolean => !MARKUP.test(text);

/**
 * For a place that shows text as it is but still computes `{{DATE(...)}}` and `{{TIME(...)}}`: data may not compute, so
 * the braces are kept apart by a word joiner.
 */
export const literal = (text: string): string => text.replace(/\{\{/g, '{\u2060{');

/** A label or title on one line, for the places that show it as it is. */
export const title = (text: string): string => literal(oneLine(text));

/** For the places that are markdown whatever one wants (fallbackText, titles of several choices). */
export const escapeMarkdown = (text: string): string =>
  literal(text)
    .replace(/[\\*_`~#[\]<>|{}&!]/g, '\\$&')
    .replace(/^[ ]*([-+=])/gm, '\\$1')
    .replace(/^[ ]*(\d+)([.)])/gm, '$1\\$2')
    .replace(/^ {4,}/gm, '')
    .replace(/\n/g, '\n\n');
