import { mapActions, type Reply } from '../../../kit/card.ts';
import type { Locale, Localized } from '../../../lib/locale.ts';
import { pressAt, type SlackAddress } from '../address.ts';
import { assertBlocks } from '../assert.ts';
import { renderSlack, type SlackMessage } from '../render.ts';
import { textBlocks } from '../text.ts';

/** Files are never put into a shared channel. */
const FILE_ELSEWHERE: Localized = {
  en: 'You’ll find it in your direct messages with me.',
  pl: 'Znajdziesz to w naszych wiadomościach prywatnych.',
};

/**
 * A reply as it leaves for a person's place: each button names the place beside its press (`PRESS@PLACE`), so that a
 * press acts there, also where the message itself went to the direct messages.
 * @throws CodedError `internal` `over_limit` for what Slack would refuse
 */
export function messageOf(address: SlackAddress, reply: Reply<string>, locale: Locale): SlackMessage {
  const card = reply.card && mapActions(reply.card, (press) => pressAt(press, address));
  const message = renderSlack({ ...reply, ...(card && { card }) });
  const elsewhere = address.channelId && reply.files?.length ? textBlocks(FILE_ELSEWHERE[locale], 'muted') : [];
  const whole = { ...message, blocks: [...message.blocks, ...elsewhere] };
  assertBlocks(whole);
  return whole;
}
