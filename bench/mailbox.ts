import type { Channel } from '../src/conversation/channel.ts';
import type { Reply } from '../src/kit/card.ts';

/** A turn not answered within this has been lost. */
const LOST_MS = 60_000;

/** A channel that hands each reply to whoever waits in its conversation and counts what nobody waited for. */
export function mailbox() {
  const waiting = new Map<string, (reply: Reply<string>) => void>();
  let unasked = 0;
  const channel: Channel = {
    async send({ conversation }, reply, { key }) {
      if (key.startsWith('notice:')) return {};
      const take = waiting.get(String(conversation));
      waiting.delete(String(conversation));
      if (take) take(reply);
      else unasked += 1;
      return {};
    },
    update: async () => undefined,
    direct: ({ userId }) => ({ conversation: userId, address: { conversation: userId } }),
  };
  return {
    channel,
    /** Resolves with the next reply in the conversation; rejects when there is none for a minute. */
    next(conversation: string): Promise<Reply<string>> {
      return new Promise((resolve, reject) => {
        const lost = setTimeout(() => reject(new Error(`no answer in conversation ${conversation}`)), LOST_MS);
        waiting.set(conversation, (reply) => {
          clearTimeout(lost);
          resolve(reply);
        });
      });
    },
    /** Replies to turns that nobody waited for: second answers. */
    unasked: () => unasked,
  };
}
