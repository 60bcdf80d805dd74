import type { ActionsBlock, Button as SlackButton } from '@slack/types';
import type { Button } from '../../kit/card.ts';
import { SLACK } from '../limits.ts';
import { chunk } from '../split.ts';
import { label } from './escape.ts';

/** A button; `value` is the stored command's id, `action_id` only tells the buttons of a block apart. */
export const button = (source: Button<string>, index: number): SlackButton => ({
  type: 'button',
  text: label(source.label),
  ...('url' in source
    ? { action_id: `open:${index}`, url: source.url }
    : { action_id: `press:${index}`, value: source.action, ...(source.style && { style: source.style }) }),
});

/** Any number of buttons, in as many blocks as they need. */
export const actionBlocks = (buttons: readonly Button<string>[]): ActionsBlock[] =>
  chunk(buttons, SLACK.actionElements).map((some) => ({ type: 'actions', elements: some.map(button) }));
