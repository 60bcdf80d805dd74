import type { HorizontalAlignment, IRichTextBlock, ITextBlock, ITextRun, Spacing } from '@microsoft/teams.cards';
import type { Rich } from '../../kit/card.ts';
import { lineOf, type Run, runsOf, textOf } from '../plain.ts';
import { isInert, literal } from './escape.ts';

export type Look = Pick<ITextRun, 'size' | 'color' | 'isSubtle'>;
type Place = { horizontalAlignment?: HorizontalAlignment; spacing?: Spacing };

/**
 * A text as a RichTextBlock, whose runs Teams shows as they are: data can form no markdown in it (documented for
 * TextBlock and Fact only), and emphasis needs no markup.
 */
export function richText(runs: readonly Run[], look: Look = {}, place: Place = {}): IRichTextBlock {
  const styled = Object.keys(look).length > 0;
  const inlines = runs.map(({ text, bold }) =>
    styled || bold
      ? ({ type: 'TextRun', text: literal(text), ...look, ...(bold && { weight: 'Bolder' }) } satisfies ITextRun)
      : literal(text),
  );
  return { type: 'RichTextBlock', ...place, inlines };
}

/** A text block; a heading is one to a screen reader too where its text holds nothing that could be markdown. */
export function textElements(rich: Rich, style?: 'heading' | 'muted'): (IRichTextBlock | ITextBlock)[] {
  const runs = runsOf(rich);
  if (runs.length === 0) return [];
  if (style === 'muted') return [richText(runs, { isSubtle: true, size: 'Small' }, { spacing: 'Small' })];
  if (style !== 'heading') return [richText(runs)];
  const text = textOf(lineOf(rich));
  if (!isInert(text)) {
    return [
      richText(
        runs.map((run) => ({ ...run, bold: true })),
        { size: 'Medium' },
      ),
    ];
  }
  return [{ type: 'TextBlock', text, style: 'heading', size: 'Medium', weight: 'Bolder', wrap: true }];
}
