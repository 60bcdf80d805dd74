import type { Clock } from '../../../lib/clock.ts';
import { isCoded } from '../../../lib/errors.ts';
import type { Team } from '../address.ts';
import type { SlackApi } from './api.ts';
import { createCache } from './cache.ts';

const KEPT_MS = 24 * 3_600_000;
const MOST = 10_000;

/** Does something in the direct messages with a person, whose channel is looked up once a day. */
type InDirect = <T>(team: Team, userId: string, work: (channelId: string) => Promise<T>) => Promise<T>;

/** An app that was installed anew has other direct messages than before: then the channel is looked up again. */
export function directMessages(api: Pick<SlackApi, 'openDirect'>, clock: Clock): InDirect {
  const channels = createCache<string>({ clock, ttlMs: KEPT_MS, most: MOST });
  return async (team, userId, work) => {
    const key = `${team.teamId}:${userId}`;
    const known = channels.get(key);
    if (known) {
      try {
        return await work(known);
      } catch (error) {
        if (!isCoded(error, 'not_found', 'slack.channel_not_found')) throw error;
        channels.delete(key);
      }
    }
    const channelId = await api.openDirect(team, userId);
    channels.set(key, channelId);
    return work(channelId);
  };
}
