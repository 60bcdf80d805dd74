import { z } from 'zod';
import type { Event } from '../../../conversation/event.ts';
import { CodedError } from '../../../lib/errors.ts';
import { conversationOf, type SlackAddress } from '../address.ts';

/** A moment as Slack names it and what happened in it: seconds, and a fraction that makes it unique in its channel. */
export const ts = z.string().regex(/^\d{1,10}\.\d{1,9}$/);

export const momentOf = (stamp: string): Date => new Date(Number(stamp) * 1000);

/** A body's part that must be there. Throws CodedError `invalid` `slack.body`; what was in it is not said. */
export function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw unreadable(parsed.error.issues.map(({ path }) => path.join('.')));
  return parsed.data;
}

export const unreadable = (paths: readonly string[]): CodedError => new CodedError('invalid', 'slack.body', { paths });

interface Doing {
  address: SlackAddress;
  at: Date;
  stranger: boolean;
  content: Event['content'];
}

/** What somebody did, as the conversation takes it in. Everywhere but in the direct messages others read along. */
export const eventOf = ({ address, at, stranger, content }: Doing): Event => ({
  conversation: conversationOf(address),
  user: { channel: 'slack', tenantId: address.teamId, userId: address.userId },
  address,
  shared: address.channelId !== undefined,
  ...(stranger && { stranger: true as const }),
  at: at.toISOString(),
  content,
});

/** What somebody does who says nothing more: the command alone, or only the assistant's name. */
export const MENU: Event['content'] = { type: 'wish', intent: 'help.menu', slots: {} };
