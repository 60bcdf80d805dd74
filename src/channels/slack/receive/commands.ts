import { z } from 'zod';
import { type Event, textContent } from '../../../conversation/event.ts';
import { eventOf, MENU, momentOf, read, ts } from './read.ts';
import { id, interactor, isStranger, team, teamOfInteraction } from './team.ts';
import { plainText } from './text.ts';

const command = z.object({
  team_id: id,
  enterprise_id: id.nullish(),
  user_id: id,
  channel_id: id,
  trigger_id: z.string().min(1).max(200),
  text: z.string().nullish(),
});

const shortcut = interactor.extend({
  trigger_id: z.string().min(1).max(200),
  action_ts: ts,
  channel: z.object({ id }),
  message: z.object({ text: z.string().nullish(), thread_ts: ts.nullish(), ts }),
});

export interface Asked {
  key: string;
  event: Event;
}

/** A slash command: what is written behind it, or the menu. `sentAt` is when Slack sent it: it names no moment itself. */
export function asked(body: unknown, sentAt: Date): Asked {
  const { team_id, enterprise_id, user_id, channel_id, trigger_id, text } = read(command, body);
  const place = isDirect(channel_id) ? {} : { channelId: channel_id };
  const address = { ...team(team_id, enterprise_id), userId: user_id, ...place };
  const words = plainText(text ?? '');
  const content = words ? textContent(words) : MENU;
  // Commands are offered to the workspace's own people only.
  return {
    key: `slack:${team_id}:command:${trigger_id}`,
    event: eventOf({ address, at: sentAt, stranger: false, content }),
  };
}

/** The message shortcut: the text of somebody's message, asked about by the person who pointed at it. */
export function pointedAt(body: unknown): Asked {
  const { trigger_id, action_ts, channel, message, ...who } = read(shortcut, body);
  const at = teamOfInteraction(who);
  const place = isDirect(channel.id)
    ? {}
    : { channelId: channel.id, ...(message.thread_ts && { threadTs: message.thread_ts }) };
  const address = { ...at, userId: who.user.id, ...place };
  const content = textContent(plainText(message.text ?? ''));
  return {
    key: `slack:${at.teamId}:shortcut:${trigger_id}`,
    event: eventOf({
      ...{ address, at: momentOf(action_ts), stranger: isStranger(at, who.user.team_id) },
      content: content.type === 'text' ? { ...content, quoted: true } : content,
    }),
  };
}

/** Also of two people's direct messages, where the app is not: the answer goes to its own with whoever asked. */
const isDirect = (channelId: string): boolean => channelId.startsWith('D');
