import type { ContextBlock, HeaderBlock, RichTextBlock, SectionBlock } from '@slack/types';
import type { Rich } from '../../kit/card.ts';
import { SLACK } from '../limits.ts';
import { type Run, runsOf, textOf } from '../plain.ts';
import { splitText } from '../split.ts';
import { plain } from './escape.ts';

type TextBlock = HeaderBlock | SectionBlock | RichTextBlock | ContextBlock;

const section = (text: string): SectionBlock => ({ type: 'section', text: plain(text), expand: true });

const context = (text: string): ContextBlock => ({ type: 'context', elements: [plain(text)] });

/** Rich text elements hold their text literally, so emphasis needs no markup and data can form none. */
const richText = (runs: readonly Run[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: runs.map(({ text, bold }) => ({ type: 'text', text, ...(bold && { style: { bold } }) })),
    },
  ],
});

/** A text of any length as blocks; a long one goes into several, then without emphasis. */
export function textBlocks(rich: Rich, style?: 'heading' | 'muted'): TextBlock[] {
  const runs = runsOf(rich);
  const text = textOf(runs);
  if (style === 'muted') return splitText(text, SLACK.sectionText).map(context);
  if (style === 'heading' && text.trim() && text.length <= SLACK.headerText && !text.includes('\n')) {
    return [{ type: 'header', text: plain(text) }];
  }
  const strong = style === 'heading' ? runs.map((run) => ({ ...run, bold: true })) : runs;
  if (strong.some(({ bold }) => bold) && text.length <= SLACK.sectionText) return [richText(strong)];
  return splitText(text, SLACK.sectionText).map(section);
}
