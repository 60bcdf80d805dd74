import type { Channel } from '../../../conversation/channel.ts';
import type { Homes } from '../../../conversation/home.ts';
import type { Localized } from '../../../lib/locale.ts';
import type { Logger } from '../../../lib/logger.ts';
import { addressSchema, conversationOf, type SlackAddress } from '../address.ts';
import type { HomeApi } from './api.ts';
import { ownerOf, userOf } from './owner.ts';

/** Behind the app's name: "Portal is looking that up…". */
const WORKING: Localized = { en: 'is looking that up…', pl: 'sprawdza to…' };

/** Slack takes a status away after two minutes; what was never answered is forgotten then. */
const SLACK_ENDS_MS = 120_000;

export interface Statuses {
  /** A text of the direct messages was taken in. Shows a status when it is not answered soon. */
  working(address: SlackAddress, message: { channelId: string; ts: string }): void;
  /** Something was said there. Takes the status away. */
  answered(address: SlackAddress): void;
}

interface Deps {
  api: Pick<HomeApi, 'setStatus'>;
  homes: Pick<Homes, 'localeOf'>;
  log: Logger;
  /** After how many milliseconds without an answer it is shown: most answers need none, and so cost no call. */
  afterMs: number;
}

/**
 * "Is looking that up…" while a turn takes its time. Slack takes a status away by itself when the app answers in the
 * thread it was set for; ours may be answered beside it, or while it is just being set, so it is also taken away here.
 */
export function createStatuses({ api, homes, log, afterMs }: Deps): Statuses {
  const waiting = new Map<string, { timer: NodeJS.Timeout; shown?: Promise<void>; clear(): Promise<void> }>();
  const quietly = (work: Promise<void>) => work.catch((err: unknown) => log.debug({ err }, 'a status was not set'));

  function answered(address: SlackAddress): void {
    const conversation = conversationOf(address);
    const one = waiting.get(conversation);
    if (!one) return;
    waiting.delete(conversation);
    clearTimeout(one.timer);
    if (one.shown) void quietly(one.shown.then(one.clear));
  }

  return {
    answered,
    working(address, { channelId, ts }) {
      answered(address);
      const conversation = conversationOf(address);
      const threadTs = address.threadTs ?? ts;
      const owner = ownerOf(address);
      const set = (status: string) => api.setStatus(owner, { channelId, threadTs, status });
      const show = async () => set(WORKING[await homes.localeOf(userOf(owner), 'en')]);
      const forget = () => {
        waiting.delete(conversation);
      };
      const timer = setTimeout(() => {
        const one = waiting.get(conversation);
        if (!one) return;
        one.shown = quietly(show());
        one.timer = setTimeout(forget, SLACK_ENDS_MS).unref();
      }, afterMs).unref();
      waiting.set(conversation, { timer, clear: () => set('') });
    },
  };
}

/** The channel, taking the status of a conversation away with what is said in it. */
export function endingStatus(channel: Channel, statuses: Pick<Statuses, 'answered'>): Channel {
  return {
    ...channel,
    async send(address, reply, how) {
      const posted = await channel.send(address, reply, how);
      statuses.answered(addressSchema.parse(address));
      return posted;
    },
  };
}
