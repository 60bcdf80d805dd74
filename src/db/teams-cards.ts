import type { StandingCards } from '../channels/teams/send/store.ts';
import type { Reply } from '../kit/card.ts';
import type { Locale } from '../lib/locale.ts';
import type { Query } from '../lib/sql.ts';

/** Posted cards as they stand, on the system role's connections. */
export function teamsCards(system: Query): StandingCards {
  return {
    async find(conversation, activityId) {
      const { rows } = await system.query<{ reply: Reply<string>; locale: Locale }>(STANDING, [
        conversation,
        activityId,
      ]);
      return rows[0];
    },
  };
}

// A change of it carries the name of the message that it changed.
const STANDING = `
  SELECT reply, locale FROM outbox
  WHERE conversation = $1 AND state = 'sent' AND posted ->> 'activityId' = $2
  ORDER BY seq DESC LIMIT 1`;
