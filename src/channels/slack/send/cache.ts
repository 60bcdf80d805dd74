import type { Clock } from '../../../lib/clock.ts';

/** What is worth remembering for a while: at most `most` entries, the oldest of which are forgotten first. */
interface Cache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
}

/** @param ttlMs how long an entry holds, in milliseconds */
export function createCache<T>({ clock, ttlMs, most }: { clock: Clock; ttlMs: number; most: number }): Cache<T> {
  const entries = new Map<string, { value: T; until: number }>();
  return {
    get(key) {
      const found = entries.get(key);
      return found && found.until > clock.now().getTime() ? found.value : undefined;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, { value, until: clock.now().getTime() + ttlMs });
      for (const oldest of entries.keys()) {
        if (entries.size <= most) return;
        entries.delete(oldest);
      }
    },
    delete: (key) => void entries.delete(key),
  };
}
