import { z } from 'zod';
import { type HttpAnswer, type HttpRequest, json } from '../../http/exchange.ts';
import { CodedError } from '../../lib/errors.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Bell } from './bell.ts';
import { conversationOf } from './channel.ts';
import type { News, SeenEvent, SeenReply, WebView } from './ports.ts';

/** A reply as each platform would show it. The renderers are those of the platforms' own rooms. */
type Renderings = (reply: SeenReply['reply'], locale: Locale) => { slack: unknown; teams: unknown; plain: string };

export interface NewsDeps {
  view: WebView;
  bell: Bell;
  render: Renderings;
}

/** In milliseconds: how long a request waits for something to tell. Below what browsers and proxies allow. */
const LONGEST = 25_000;
/** How often it is looked: while something is under way, and otherwise, for what another process may have done. */
const SOON = 40;
const SELDOM = 2_000;

const query = z.object({
  user: z.string().min(1).max(320),
  /** What came last: PostgreSQL's text form of a snapshot. */
  after: z
    .string()
    .max(10_000)
    .regex(/^\d{1,19}:\d{1,19}:(\d{1,19}(,\d{1,19})*)?$/)
    .optional(),
  busy: z.enum(['true', 'false']).optional(),
});

/** `GET /web/messages`: what happened in a person's conversation after a cursor; waits until there is something. */
export function messages({ view, bell, render }: NewsDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async ({ query: given, signal }) => {
    const wish = query.safeParse(Object.fromEntries(given));
    if (!wish.success) throw new CodedError('invalid', 'web.messages');
    const { user, after, busy } = wish.data;
    const conversation = conversationOf(user);
    const until = performance.now() + LONGEST;
    let news = await view.news(conversation, after);
    const nothing = () => after !== undefined && isEmpty(news) && String(news.busy) === busy;
    while (nothing() && !signal.aborted && performance.now() < until) {
      await bell.wait(conversation, news.busy ? SOON : SELDOM, signal);
      news = await view.news(conversation, after);
    }
    return json({ cursor: news.cursor, busy: news.busy, items: items(news, render) });
  };
}

const isEmpty = ({ events, replies }: News): boolean => events.length + replies.length === 0;

const items = ({ events, replies }: News, render: Renderings) => [
  ...events.map(own),
  ...replies.map((reply) => answer(reply, render)),
];

function own({ seq, at, content, label, done }: SeenEvent) {
  const text = content.type === 'text' ? content.text : undefined;
  return { id: `in-${seq}`, from: 'person', at, kind: content.type, text, label, done };
}

function answer({ seq, at, reply, locale, replaces }: SeenReply, render: Renderings) {
  const id = `out-${replaces ?? seq}`;
  const { text, files = [] } = reply;
  return { id, from: 'assistant', at, version: Number(seq), locale, text, files, ...render(reply, locale) };
}
