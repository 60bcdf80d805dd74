import type { SuggestedActions } from 'botbuilder';
import type { Block, Button, Reply } from '../../../kit/card.ts';
import { TEAMS } from '../../limits.ts';
import { title } from '../escape.ts';

/** As much as fits above the field where one writes. */
const LONGEST = 40;

/**
 * What may be asked next, above the field where one writes: pressing one is writing it. Only out of a card that offers a
 * choice and nothing else. What is confirmed is pressed on the card, where it stands for what was shown; the same for
 * rows and forms, whose buttons say nothing without them.
 */
export function suggestionsOf({ card }: Reply<string>): SuggestedActions | undefined {
  const blocks = card?.blocks ?? [];
  if (!blocks.every(({ type }) => type === 'text' || type === 'divider' || type === 'actions')) return undefined;
  const buttons = blocks.flatMap(buttonsOf);
  if (buttons.some((button) => 'style' in button)) return undefined;
  const labels = buttons.flatMap((button) => ('url' in button ? [] : title(button.label)));
  const short = labels.filter((label) => label.length <= LONGEST).slice(0, TEAMS.suggestions);
  if (short.length === 0) return undefined;
  return { to: [], actions: short.map((label) => ({ type: 'imBack', title: label, value: label })) };
}

const buttonsOf = (block: Block<string>): readonly Button<string>[] => (block.type === 'actions' ? block.buttons : []);
