import type { Clock } from '../../../lib/clock.ts';
import { CodedError } from '../../../lib/errors.ts';
import type { Team } from '../address.ts';

/** Keeps to the Retry-After of a 429, which Slack gives for a method in a workspace. */
interface Resting {
  /** Throws CodedError `unavailable` with `retryAfterMs`, and `paced` since nobody was asked, while the method rests. */
  check(team: Team, method: string): void;
  rest(team: Team, method: string, ms: number): void;
}

export function createResting(clock: Clock): Resting {
  const until = new Map<string, number>();
  const place = ({ teamId }: Team, method: string) => `${teamId}:${method}`;
  return {
    check(team, method) {
      const left = (until.get(place(team, method)) ?? 0) - clock.now().getTime();
      if (left > 0) throw new CodedError('unavailable', 'slack.resting', { method, retryAfterMs: left, paced: true });
      until.delete(place(team, method));
    },
    rest: (team, method, ms) => void until.set(place(team, method), clock.now().getTime() + ms),
  };
}
