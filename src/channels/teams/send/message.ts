import type { Reply } from '../../../kit/card.ts';
import type { Locale } from '../../../lib/locale.ts';
import { overLimit } from '../../check.ts';
import { TEAMS } from '../../limits.ts';
import { oneLine, runsOf, textOf } from '../../plain.ts';
import { splitText } from '../../split.ts';
import { assertCard } from '../assert.ts';
import { renderTeams } from '../render.ts';
import type { Said } from './connector.ts';
import { suggestionsOf } from './suggestions.ts';

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/** As much as a notification and the list of chats show of it. */
const SUMMARY = 250;

/**
 * A reply as it leaves for Teams: a card with its words for notifications and screen readers, or words alone, which
 * Teams then shows as they are.
 * @throws CodedError `internal` `over_limit` for what Teams would refuse
 */
export function messageOf(reply: Reply<string>, locale: Locale): Said {
  const said = reply.card ? cardOf(reply, locale) : wordsOf(reply.text, locale);
  if (Buffer.byteLength(JSON.stringify(said)) > TEAMS.messageBytes) overLimit('messageBytes', 'message');
  return said;
}

/** Words alone. `plain`: nothing in them is markdown, a link's name or a mention. */
export const wordsOf = (text: string, locale: Locale): Said => ({
  ...{ type: 'message', textFormat: 'plain', text: textOf(runsOf(text)), locale },
});

function cardOf(reply: Reply<string>, locale: Locale): Said {
  const card = renderTeams(reply, locale);
  assertCard(card);
  const suggestedActions = suggestionsOf(reply);
  return {
    ...{ type: 'message', summary: summaryOf(reply.text), locale },
    attachments: [{ contentType: ADAPTIVE_CARD, content: card }],
    ...(suggestedActions && { suggestedActions }),
  };
}

function summaryOf(text: string): string {
  const [beginning = '', ...more] = splitText(oneLine(text), SUMMARY);
  return more.length > 0 ? `${beginning}…` : beginning;
}
