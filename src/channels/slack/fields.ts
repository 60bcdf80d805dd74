import type { KnownBlock } from '@slack/types';
import type { Rich } from '../../kit/card.ts';
import { SLACK } from '../limits.ts';
import { oneLine, type Run, runsOf, textOf } from '../plain.ts';
import { chunk } from '../split.ts';
import { textObject } from './escape.ts';
import { textBlocks } from './text.ts';

/** Labels over their values, two columns where there is room; a value too long for that stands on its own. */
export function fieldsBlocks(items: readonly { label: string; value: Rich }[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let short: Run[][] = [];
  const flush = () => {
    for (const some of chunk(short, SLACK.fields)) blocks.push({ type: 'section', fields: some.map(textObject) });
    short = [];
  };
  for (const { label, value } of items) {
    const runs = labelled(label, value);
    if (textObject(runs).text.length <= SLACK.fieldText) short.push(runs);
    else {
      flush();
      blocks.push(...textBlocks(textOf(runs)));
    }
  }
  flush();
  return blocks;
}

function labelled(label: string, value: Rich): Run[] {
  const runs = runsOf(value);
  const shown = runs.length > 0 ? runs : [{ text: '–', bold: false }];
  const name = oneLine(label);
  return name ? [{ text: name, bold: true }, { text: '\n', bold: false }, ...shown] : shown;
}
