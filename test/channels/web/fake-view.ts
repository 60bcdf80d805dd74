import type { News, SeenEvent, SeenReply, WebView } from '../../../src/channels/web/ports.ts';
import type { Event } from '../../../src/conversation/event.ts';
import type { Reply } from '../../../src/kit/card.ts';
import type { Locale } from '../../../src/lib/locale.ts';

/** An inbox and outbox in memory, for tests of the page without an engine. */
export interface FakeView extends WebView {
  /** Everything that was received, by key. */
  received: Map<string, Event>;
  receive(key: string, event: Event): Promise<boolean>;
  /** Says something in a conversation; with `replaces` in the place of an earlier message. @returns its number */
  reply(conversation: string, reply: Reply<string>, locale?: Locale, replaces?: string): string;
  done(conversation: string): void;
  /** Rejects from now on, as a database that is gone does. */
  break(): void;
}

const PEOPLE = [
  {
    name: 'Acme Polska sp. z o.o.',
    people: [
      { name: 'Anna Kowalska', email: 'anna@acme.example', roles: ['finance'] },
      { name: 'Tomasz Wróbel', email: 'tomasz@acme.example', roles: ['finance', 'management'] },
      { name: 'Emily Carter', email: 'emily@acme.example', roles: ['technical'] },
      { name: 'Advait Rao', email: 'advait@advisers.example', roles: ['finance'] },
    ],
  },
  {
    name: 'Northwind Traders',
    people: [
      { name: 'Advait Rao', email: 'advait@advisers.example', roles: ['finance'] },
      { name: 'Grace Holloway', email: 'grace@northwind.example', roles: ['management'] },
    ],
  },
];

type Kept<T> = T & { conversation: string; changed: number };

export function fakeView(at = () => new Date().toISOString()): FakeView {
  const received = new Map<string, Event>();
  const events: Kept<SeenEvent>[] = [];
  const replies: Kept<SeenReply>[] = [];
  let moment = 1;
  let broken = false;
  return {
    received,
    async receive(key, event) {
      if (received.has(key)) return false;
      received.set(key, event);
      moment += 1;
      const { conversation, content } = event;
      const label = content.type === 'press' ? labelOf(replies, content.press) : null;
      events.push({ conversation, changed: moment, seq: String(moment), at: at(), content, label, done: false });
      return true;
    },
    reply(conversation, reply, locale = 'en', replaces) {
      moment += 1;
      const seq = String(moment);
      replies.push({ conversation, changed: moment, seq, at: at(), reply, locale, replaces: replaces ?? null });
      return seq;
    },
    done(conversation) {
      moment += 1;
      for (const event of events.filter((one) => one.conversation === conversation && !one.done)) {
        Object.assign(event, { done: true, changed: moment });
      }
    },
    break() {
      broken = true;
    },
    async news(conversation, since): Promise<News> {
      if (broken) throw new Error('connection refused');
      const after = since ? Number(since.split(':')[0]) : 0;
      const fresh = <T extends Kept<unknown>>(all: T[]) =>
        all.filter((one) => one.conversation === conversation && one.changed > after);
      const busy = events.some((one) => one.conversation === conversation && !one.done);
      return { cursor: `${moment}:${moment}:`, busy, events: fresh(events), replies: fresh(replies) };
    },
    people: async () => PEOPLE,
  };
}

function labelOf(replies: readonly SeenReply[], press: string): string | null {
  const buttons = replies
    .flatMap(({ reply }) => reply.card?.blocks ?? [])
    .flatMap((block) => {
      if (block.type === 'actions') return block.buttons;
      if (block.type === 'table') return block.rows.flatMap(({ actions = [] }) => actions);
      return block.type === 'form' ? [block.submit] : [];
    });
  return buttons.find((button) => 'action' in button && button.action === press)?.label ?? null;
}
