import type { Logger } from '../lib/logger.ts';

const AT_ONCE = 4;

/**
 * Does `work` for every candidate, a few at once. What fails is logged and holds up no other: the next run finds it
 * again.
 */
export async function each<T extends object>(log: Logger, found: readonly T[], work: (one: T) => Promise<unknown>) {
  const waiting = [...found];
  const worker = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      await work(one).catch((err: unknown) => log.error({ err, ...one }, 'a job failed for one candidate'));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
