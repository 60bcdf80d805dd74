import type { Reply } from '../../../kit/card.ts';
import { CodedError } from '../../../lib/errors.ts';
import type { Locale } from '../../../lib/locale.ts';
import { conversationOf } from '../address.ts';
import { assertCard } from '../assert.ts';
import type { CardRefresh } from '../receive/handlers.ts';
import { renderTeams } from '../render.ts';

/** What was said to one person, as it stands now. */
export interface StandingCards {
  /** In the conversation, by what Teams calls the message; undefined for what never stood there or was wiped. */
  find(conversation: string, activityId: string): Promise<{ reply: Reply<string>; locale: Locale } | undefined>;
}

/**
 * The card as it is now, for who asks for it: only out of their own personal conversation, so nobody sees another's.
 * @returns a handler that throws CodedError `not_found` for a card that is not kept, or not theirs
 */
export function refreshHandler(cards: StandingCards): (refresh: CardRefresh) => Promise<object> {
  return async ({ address, place, stranger, activityId }) => {
    const own = !place && !stranger && activityId;
    const found = own ? await cards.find(conversationOf(address), activityId) : undefined;
    if (!found) throw new CodedError('not_found', 'teams.card');
    const card = renderTeams(found.reply, found.locale);
    assertCard(card);
    return card;
  };
}
