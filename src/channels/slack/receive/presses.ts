import { z } from 'zod';
import type { Event } from '../../../conversation/event.ts';
import { wishSchema } from '../../../conversation/wish.ts';
import { parseJson } from '../../../http/body.ts';
import { readPress } from '../address.ts';
import type { FormPress } from './handlers.ts';
import { eventOf, momentOf, read, ts } from './read.ts';
import { interactor, isStranger, teamOfInteraction } from './team.ts';
import { fields } from './values.ts';

const action = z.object({
  action_id: z.string(),
  action_ts: ts,
  value: z.string().max(2000).nullish(),
  selected_option: z.object({ value: z.string().max(2000) }).nullish(),
});

const pressed = interactor.extend({
  trigger_id: z.string().min(1).max(200),
  actions: z.array(action).min(1),
  container: z.object({ message_ts: ts.nullish(), is_ephemeral: z.boolean().nullish() }).nullish(),
  response_url: z.string().nullish(),
  state: fields.nullish(),
});

type Pressed = z.infer<typeof pressed>;

/** What a press comes to: an event, or a form that is opened at once. */
export type Press = { do: 'receive'; key: string; event: Event } | ({ do: 'open' } & FormPress);

/**
 * `block_actions`: a button, or a choice out of a menu. Its value is `PRESS@PLACE`, or for an action id `wish:...` the
 * wish itself. Undefined is of no concern: a link that was opened, a field that was filled in.
 * @param isAnswerable whether an address is Slack's own for answering
 */
export function press(raw: unknown, isAnswerable: (url: string) => boolean): Press | undefined {
  const body = read(pressed, raw);
  const [first] = body.actions;
  const value = first?.value ?? first?.selected_option?.value;
  if (!first || !value) return undefined;
  const team = teamOfInteraction(body);
  const key = `slack:${team.teamId}:press:${body.trigger_id}:${first.action_ts}`;
  const common = { at: momentOf(first.action_ts), stranger: isStranger(team, body.user.team_id) };
  const userId = body.user.id;
  if (first.action_id.startsWith('wish:')) {
    const content = { type: 'wish' as const, ...read(wishSchema, parseJson(value)) };
    return { do: 'receive', key, event: eventOf({ ...common, address: { ...team, userId }, content }) };
  }
  const named = readPress(value);
  if (!named) return undefined;
  const { press, ...place } = named;
  const address = { ...team, userId, ...place, ...ephemeral(body, isAnswerable) };
  if (first.action_id.startsWith('form:'))
    return { do: 'open', key, ...common, address, press, triggerId: body.trigger_id };
  const values = body.state && Object.keys(body.state).length > 0 && { values: body.state };
  return { do: 'receive', key, event: eventOf({ ...common, address, content: { type: 'press', press, ...values } }) };
}

/** An ephemeral message has no other way to be changed than the address that its press brought. */
function ephemeral({ container, response_url }: Pressed, isAnswerable: (url: string) => boolean) {
  if (!container?.is_ephemeral || !container.message_ts || !response_url || !isAnswerable(response_url)) return {};
  return { pressed: { responseUrl: response_url, messageTs: container.message_ts } };
}
