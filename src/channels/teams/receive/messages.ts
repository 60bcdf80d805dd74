import { z } from 'zod';
import { type Event, textContent } from '../../../conversation/event.ts';
import type { Speaker } from './handlers.ts';
import { id, read, word } from './read.ts';
import { eventOf, keyOf, speakerOf, spoken } from './speaker.ts';
import { ownWords, plainText } from './text.ts';

const mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id }),
  text: z.string().min(1).max(1000),
});
const html = z.object({ contentType: z.literal('text/html'), content: z.string() });

/** Of lists that Teams adds to as it likes: what has not this form is of no concern. */
const those = <T>(schema: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .nullish()
    .transform((list) => (list ?? []).flatMap((one) => schema.safeParse(one).data ?? []));

const message = spoken.extend({
  id,
  type: word,
  text: z.string().nullish(),
  entities: those(mention),
  attachments: those(html),
});

type Message = z.infer<typeof message>;

/** What a message's activity comes to, under the key by which the inbox has the message. */
export type Written =
  | { do: 'receive' | 'amend'; key: string; event: Event; speaker: Speaker }
  | { do: 'withdraw'; key: string };

/**
 * `message`, `messageUpdate` and `messageDelete`: written, edited or deleted by a person. Undefined is of no concern.
 * @param now for a message that does not say when it was written
 */
export function written(body: unknown, now: Date): Written | undefined {
  const sent = read(message, body);
  const speaker = speakerOf(sent, now);
  if (!speaker) return undefined;
  const key = keyOf(speaker, sent, sent.id);
  const { type, channelData } = sent;
  if (type === 'messageDelete') return { do: 'withdraw', key };
  // What was deleted and brought back is not asked again: it may have been served meanwhile.
  if (type === 'messageUpdate' && channelData?.eventType === 'undeleteMessage') return undefined;
  const content = contentOf(sent, speaker);
  return content && { do: type === 'message' ? 'receive' : 'amend', key, event: eventOf(speaker, content), speaker };
}

/** What somebody does who says nothing more than the assistant's name. */
const MENU: Event['content'] = { type: 'wish', intent: 'help.menu', slots: {} };

/** More than any message of Teams has with its markup. */
const MOST = 64_000;

/** Where others talk too, only what is said to the assistant concerns it; a file alone asks nothing. */
function contentOf(
  { text, entities, attachments, recipient }: Message,
  { place }: Speaker,
): Event['content'] | undefined {
  const own = [...new Set(entities.flatMap(({ mentioned, text }) => (mentioned.id === recipient.id ? [text] : [])))];
  if (place && own.length === 0) return undefined;
  const raw = text ?? '';
  if ([raw, ...attachments.map(({ content }) => content)].some(({ length }) => length > MOST))
    return { type: 'too_long' };
  const quoting = attachments.map(({ content }) => ownWords(content, own)).find((words) => words !== undefined);
  const words = quoting ?? plainText(raw, own);
  if (words) return textContent(words);
  return place ? MENU : undefined;
}
