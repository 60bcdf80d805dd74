import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import type { Block, Reply } from '../../kit/card.ts';
import type { Locale } from '../../lib/locale.ts';
import { fileLine } from '../files.ts';
import { TEAMS } from '../limits.ts';
import { clean } from '../plain.ts';
import { actionSets, press } from './actions.ts';
import { escapeMarkdown } from './escape.ts';
import { fieldsElements } from './fields.ts';
import { formElements } from './form.ts';
import { tableElements } from './table.ts';
import { textElements } from './text.ts';

/**
 * A reply as an Adaptive Card for Teams. A press comes back as the verb `press` with the stored command's id in
 * `data.id`, a form's with its fields beside it. What no splitting brings within the platform's limits is left as it
 * is, for `assertCard` to refuse.
 */
export function renderTeams(reply: Reply<string>, locale: Locale): IAdaptiveCard {
  const blocks: readonly Block<string>[] = reply.card?.blocks ?? [{ type: 'text', text: reply.text }];
  const files = (reply.files ?? []).flatMap((file) => textElements(`📎 ${fileLine(file)}`, 'muted'));
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: TEAMS.version,
    lang: locale,
    fallbackText: escapeMarkdown(clean(reply.text)),
    ...(blocks.some(({ type }) => type === 'table') && { msteams: { width: 'full' } }),
    body: [...body(blocks, locale), ...files],
  };
}

/** A divider is a line above what follows it; one that nothing follows is none. */
function body(blocks: readonly Block<string>[], locale: Locale): CardElement[] {
  const elements: CardElement[] = [];
  let divide = false;
  for (const block of blocks) {
    const [first, ...others] = render(block, locale);
    if (first) elements.push(divide ? { ...first, separator: true, spacing: 'Medium' } : first, ...others);
    divide = block.type === 'divider' || (divide && !first);
  }
  return elements;
}

function render(block: Block<string>, locale: Locale): CardElement[] {
  switch (block.type) {
    case 'text':
      return textElements(block.text, block.style);
    case 'fields':
      return fieldsElements(block.items);
    case 'table':
      return tableElements(block.columns, block.rows);
    case 'actions':
      return actionSets(block.buttons.map((button) => press(button)));
    case 'form':
      return formElements(block, locale);
    case 'divider':
      return [];
  }
}
