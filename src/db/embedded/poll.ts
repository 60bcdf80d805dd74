import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks `probe` again and again until it gives a value; undefined when none came `withinMs` milliseconds. For what
 * other processes do, of which nothing tells us: a server coming up, a file going away.
 */
export async function poll<T>(
  probe: () => Promise<T | undefined>,
  { withinMs, everyMs }: { withinMs: number; everyMs: number },
): Promise<T | undefined> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined || performance.now() >= deadline) return value;
    await pause(everyMs);
  }
}
