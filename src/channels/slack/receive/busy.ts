import { z } from 'zod';
import type { SlackAddress } from '../address.ts';
import type { Busy } from './handlers.ts';
import { read, ts } from './read.ts';
import { id, interactor, teamOfInteraction } from './team.ts';

/** Slack says nobody's language with what they do, and looking it up is what there is no time for. */
const TEXT = [
  'I could not take this in just now, so nothing was done. Please try again in a moment.',
  'Nie udało się teraz tego przyjąć, więc nic nie zostało zrobione. Spróbuj ponownie za chwilę.',
].join('\n');

const interaction = interactor.extend({
  channel: z.object({ id }).nullish(),
  container: z.object({ thread_ts: ts.nullish() }).nullish(),
  message: z.object({ thread_ts: ts.nullish() }).nullish(),
  response_url: z.string().nullish(),
});

const modal = z.object({
  type: z.literal('view_submission'),
  view: z.object({ state: z.object({ values: z.record(z.string(), z.unknown()) }) }),
});

/**
 * What Slack shows of "nothing was done" as the answer itself: under a command, or at the first field of a modal, which
 * so stays open with all that was filled in. Undefined for what has no such place.
 */
export function busyAnswer(body: Readonly<Record<string, unknown>>): object | undefined {
  if (body.command !== undefined) return { response_type: 'ephemeral', text: TEXT };
  const { data } = modal.safeParse(body);
  const [field] = Object.keys(data?.view.state.values ?? {});
  return field === undefined ? undefined : { response_action: 'errors', errors: { [field]: TEXT } };
}

/** The same as a message of its own. Throws CodedError `invalid` `slack.body` where nobody is named. */
export function busyMessage(body: unknown, isAnswerable: (url: string) => boolean): Busy {
  const { channel, container, message, response_url, ...who } = read(interaction, body);
  const threadTs = container?.thread_ts ?? message?.thread_ts;
  const address: SlackAddress = {
    ...{ ...teamOfInteraction(who), userId: who.user.id },
    ...(channel && !channel.id.startsWith('D') && { channelId: channel.id }),
    ...(threadTs && { threadTs }),
  };
  return { address, text: TEXT, ...(response_url && isAnswerable(response_url) && { responseUrl: response_url }) };
}
