import type { Homes } from '../../../conversation/home.ts';
import type { Locale } from '../../../lib/locale.ts';
import type { Logger } from '../../../lib/logger.ts';
import type { SlackAddress } from '../address.ts';
import type { HomeOpened, SlackHandlers } from '../receive/handlers.ts';
import type { HomeApi } from './api.ts';
import { ownerOf, userOf } from './owner.ts';
import type { HomePublisher } from './publisher.ts';
import type { Statuses } from './status.ts';

interface Deps {
  homes: Pick<Homes, 'promptsFor'>;
  api: Pick<HomeApi, 'suggestPrompts'>;
  publisher: Pick<HomePublisher, 'opened'>;
  statuses: Pick<Statuses, 'working'>;
  /** The language of the chat profile, as far as it is one of ours. */
  profileLocale(address: SlackAddress): Promise<Locale | undefined>;
  log: Logger;
}

/** What the home page and the agent view do about what people do (docs/decisions/0012-slack-home-and-agent-view.md). */
export function homeHandlers({
  homes,
  api,
  publisher,
  statuses,
  profileLocale,
  log,
}: Deps): Pick<SlackHandlers, 'homeOpened' | 'working'> {
  /** A page in the wrong language is better than none. */
  const profile = (address: SlackAddress) =>
    profileLocale(address).catch((err: unknown) => {
      log.warn({ err, teamId: address.teamId }, 'a chat profile could not be read');
      return undefined;
    });

  return {
    async homeOpened({ address, tab, channelId }: HomeOpened) {
      const owner = ownerOf(address);
      const locale = (await profile(address)) ?? 'en';
      if (tab === 'home') return publisher.opened(owner, locale);
      const prompts = await homes.promptsFor(userOf(owner), locale);
      if (prompts.length > 0) await api.suggestPrompts(owner, { channelId, prompts });
    },
    async working(address, message) {
      statuses.working(address, message);
    },
  };
}
