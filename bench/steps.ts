import type { Pool, PoolClient } from 'pg';
import type { Box, OutboxStore } from '../src/conversation/outbox.ts';
import type { ConversationStore, Session } from '../src/conversation/store.ts';
import type { Database } from '../src/db/database.ts';
import type { Portal } from '../src/portal/open.ts';

/**
 * Where a turn's time goes, seen from outside: what the engine is given is wrapped, the product's code has no clocks in
 * it. Only turns one after the other can be told apart this way.
 */
export function stopwatch() {
  const spent = new Map<string, number>();
  const add = (step: string, began: number) => void spent.set(step, (spent.get(step) ?? 0) + performance.now() - began);

  /** The same function, its time added to `step`. */
  const timed =
    <A extends unknown[], R>(step: string, work: (...args: A) => R) =>
    (...args: A): R => {
      const began = performance.now();
      const result = work(...args);
      if (result instanceof Promise) result.then(() => add(step, began)).catch(() => undefined);
      else add(step, began);
      return result;
    };

  const session = (inner: Session): Session => ({
    ...inner,
    async next() {
      const began = performance.now();
      const work = await inner.next();
      if (work) add('load the state', began); // After the last event it looks once more, while the reply is being sent.
      return work;
    },
    texts: timed('recent texts', inner.texts),
    press: timed('load the button', inner.press),
    mark: timed('mark as running', inner.mark),
    finish: timed('finish', inner.finish),
  });

  return {
    spent,
    timed,
    store: (inner: ConversationStore): ConversationStore => ({
      ...inner,
      accept: timed('inbox insert', inner.accept),
      exclusively(conversation, work) {
        const began = performance.now();
        return inner.exclusively(conversation, (locked) => {
          add('lock', began);
          return work(session(locked));
        });
      },
    }),
    /** Up to where the message is handed to the channel. */
    outbox: (inner: OutboxStore): OutboxStore => ({
      ...inner,
      exclusively(conversation, work) {
        const began = performance.now();
        return inner.exclusively(conversation, (box) => work(readingBox(box, () => add('send', began))));
      },
    }),
    portal: (inner: Portal): Portal =>
      Object.fromEntries(
        Object.entries(inner).map(([module, group]) => [
          module,
          Object.fromEntries(
            Object.entries(group).map(([name, operation]) => [
              name,
              timed(`portal ${module}.${name}`, operation as (input: unknown) => Promise<unknown>),
            ]),
          ),
        ]),
      ) as unknown as Portal,
  };
}

const readingBox = (box: Box, read: () => void): Box => ({
  ...box,
  async next(seq) {
    const message = await box.next(seq);
    if (message && seq === '0') read();
    return message;
  },
});

/** Counts the statements sent to the database, whoever sends them; each waits for its answer: a round trip. */
export function countRoundTrips({ pools }: Database): () => number {
  let count = 0;
  const seen = new WeakSet<object>();
  for (const pool of Object.values<Pool>({ ...pools })) {
    pool.on('acquire', (client: PoolClient) => {
      if (seen.has(client)) return;
      seen.add(client);
      const query = client.query.bind(client) as (...args: unknown[]) => unknown;
      client.query = ((...args: unknown[]) => {
        count += 1;
        return query(...args);
      }) as typeof client.query;
    });
  }
  return () => count;
}
