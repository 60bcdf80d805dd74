import { z } from 'zod';
import type { Event } from '../../../conversation/event.ts';
import { conversationOf, type TeamsAddress, type TeamsPlace } from '../address.ts';
import type { Speaker } from './handlers.ts';
import { id, localeOf, unreadable, word } from './read.ts';

/** What every activity says of who did it, where and when; beside it stands what is the activity's own. */
export const spoken = z.object({
  from: z.object({ id, aadObjectId: id.nullish(), role: word.nullish(), tenantId: id.nullish() }).nullish(),
  recipient: z.object({ id }),
  conversation: z.object({ id, conversationType: word.nullish(), tenantId: id.nullish() }),
  channelData: z.object({ tenant: z.object({ id: id.nullish() }).nullish(), eventType: word.nullish() }).nullish(),
  serviceUrl: z.url().max(500),
  locale: word.nullish(),
  ...{ timestamp: word.nullish(), localTimestamp: word.nullish() },
});

export type Spoken = z.infer<typeof spoken>;

/**
 * Who speaks. Undefined for those who are never answered: bots, the app itself, people without an account in the
 * directory (of a meeting's lobby, of the consumers' Teams), and people of another tenant than the conversation's.
 * Guests have an account here: their profile tells when they are to be linked (PRODUCT.md section 7).
 * @throws CodedError `invalid` `teams.body` where no tenant is named
 */
export function speakerOf(activity: Spoken, now: Date): Speaker | undefined {
  const { from, recipient, conversation, channelData, serviceUrl } = activity;
  const [tenantId, other] = [channelData?.tenant?.id, conversation.tenantId].flatMap((one) => one?.toLowerCase() ?? []);
  if (!tenantId) throw unreadable(['channelData.tenant.id']);
  if (other !== undefined && other !== tenantId) return undefined;
  if (!from?.aadObjectId || isBot(from) || from.id === recipient.id) return undefined;
  const place = placeOf(activity, tenantId);
  const address: TeamsAddress = {
    ...{ tenantId, userId: from.aadObjectId.toLowerCase() },
    ...(!place && { conversationId: conversation.id }),
    ...{ serviceUrl, memberId: from.id, botId: recipient.id },
  };
  const locale = localeOf(activity.locale);
  return {
    address,
    ...(place && { place }),
    stranger: Boolean(from.tenantId && from.tenantId.toLowerCase() !== tenantId),
    ...(locale && { locale }),
    at: momentOf(activity) ?? now,
  };
}

const isBot = ({ id: name, role }: { id: string; role?: string | null | undefined }): boolean =>
  role === 'bot' || name.startsWith('28:');

/** Only of a personal chat is it known that nobody reads along. */
function placeOf({ conversation, serviceUrl, recipient }: Spoken, tenantId: string): TeamsPlace | undefined {
  if (conversation.conversationType === 'personal') return undefined;
  const scope = conversation.conversationType === 'channel' ? 'team' : 'group';
  return { scope, tenantId, conversationId: conversation.id, serviceUrl, botId: recipient.id };
}

/** By the service's own clock where it says; its fractions of a second have seven digits. */
function momentOf({ timestamp, localTimestamp }: Spoken): Date | undefined {
  const moments = [timestamp, localTimestamp].flatMap((stamp) => (stamp ? [new Date(stamp)] : []));
  return moments.find((moment) => !Number.isNaN(moment.getTime()));
}

/** The inbox's name for an activity: Teams repeats it under the same id. */
export const keyOf = ({ address }: Speaker, { conversation }: Spoken, activityId: string): string =>
  `teams:${address.tenantId}:${conversation.id}:${activityId}`;

/** What somebody did, as their conversation takes it in: the personal one, wherever it was done. */
export const eventOf = ({ address, place, stranger, locale, at }: Speaker, content: Event['content']): Event => ({
  conversation: conversationOf(address),
  user: { channel: 'teams', tenantId: address.tenantId, userId: address.userId },
  address: { ...address },
  shared: place !== undefined,
  ...(stranger && { stranger: true as const }),
  ...(locale && { profileLocale: locale }),
  at: at.toISOString(),
  content,
});
