import { z } from 'zod';
import { type Event, textContent } from '../../../conversation/event.ts';
import type { SlackAddress } from '../address.ts';
import { eventOf, MENU, momentOf, read, ts } from './read.ts';
import { botsOf, envelope, id, isStranger, teamOfEvent } from './team.ts';
import { plainText } from './text.ts';

const message = z.object({
  user: id.nullish(),
  bot_id: z.string().nullish(),
  subtype: z.string().nullish(),
  text: z.string().nullish(),
  ts,
  thread_ts: ts.nullish(),
  edited: z.object({ user: id, ts }).nullish(),
  ...{ user_team: id.nullish(), source_team: id.nullish(), team: id.nullish() },
});

type Message = z.infer<typeof message>;

const said = envelope.extend({ event: message.extend({ channel: id }) });
const changed = envelope.extend({
  event: z.object({ channel: id, event_ts: ts, message, previous_message: message.nullish() }),
});
const deleted = envelope.extend({ event: z.object({ channel: id, deleted_ts: ts }) });

/** What a message's event comes to, under the key by which the inbox has the message. */
export type Written =
  | {
      do: 'receive' | 'amend';
      key: string;
      event: Event;
      address: SlackAddress;
      message: { channelId: string; ts: string };
    }
  | { do: 'withdraw'; key: string };

/** `message` in the direct messages: written, edited or deleted by a person. Undefined is of no concern. */
export function directMessage(body: unknown): Written | undefined {
  const { channel, channel_type, subtype } = read(kind, body).event;
  if (!isDirect(channel_type, channel)) return undefined;
  if (subtype === 'message_deleted') return withdrawn(body);
  return subtype === 'message_changed' ? edited(body) : written(read(said, body), 'direct');
}

const kind = z.object({
  event: z.object({ channel: id, channel_type: z.string().nullish(), subtype: z.string().nullish() }),
});

/** Slack names the channel's type; where it does not, as of edits it may not, the channel's own name begins with it. */
const isDirect = (type: string | null | undefined, channel: string): boolean =>
  type ? type === 'im' : channel.startsWith('D');

/** `app_mention`: the assistant spoken to where others read along. */
export const mention = (body: unknown): Written | undefined => written(read(said, body), 'shared');

function written(body: z.infer<typeof said>, place: 'direct' | 'shared'): Written | undefined {
  const { event } = body;
  const bots = botsOf(body);
  const userId = writerOf(event, bots);
  const text = plainText(event.text ?? '', bots);
  // A name alone asks what there is; a file alone asks nothing.
  if (!userId || (!text && (place === 'direct' || event.subtype === 'file_share'))) return undefined;
  const team = teamOfEvent(body);
  const address = {
    ...{ ...team, userId },
    ...(place === 'shared' && { channelId: event.channel }),
    ...(event.thread_ts && { threadTs: event.thread_ts }),
  };
  const stranger = isStranger(team, event.user_team ?? event.source_team ?? event.team, body.is_ext_shared_channel);
  const content = text ? textContent(text) : MENU;
  return {
    do: 'receive',
    key: keyOf(body, event.ts),
    event: eventOf({ address, at: momentOf(event.ts), stranger, content }),
    address,
    message: { channelId: event.channel, ts: event.ts },
  };
}

/** Of edits only the text counts: Slack also tells of previews it adds, and of a deleted message whose thread stays. */
function edited(raw: unknown): Written | undefined {
  const body = read(changed, raw);
  const { message: now, previous_message: before, event_ts, channel } = body.event;
  if (now.subtype === 'tombstone') return { do: 'withdraw', key: keyOf(body, now.ts) };
  if (now.text === before?.text || !now.text || (now.edited && now.edited.user !== now.user)) return undefined;
  const again = written({ ...body, event: { ...now, channel } }, 'direct');
  if (again?.do !== 'receive') return undefined;
  const at = momentOf(now.edited?.ts ?? event_ts).toISOString();
  return { ...again, do: 'amend', event: { ...again.event, at } };
}

function withdrawn(raw: unknown): Written {
  const body = read(deleted, raw);
  return { do: 'withdraw', key: keyOf(body, body.event.deleted_ts) };
}

/** The person who wrote it: not a bot, this app or Slack itself. Joining, pinning and the like are told as messages too. */
function writerOf({ user, bot_id, subtype }: Message, bots: readonly string[]): string | undefined {
  if (!user || user === 'USLACKBOT' || bot_id || bots.includes(user)) return undefined;
  return TEXTS.has(subtype ?? '') ? user : undefined;
}

/** Plain ones, what was written beside a file, and what was written in a thread and shown in its channel too. */
const TEXTS = new Set(['', 'file_share', 'thread_broadcast']);

/** A mention is told as a message too where both are subscribed to: they are one. */
const keyOf = (body: z.infer<typeof envelope> & { event: { channel: string } }, stamp: string): string =>
  `slack:${teamOfEvent(body).teamId}:${body.event.channel}:${stamp}`;
