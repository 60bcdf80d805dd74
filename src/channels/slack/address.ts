import { z } from 'zod';

/** A workspace, and the enterprise grid it belongs to; an organisation-wide installation has the latter's token. */
export interface Team {
  teamId: string;
  enterpriseId?: string | undefined;
}

/** Where Slack finds one person in one place. It is what stands in a conversation's `address`. */
export const addressSchema = z.object({
  teamId: z.string().min(1).max(100),
  enterpriseId: z.string().min(1).max(100).optional(),
  userId: z.string().min(1).max(100),
  /** Absent: the direct messages with the person. */
  channelId: z.string().min(1).max(100).optional(),
  /** The `ts` of the thread's first message. */
  threadTs: z.string().min(1).max(40).optional(),
  /** Of the press that was served last: the only way to change an ephemeral message, for half an hour. */
  pressed: z.object({ responseUrl: z.url().max(500), messageTs: z.string().min(1).max(40) }).optional(),
});

export type SlackAddress = z.infer<typeof addressSchema>;

/**
 * The place's part of a conversation's name: `dm`, or the channel, and the thread where there is one. Buttons carry it
 * beside their id (`PRESS@PLACE`), since Slack's own naming of where a button stood is not the same for all messages.
 */
const placeOf = ({ channelId = 'dm', threadTs }: Pick<SlackAddress, 'channelId' | 'threadTs'>): string =>
  threadTs ? `${channelId}/${threadTs}` : channelId;

/** One person in one place is one conversation, so that a colleague's "yes" confirms nothing. */
export const conversationOf = ({ teamId, userId, ...place }: SlackAddress): string =>
  `slack:${teamId}:${userId}:${placeOf(place)}`;

/** What a button carries: the stored command's id, and the place of its message. */
export const pressAt = (press: string, place: Pick<SlackAddress, 'channelId' | 'threadTs'>): string =>
  `${press}@${placeOf(place)}`;

const PRESS_AT = /^([\w-]{1,64})@(dm|[A-Z0-9]{1,50})(?:\/(\d{1,10}\.\d{1,9}))?$/;

/** Reads what `pressAt` wrote; undefined for anything else. */
export function readPress(
  value: string,
): ({ press: string } & Pick<SlackAddress, 'channelId' | 'threadTs'>) | undefined {
  const [, press, channelId, threadTs] = PRESS_AT.exec(value) ?? [];
  return press === undefined
    ? undefined
    : { press, ...(channelId !== 'dm' && { channelId }), ...(threadTs && { threadTs }) };
}
