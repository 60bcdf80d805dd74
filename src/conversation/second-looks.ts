import { isDeepStrictEqual } from 'node:util';
import type { SecondLook, Understood, Unsure } from '../kit/understood.ts';

/** A turn that has to wait for a second look at its text, and lets go of everything meanwhile. */
export interface Waiting {
  waits: Promise<void>;
}

/** Second looks at the texts of events, each taken once however often its turn is served here. */
export interface SecondLooks {
  at(seq: string, unsure: Unsure): { found: Understood | undefined } | Waiting;
  /** The event is done. */
  forget(seq: string): void;
}

/** What is known of events that were withdrawn meanwhile is forgotten with time. */
const MOST = 1_000;

/** @param look undefined where the local engine is alone */
export function secondLooks(look: SecondLook | undefined): SecondLooks {
  const taken = new Map<string, { unsure: Unsure; waits: Promise<void>; result?: { found: Understood | undefined } }>();
  return {
    at(seq, unsure) {
      if (!look?.wants(unsure)) return { found: undefined };
      const before = taken.get(seq);
      if (before && isDeepStrictEqual(before.unsure, unsure)) return before.result ?? { waits: before.waits };
      const one: NonNullable<ReturnType<typeof taken.get>> = { unsure, waits: Promise.resolve() };
      one.waits = look.propose(unsure).then((found) => {
        one.result = { found };
      });
      taken.set(seq, one);
      const [oldest] = taken.keys();
      if (taken.size > MOST && oldest !== undefined) taken.delete(oldest);
      return { waits: one.waits };
    },
    forget(seq) {
      taken.delete(seq);
    },
  };
}
