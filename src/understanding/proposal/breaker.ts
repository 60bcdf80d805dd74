import type { Clock } from '../../lib/clock.ts';

/** After so many failures in a row nothing is asked for so long; then one call tries whether it is over. */
const FAILURES = 4;
const REST_MS = 60_000;

/** Keeps people from waiting for something that does not answer (circuit breaker). */
export interface Breaker {
  /** True where a call may be made now; after a rest for one call alone, until it is known what became of it. */
  begin(): boolean;
  succeeded(): void;
  failed(): void;
}

export function createBreaker(clock: Clock): Breaker {
  let failures = 0;
  let restsUntil = 0;
  return {
    begin() {
      const now = clock.now().getTime();
      if (now < restsUntil) return false;
      // Half-open: the others wait for what becomes of this one.
      if (failures >= FAILURES) restsUntil = now + REST_MS;
      return true;
    },
    succeeded() {
      failures = 0;
      restsUntil = 0;
    },
    failed() {
      failures += 1;
      if (failures >= FAILURES) restsUntil = clock.now().getTime() + REST_MS;
    },
  };
}
