import type { KnownBlock } from '@slack/types';
import type { Block, Reply } from '../../kit/card.ts';
import { fileLine } from '../files.ts';
import { SLACK } from '../limits.ts';
import { clean } from '../plain.ts';
import { splitText } from '../split.ts';
import { actionBlocks } from './buttons.ts';
import { escapeMrkdwn } from './escape.ts';
import { fieldsBlocks } from './fields.ts';
import { formBlocks } from './form.ts';
import { tableBlocks } from './table.ts';
import { textBlocks } from './text.ts';

export interface SlackMessage {
  text: string;
  blocks: KnownBlock[];
}

/**
 * A reply as Slack's Block Kit, `text` being what notifications and screen readers get. A press carries the stored
 * command's id in `value` (of the button or of the menu's `selected_option`). What no splitting brings within the
 * platform's limits is left as it is, for `assertBlocks` to refuse.
 */
export function renderSlack(reply: Reply<string>): SlackMessage {
  const blocks: KnownBlock[] = reply.card ? reply.card.blocks.flatMap(render) : textBlocks(reply.text);
  const files = (reply.files ?? []).map((file) => `📎 ${fileLine(file)}`).join('\n');
  return { text: notification(reply.text), blocks: [...blocks, ...textBlocks(files, 'muted')] };
}

/** The blocks have the whole of it; of what is too long for a notification its beginning is told, up to a whole word. */
function notification(said: string): string {
  const text = escapeMrkdwn(clean(said));
  if (text.length <= SLACK.text) return text;
  const [beginning = ''] = splitText(text, SLACK.text - 1);
  return `${beginning.replace(/&[a-z]*$/, '')}…`;
}

function render(block: Block<string>): KnownBlock[] {
  switch (block.type) {
    case 'text':
      return textBlocks(block.text, block.style);
    case 'fields':
      return fieldsBlocks(block.items);
    case 'table':
      return tableBlocks(block.columns, block.rows);
    case 'actions':
      return actionBlocks(block.buttons);
    case 'form':
      return formBlocks(block);
    case 'divider':
      return [{ type: 'divider' }];
  }
}
