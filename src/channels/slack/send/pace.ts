import type { Clock } from '../../../lib/clock.ts';
import { CodedError } from '../../../lib/errors.ts';
import { createCache } from './cache.ts';

/** About one message a second a channel, "short bursts" allowed (docs.slack.dev/apis/web-api/rate-limits). */
const EVERY_MS = 1_000;
const BURST = 4;
const MOST = 10_000;

/**
 * Holds back what Slack would refuse anyway. The returned function throws CodedError `unavailable` with `retryAfterMs`,
 * and `paced` since nothing failed, when a place has had its share.
 */
export function createPace(clock: Clock): (place: string) => void {
  /** By place: when it would have had all it took so far at one a second. Later than that it is as if new. */
  const spent = createCache<number>({ clock, ttlMs: EVERY_MS * (BURST + 1), most: MOST });
  return (place) => {
    const now = clock.now().getTime();
    const from = Math.max(now, spent.get(place) ?? now);
    const ahead = from - now - EVERY_MS * (BURST - 1);
    if (ahead > 0) throw new CodedError('unavailable', 'slack.paced', { retryAfterMs: ahead, paced: true });
    spent.set(place, from + EVERY_MS);
  };
}
