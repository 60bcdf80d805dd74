import { z } from 'zod';

const guid = z.string().min(1).max(100);
const teamsId = z.string().min(1).max(500);

/**
 * Whom Teams finds in their personal chat: it is what stands in a conversation's `address`. All private answers go there,
 * so a place that others read has no address of its own. What is absent is known to the stored references, or unknown.
 */
export const addressSchema = z.object({
  /** The Entra tenant, and the person's object id in it, both in lower case. */
  tenantId: guid,
  userId: guid,
  /** Of the personal chat; absent where the person was only seen elsewhere. */
  conversationId: teamsId.optional(),
  /** Where the person's part of Teams is spoken to, e.g. `https://smba.trafficmanager.net/emea/`. */
  serviceUrl: z.url().max(500).optional(),
  /** What Teams calls the person (`29:...`) and the assistant (`28:...`): both are needed to open a personal chat. */
  memberId: teamsId.optional(),
  botId: teamsId.optional(),
});

export type TeamsAddress = z.infer<typeof addressSchema>;

/** A group chat, or a channel's thread, where others read along; only that an answer went elsewhere is said there. */
export interface TeamsPlace {
  scope: 'group' | 'team';
  tenantId: string;
  /** In a channel with the thread in it: `19:...;messageid=...`. */
  conversationId: string;
  serviceUrl: string;
  botId: string;
}

/** One person is one conversation, whatever place they spoke in: a colleague's "yes" confirms nothing. */
export const conversationOf = ({ tenantId, userId }: Pick<TeamsAddress, 'tenantId' | 'userId'>): string =>
  `teams:${tenantId}:${userId}`;
