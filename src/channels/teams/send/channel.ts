import { z } from 'zod';
import type { Channel } from '../../../conversation/channel.ts';
import { CodedError } from '../../../lib/errors.ts';
import { addressSchema, conversationOf } from '../address.ts';
import type { PersonalChats } from './chats.ts';
import type { TeamsConnector } from './connector.ts';
import { consentCard } from './consent-card.ts';
import { messageOf } from './message.ts';
import { profileOf } from './profile.ts';

/** A message that stands in a personal chat. Teams may have taken it without saying what it is called. */
const postedSchema = z.object({
  serviceUrl: z.string(),
  conversationId: z.string(),
  activityId: z.string().optional(),
});
type Standing = z.infer<typeof postedSchema>;

/**
 * How the engine speaks in Teams: in the personal chat with the one person, wherever they spoke. A file is offered by a
 * card of its own: only the person's consent opens a place for it in their OneDrive.
 */
export function teamsChannel({ connector, chats }: { connector: TeamsConnector; chats: PersonalChats }): Channel {
  return {
    async send(address, reply, { key, locale }) {
      const to = addressSchema.parse(address);
      const message = messageOf(reply, locale);
      const files = reply.files ?? [];
      return chats.within(to, async (chat): Promise<Standing> => {
        // All of it or nothing: what is held back halfway would come twice.
        connector.check(chat, 1 + files.length);
        const activityId = await connector.send(chat, message);
        for (const [at, file] of files.entries()) {
          await connector.send(chat, consentCard(file, `${key}:${at}`, locale));
        }
        const { serviceUrl, conversationId } = chat;
        return { serviceUrl, conversationId, ...(activityId && { activityId }) };
      });
    },
    async update(address, posted, reply, { locale }) {
      const to = addressSchema.parse(address);
      const { activityId, ...stands } = postedSchema.parse(posted);
      if (!activityId) throw new CodedError('not_found', 'teams.unnamed_message');
      const message = messageOf(reply, locale);
      await chats.at(to, stands, (chat) => connector.update(chat, activityId, message));
    },
    direct({ tenantId, userId }) {
      const address = { tenantId, userId };
      return { conversation: conversationOf(address), address };
    },
    // Where they were just heard of: their reference may not be written yet.
    profile: ({ tenantId, userId }, near) =>
      profileOf({ connector, chats }, near ? addressSchema.parse(near) : { tenantId, userId }),
  };
}
