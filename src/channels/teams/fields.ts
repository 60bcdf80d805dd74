import type { IColumnSet } from '@microsoft/teams.cards';
import type { Rich } from '../../kit/card.ts';
import { lineOf, runsOf } from '../plain.ts';
import { richText } from './text.ts';

/** Label and value beside each other. Not a FactSet: its texts are markdown. */
export function fieldsElements(items: readonly { label: string; value: Rich }[]): IColumnSet[] {
  return items.map(({ label, value }, i) => {
    const name = lineOf(label);
    const shown = runsOf(value);
    return {
      type: 'ColumnSet',
      ...(i > 0 && { spacing: 'Small' }),
      columns: [
        { type: 'Column', width: 1, items: name.length > 0 ? [richText(name, { isSubtle: true })] : [] },
        { type: 'Column', width: 2, items: [richText(shown.length > 0 ? shown : [{ text: '–', bold: false }])] },
      ],
    };
  });
}
