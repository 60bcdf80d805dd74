import { z } from 'zod';
import { type Event, MAX_TEXT, textContent } from '../../conversation/event.ts';
import { type HttpAnswer, type HttpRequest, json } from '../../http/exchange.ts';
import type { Clock } from '../../lib/clock.ts';
import { CodedError } from '../../lib/errors.ts';
import { conversationOf, TENANT } from './channel.ts';
import type { WebView } from './ports.ts';

export interface SayDeps {
  view: WebView;
  clock: Clock;
  /** Takes an event in; false when it is there already. */
  receive(key: string, event: Event): Promise<boolean>;
}

const text = z.object({ text: z.string() });
const press = z.object({
  press: z.string().min(1).max(64),
  values: z.record(z.string().max(64), z.string().max(MAX_TEXT)).optional(),
});
const said = z.intersection(
  // The page makes the key before it sends, so that what is sent again is the same event.
  z.object({ user: z.string().min(1).max(320), key: z.uuid() }),
  z.union([text, press]),
);

/** `POST /web/say`: a demo person writes or presses. Answers 202 once it is durable; the answers come with the news. */
export function say({ view, clock, receive }: SayDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async ({ body }) => {
    const wish = said.safeParse(body);
    if (!wish.success) throw new CodedError('invalid', 'web.say');
    const { user, key, ...what } = wish.data;
    const accounts = await view.people();
    if (!accounts.some(({ people }) => people.some(({ email }) => email === user))) {
      throw new CodedError('not_found', 'web.person');
    }
    const accepted = await receive(`web:${user}:${key}`, {
      conversation: conversationOf(user),
      user: { channel: 'web', tenantId: TENANT, userId: user },
      address: { userId: user },
      shared: false,
      at: clock.now().toISOString(),
      content: 'text' in what ? textContent(what.text) : { type: 'press', press: what.press, ...valuesOf(what.values) },
    });
    return json({ accepted }, 202);
  };
}

/** A form's fields, as safe to keep as a typed text. */
function valuesOf(values: Record<string, string> | undefined): { values?: Record<string, string> } {
  if (!values) return {};
  const clean = Object.entries(values).map(([name, value]) => {
    const content = textContent(value);
    return [name, content.type === 'text' ? content.text : ''] as const;
  });
  return { values: Object.fromEntries(clean) };
}
