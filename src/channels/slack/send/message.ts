import { mapActions, type Reply } from '../../../kit/card.ts';
import type { Locale, Localized } from '../../../lib/locale.ts';
import { pressAt, type SlackAddress } from '../address.ts';
import { assertBlocks } from '../assert.ts';
import { renderSlack, type SlackMessage } from '../render.ts';
import { textBlocks } from '../text.ts';

/** Files are never put into a shared channel; and some workspaces, or some files, Slack takes none of. */
const FILES: Localized<Record<'elsewhere' | 'refused', string>> = {
  en: {
    elsewhere: 'You’ll find it in your direct messages with me.',
    refused:
      'Slack didn’t accept the file, so it isn’t here. Ask for it again later; if that doesn’t help, tell your Slack administrator.',
  },
  pl: {
    elsewhere: 'Znajdziesz to w naszych wiadomościach prywatnych.',
    refused:
      'Slack nie przyjął pliku, więc go tu nie ma. Poproś o niego ponownie później, a jeśli to nie pomoże, zgłoś to administratorowi Slacka.',
  },
};

/**
 * A reply as it leaves for a person's place: each button names the place beside its press (`PRESS@PLACE`), so that a
 * press acts there, also where the message itself went to the direct messages.
 * @param refused Slack took not all of its files
 * @throws CodedError `internal` `over_limit` for what Slack would refuse
 */
export function messageOf(address: SlackAddress, reply: Reply<string>, locale: Locale, refused = false): SlackMessage {
  const card = reply.card && mapActions(reply.card, (press) => pressAt(press, address));
  const message = renderSlack({ ...reply, ...(card && { card }) });
  const about = refused ? 'refused' : address.channelId && reply.files?.length ? 'elsewhere' : undefined;
  const whole = about
    ? { ...message, blocks: [...message.blocks, ...textBlocks(FILES[locale][about], 'muted')] }
    : message;
  assertBlocks(whole);
  return whole;
}
