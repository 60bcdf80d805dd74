import type { Channel } from '../../../conversation/channel.ts';
import type { Logger } from '../../../lib/logger.ts';
import { addressSchema, conversationOf, type TeamsAddress } from '../address.ts';
import type { TeamsConnector } from './connector.ts';

/** "Is typing…" while a turn takes its time; Teams takes it away with the next message, or by itself. */
export interface Typing {
  /** A text was taken in. Shows it when there is no answer soon. */
  working(address: TeamsAddress): void;
  /** Something was said there: there is nothing to wait for. */
  answered(address: TeamsAddress): void;
}

interface Deps {
  connector: Pick<TeamsConnector, 'send'>;
  log: Logger;
  /** After how many milliseconds without an answer it is shown: most answers need none, and so cost no call. */
  afterMs: number;
}

export function createTyping({ connector, log, afterMs }: Deps): Typing {
  const waiting = new Map<string, NodeJS.Timeout>();

  function answered(address: TeamsAddress): void {
    const conversation = conversationOf(address);
    clearTimeout(waiting.get(conversation));
    waiting.delete(conversation);
  }

  return {
    answered,
    working(address) {
      const { conversationId, serviceUrl } = address;
      answered(address);
      if (!conversationId || !serviceUrl) return;
      const show = () => {
        answered(address);
        // Nobody misses it.
        const failed = (err: unknown) => log.debug({ err }, 'that an answer takes its time was not shown');
        connector.send({ ...address, conversationId, serviceUrl }, { type: 'typing' }).catch(failed);
      };
      waiting.set(conversationOf(address), setTimeout(show, afterMs).unref());
    },
  };
}

/** The channel, telling when it has answered. */
export function endingTyping(channel: Channel, typing: Pick<Typing, 'answered'>): Channel {
  return {
    ...channel,
    send(address, reply, how) {
      typing.answered(addressSchema.parse(address));
      return channel.send(address, reply, how);
    },
  };
}
