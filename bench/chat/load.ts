import { setTimeout as sleep } from 'node:timers/promises';
import { machineMs, rounded, type Timing, timing } from '../measure.ts';
import type { Acknowledgement } from './post.ts';
import type { Replies } from './replies.ts';

/** What everybody asks. */
export const TEXT = 'show my overdue invoices';

/** Somebody in their direct messages with the app. */
export interface Person {
  userId: string;
  /** Where the replies arrive. */
  channel: string;
}

/** How a chat platform brings events to an app. */
export interface Platform {
  /** A message written now; each is another one. */
  event(person: Person): string;
  /** @param retry how many times the platform has sent this event before */
  post(body: string, retry: number): Promise<Acknowledgement>;
}

/** What many events came to. */
export interface Served {
  acknowledged: Timing;
  slowestMs: number;
  /** From sending an event, the first time, to its reply at the platform. */
  replied: Timing;
  /** How often each HTTP status was answered; 0: the connection broke. Whatever is not 200 is sent again. */
  statuses: Record<number, number>;
}

/** A platform sends again at once, and after minutes; nobody here waits that long. */
const AGAIN_AFTER_MS = [0, 3_000, 10_000];
/** A platform sends again what is not acknowledged in this time. */
const PATIENCE_MS = 3_000;

/** One event under way. */
interface Sent {
  delivered: Promise<void>;
  arrived: Promise<void>;
}

/**
 * Sends events to an app and waits for their replies.
 * @param regulars how many of the people write again and again; in a burst all do, once each
 */
export function loadOn({ event, post }: Platform, replies: Replies, people: readonly Person[], regulars: number) {
  let nth = 0;

  async function measured(run: (one: (person?: Person) => Sent) => Promise<unknown>): Promise<Served> {
    const [acknowledged, replied]: [number[], number[]] = [[], []];
    const statuses: Served['statuses'] = {};

    async function answer(body: string, retry: number): Promise<number> {
      const { status, ms } = await post(body, retry);
      acknowledged.push(ms);
      statuses[status] = (statuses[status] ?? 0) + 1;
      return status;
    }
    async function deliver(body: string): Promise<void> {
      for (const [retry, wait] of [0, ...AGAIN_AFTER_MS].entries()) {
        if (wait > 0) await sleep(wait);
        const patience = new AbortController();
        const late = sleep(PATIENCE_MS, 0, { signal: patience.signal }).catch(() => 0);
        const status = await Promise.race([answer(body, retry), late]);
        patience.abort();
        if (status === 200) return;
      }
    }
    function one(person = people[nth++ % regulars]!): Sent {
      const began = machineMs();
      const arrived = replies.next(person.channel).then((at) => {
        if (at !== undefined) replied.push(at - began);
      });
      return { delivered: deliver(event(person)), arrived };
    }

    const began = machineMs();
    await run(one);
    const took = machineMs() - began;
    return {
      acknowledged: timing(acknowledged, took),
      slowestMs: rounded(acknowledged.reduce((most, ms) => Math.max(most, ms), 0)),
      replied: timing(replied, took),
      statuses,
    };
  }

  return {
    /** So many a second, whatever becomes of them; `delivered` is told once all have been acknowledged. */
    steady: (events: number, perSecond: number, delivered?: () => void) =>
      measured(async (one) => {
        const began = machineMs();
        const all: Sent[] = [];
        while (all.length < events) {
          const early = began + (all.length * 1000) / perSecond - machineMs();
          if (early > 0) await sleep(early);
          all.push(one());
        }
        await Promise.all(all.map((sent) => sent.delivered));
        delivered?.();
        await Promise.all(all.map((sent) => sent.arrived));
      }),
    /** So many at once, each again as soon as the last is answered: as many a second as there can be. */
    full: (events: number, atOnce: number) =>
      measured(async (one) => {
        let left = events;
        const worker = async () => {
          while (left-- > 0) await Promise.all(Object.values(one()));
        };
        await Promise.all(Array.from({ length: atOnce }, worker));
      }),
    /** All in the same moment. */
    burst: (events: number) =>
      measured((one) => Promise.all(people.slice(0, events).flatMap((person) => Object.values(one(person))))),
  };
}

export type Load = ReturnType<typeof loadOn>;
