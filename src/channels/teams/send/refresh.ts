import { CodedError } from '../../../lib/errors.ts';
import { conversationOf } from '../address.ts';
import { assertCard } from '../assert.ts';
import type { CardRefresh } from '../receive/handlers.ts';
import { renderTeams } from '../render.ts';
import type { StandingCards } from './store.ts';

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
