import { z } from 'zod';
import type { Address, Channel } from '../../../conversation/channel.ts';
import type { FileRef } from '../../../kit/card.ts';
import type { Clock } from '../../../lib/clock.ts';
import { isCoded } from '../../../lib/errors.ts';
import type { Logger } from '../../../lib/logger.ts';
import { oneLine } from '../../plain.ts';
import { addressSchema, conversationOf, type SlackAddress, type Team } from '../address.ts';
import type { SlackMessage } from '../render.ts';
import type { SlackApi } from './api.ts';
import { directMessages } from './directs.ts';
import { messageOf } from './message.ts';
import { createPace } from './pace.ts';
import type { ProfileOf } from './profiles.ts';

interface Deps {
  api: SlackApi;
  profileOf: ProfileOf;
  /** A file's bytes, under the rights the person has now. Throws CodedError `not_found` or `forbidden`. */
  readFile(user: { channel: 'slack'; tenantId: string; userId: string }, id: string): Promise<{ bytes: Uint8Array }>;
  clock: Clock;
  log: Logger;
}

/** A message that stands in Slack; an ephemeral one only its reader ever saw. */
const postedSchema = z.object({
  channelId: z.string(),
  ts: z.string(),
  ephemeral: z.literal(true).optional(),
});
type Standing = z.infer<typeof postedSchema>;

/** Why a place shows the person nothing: the app or the person is not there, or nobody may write there. */
const CANT_SHOW = [
  'channel_not_found',
  'user_not_in_channel',
  'not_in_channel',
  'is_archived',
  'messages_tab_disabled',
  'channel_type_not_supported',
  'cannot_reply_to_message',
  'thread_not_found',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
].map((error) => `slack.${error}`);

/**
 * How the engine speaks in Slack: in direct messages; in a channel to the one person, who alone sees it; and in the
 * direct messages again what can't be shown there, and every file.
 */
export function slackChannel({ api, profileOf, readFile, clock, log }: Deps): Channel {
  const inDirect = directMessages(api, clock);
  const pace = createPace(clock);

  function upload(to: SlackAddress, files: readonly FileRef[]): Promise<void> {
    const user = { channel: 'slack' as const, tenantId: to.teamId, userId: to.userId };
    const thread = to.channelId ? {} : threadOf(to);
    return inDirect(to, to.userId, async (channelId) => {
      for (const { id, name } of files) {
        const { bytes } = await readFile(user, id);
        await api.upload(to, { channelId, ...thread }, { name: fileName(name), bytes });
      }
    });
  }

  /** Hands files over; false where Slack never will take one, so that at least the words come. */
  async function uploaded(to: SlackAddress, files: readonly FileRef[]): Promise<boolean> {
    try {
      await upload(to, files);
      return true;
    } catch (error) {
      if (!isCoded(error) || error.code === 'unavailable' || !error.reason.startsWith('slack.')) throw error;
      log.warn({ err: error, teamId: to.teamId }, 'Slack did not take a file');
      return false;
    }
  }

  const directly = (to: SlackAddress, message: SlackMessage, key: string): Promise<Standing> =>
    inDirect(to, to.userId, async (channelId) => {
      const place = { channelId, ...(to.channelId ? {} : threadOf(to)) };
      return { channelId, ts: await api.postMessage(to, place, message, key) };
    });

  async function inChannel(
    to: SlackAddress,
    channelId: string,
    message: SlackMessage,
    how: { key: string; open: boolean },
  ): Promise<Standing> {
    const place = { channelId, ...threadOf(to) };
    try {
      if (how.open) return { channelId, ts: await api.postMessage(to, place, message, how.key) };
      return { channelId, ts: await api.postEphemeral(to, place, to.userId, message), ephemeral: true };
    } catch (error) {
      if (!isCoded(error) || !CANT_SHOW.includes(error.reason)) throw error;
      log.debug({ reason: error.reason }, 'what a channel does not show goes to the direct messages');
      return directly(to, message, how.key);
    }
  }

  return {
    async send(address, reply, { key, locale }) {
      const to = addressSchema.parse(address);
      const { teamId, userId, channelId } = to;
      // Before a file leaves: it would come twice if the message then had to be said in words, or to wait.
      const message = messageOf(to, reply, locale);
      pace(`${teamId}:${channelId ?? userId}`);
      const given = !reply.files?.length || (await uploaded(to, reply.files));
      const said = given ? message : messageOf(to, reply, locale, true);
      if (!channelId) return directly(to, said, key);
      return inChannel(to, channelId, said, { key, open: reply.audience === 'conversation' });
    },
    async update(address, posted, reply, { locale }) {
      const to = addressSchema.parse(address);
      const { ephemeral, ...stands } = postedSchema.parse(posted);
      const message = messageOf(to, reply, locale);
      if (!ephemeral) return api.updateMessage(to, stands, message);
      if (to.pressed?.messageTs === stands.ts) return api.respond(to.pressed.responseUrl, message, true);
      log.debug({ teamId: to.teamId }, 'an ephemeral message stays as it is: only its own press lets it be changed');
    },
    direct({ tenantId, userId }, near) {
      const address = { ...teamAt(tenantId, near), userId };
      return { conversation: conversationOf(address), address };
    },
    profile: ({ tenantId, userId }, near) => profileOf(teamAt(tenantId, near), userId),
  };
}

/** With the enterprise where an address names it: its installation may be the only one. */
function teamAt(teamId: string, near?: Address): Team {
  const { enterpriseId } = near ? addressSchema.parse(near) : {};
  return { teamId, ...(enterpriseId && { enterpriseId }) };
}

const threadOf = ({ threadTs }: SlackAddress) => (threadTs ? { threadTs } : {});

/** A name that no system reads as a path or as nothing. */
const fileName = (name: string): string =>
  oneLine(name)
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/^\.+/, '')
    .slice(-200) || 'file';
