import type { Channel } from '../../conversation/channel.ts';
import type { Bell } from './bell.ts';

/** The one "tenant" of the demonstration. */
export const TENANT = 'demo';

/** The conversation of a demo person; `userId` is the e-mail. */
export const conversationOf = (userId: string): string => `web:${TENANT}:${userId}`;

/** The page reads the outbox itself, so a message is delivered once whoever waits for it is woken. */
export function webChannel(bell: Bell): Channel {
  const wake = ({ userId }: Readonly<Record<string, unknown>>) => bell.ring(conversationOf(String(userId)));
  return {
    async send(address) {
      wake(address);
      return {};
    },
    async update(address) {
      wake(address);
    },
    direct: ({ userId }) => ({ conversation: conversationOf(userId), address: { userId } }),
  };
}
