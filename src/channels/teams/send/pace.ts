import type { Clock } from '../../../lib/clock.ts';
import { CodedError } from '../../../lib/errors.ts';

/**
 * What an app may do in one conversation: milliseconds, and how often within them at most
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, "Send to conversation").
 */
const WINDOWS = [
  { ms: 1_000, most: 7 },
  { ms: 2_000, most: 8 },
  { ms: 30_000, most: 60 },
  { ms: 3_600_000, most: 1_800 },
] as const;
const HOUR_MS = 3_600_000;
/** Conversations that are remembered; of the others nothing was sent for longest. */
const MOST = 10_000;

/** Holds back what Teams would refuse anyway. */
export interface Pace {
  /**
   * @param count messages that are to leave together
   * @throws CodedError `unavailable` with `retryAfterMs`, and `paced` since nobody was asked, while there is no room
   */
  check(conversationId: string, count?: number): void;
  /** `check`, and the place is taken. */
  take(conversationId: string): void;
  /** Teams said how long it wants to be left alone. */
  rest(conversationId: string, ms: number): void;
}

interface Used {
  /** When something was sent, the latest last; none older than an hour. */
  at: number[];
  restsUntil: number;
}

export function createPace(clock: Clock): Pace {
  const conversations = new Map<string, Used>();

  function usedOf(conversationId: string, now: number): Used {
    const used = conversations.get(conversationId) ?? { at: [], restsUntil: 0 };
    const fresh = used.at.findIndex((at) => at > now - HOUR_MS);
    used.at.splice(0, fresh < 0 ? used.at.length : fresh);
    return used;
  }

  function check(conversationId: string, count = 1): Used {
    const now = clock.now().getTime();
    const used = usedOf(conversationId, now);
    const waits = WINDOWS.map(({ ms, most }) => {
      const before = used.at[used.at.length + Math.min(count, most) - 1 - most];
      return before === undefined ? 0 : before + ms - now;
    });
    const retryAfterMs = Math.max(used.restsUntil - now, ...waits);
    if (retryAfterMs > 0) throw new CodedError('unavailable', 'teams.paced', { retryAfterMs, paced: true });
    return used;
  }

  function remember(conversationId: string, used: Used): void {
    conversations.delete(conversationId);
    conversations.set(conversationId, used);
    for (const oldest of conversations.keys()) {
      if (conversations.size <= MOST) return;
      conversations.delete(oldest);
    }
  }

  return {
    check: (conversationId, count) => void check(conversationId, count),
    take(conversationId) {
      const used = check(conversationId);
      used.at.push(clock.now().getTime());
      remember(conversationId, used);
    },
    rest(conversationId, ms) {
      const now = clock.now().getTime();
      remember(conversationId, { ...usedOf(conversationId, now), restsUntil: now + ms });
    },
  };
}
