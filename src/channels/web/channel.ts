import type { Channel } from '../../conversation/channel.ts';
import type { Reply } from '../../kit/card.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Bell } from './bell.ts';

/** The one "tenant" of the demonstration. */
export const TENANT = 'demo';

/** The conversation of a demo person; `userId` is the e-mail. */
export const conversationOf = (userId: string): string => `web:${TENANT}:${userId}`;

/**
 * The page reads the outbox itself, so a message is delivered once whoever waits for it is woken.
 * @param check throws CodedError `internal` `over_limit` for what the platforms shown on the page would refuse
 */
export function webChannel(bell: Bell, check: (reply: Reply<string>, locale: Locale) => void): Channel {
  const wake = ({ userId }: Readonly<Record<string, unknown>>) => bell.ring(conversationOf(String(userId)));
  return {
    async send(address, reply, { locale }) {
      check(reply, locale);
      wake(address);
      return {};
    },
    async update(address, _posted, reply, { locale }) {
      check(reply, locale);
      wake(address);
    },
    direct: ({ userId }) => ({ conversation: conversationOf(userId), address: { userId } }),
  };
}
