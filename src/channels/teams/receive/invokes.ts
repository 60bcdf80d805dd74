import { z } from 'zod';
import { type Event, MAX_TEXT } from '../../../conversation/event.ts';
import type { HttpAnswer } from '../../../http/exchange.ts';
import { asItWas, extension, message } from './answers.ts';
import type { CardRefresh, ExtensionCall, FileConsent, Speaker } from './handlers.ts';
import { id, localeOf, read, word } from './read.ts';
import { eventOf, keyOf, speakerOf, spoken } from './speaker.ts';

const invoke = spoken.extend({ id, name: word, replyToId: id.nullish(), value: z.unknown().optional() });

const executed = z.object({
  action: z.object({ verb: word.nullish(), data: z.record(z.string(), z.unknown()).nullish() }),
  trigger: word.nullish(),
});

const pressed = z.looseObject({ id: z.string().regex(/^[\w-]{1,64}$/) });

const url = z.url().max(8000);
const consented = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.unknown().optional(),
  uploadInfo: z
    .object({ uploadUrl: url, contentUrl: url, name: z.string().max(500), uniqueId: id, fileType: word })
    .nullish(),
});

/** What an invoke comes to. `answer` is all there is to it; `busy` is said where the rest does not come about in time. */
export type Invoke =
  | { do: 'press'; key: string; event: Event; speaker: Speaker; busy: HttpAnswer }
  | { do: 'refresh'; refresh: CardRefresh; busy: HttpAnswer }
  | { do: 'search'; call: ExtensionCall; busy: HttpAnswer }
  | { do: 'consent'; consent: FileConsent; busy: HttpAnswer }
  | { do: 'answer'; answer: HttpAnswer };

type Sent = z.infer<typeof invoke>;

const EXTENSION = 'composeExtension/';

/**
 * `invoke`: a card's button, a card that asks for its current form, the message extension, a file's consent.
 * @param now for an invoke that does not say when
 * @returns undefined for those we have no use for
 */
export function invoked(body: unknown, now: Date): Invoke | undefined {
  const sent = read(invoke, body);
  const speaker = speakerOf(sent, now);
  if (sent.name === 'adaptiveCard/action') return action(sent, speaker);
  if (sent.name === 'fileConsent/invoke') return consent(sent, speaker);
  if (!sent.name.startsWith(EXTENSION)) return undefined;
  const name = sent.name.slice(EXTENSION.length);
  if (!speaker) return { do: 'answer', answer: extension(name, 'not_for_you', localeOf(sent.locale)) };
  const call = { ...speaker, name, value: sent.value };
  return { do: 'search', call, busy: extension(name, 'busy', speaker.locale) };
}

/** Never an error, whatever was pressed: Teams would say of the app that it is broken. */
function action(sent: Sent, speaker: Speaker | undefined): Invoke {
  const locale = localeOf(sent.locale);
  const { data } = executed.safeParse(sent.value);
  const refreshes = data?.action.verb === 'refresh';
  const say = refreshes && data.trigger === 'automatic' ? asItWas : message;
  if (!speaker) return { do: 'answer', answer: say('not_for_you', locale) };
  if (refreshes) {
    const activityId = sent.replyToId ? { activityId: sent.replyToId } : {};
    const refresh = { ...speaker, ...activityId, data: data.action.data ?? {} };
    return { do: 'refresh', refresh, busy: say('busy', locale) };
  }
  const press = data?.action.verb === 'press' ? pressed.safeParse(data.action.data).data : undefined;
  if (!press) return { do: 'answer', answer: message('unknown', locale) };
  const { id: pressId, ...beside } = press;
  const values = valuesOf(beside);
  if (Object.values(values).some(({ length }) => length > MAX_TEXT)) {
    return { do: 'answer', answer: message('too_long', locale) };
  }
  const content: Event['content'] = {
    ...{ type: 'press', press: pressId },
    ...(Object.keys(values).length > 0 && { values }),
  };
  const key = keyOf(speaker, sent, sent.id);
  return { do: 'press', key, event: eventOf(speaker, content), speaker, busy: message('busy', locale) };
}

/** What stood in the card's inputs, by their names; what Teams adds of its own is no text. */
const valuesOf = (data: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) =>
      typeof value === 'string' && name.length <= 64 ? [[name, value] as const] : [],
    ),
  );

function consent(sent: Sent, speaker: Speaker | undefined): Invoke {
  // Of this answer Teams shows nothing; what became of the file is said in a message.
  const answer: HttpAnswer = { status: 200 };
  if (!speaker || speaker.place) return { do: 'answer', answer };
  const { action, context, uploadInfo } = read(consented, sent.value);
  const upload = action === 'accept' && uploadInfo;
  const consent: FileConsent = {
    ...speaker,
    key: keyOf(speaker, sent, sent.id),
    context,
    ...(sent.replyToId && { activityId: sent.replyToId }),
    ...(upload && { upload: uploadOf(upload) }),
  };
  return { do: 'consent', consent, busy: answer };
}

const uploadOf = ({ uploadUrl, ...file }: NonNullable<z.infer<typeof consented>['uploadInfo']>) => ({
  url: uploadUrl,
  ...file,
});
