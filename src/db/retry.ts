import { setTimeout as pause } from 'node:timers/promises';

const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 15;

/**
 * Does `work` again when the database gave it up in favour of another transaction, a few times and a little later
 * each time, so that two do not meet again and again.
 * @param random 0 to 1, spreads the pauses
 */
export async function retryConflicts<T>(work: () => Promise<T>, random: () => number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
      await pause(random() * FIRST_PAUSE_MS * 2 ** attempt);
    }
  }
}

/** Serialization failure and deadlock as PostgreSQL says it, as the driver adapter says it, as Prisma says it. */
const CONFLICTS = new Set<unknown>(['40001', '40P01', 'TransactionWriteConflict', 'P2034']);

/**
 * True for a transaction the database gave up in favour of another one. Prisma says so in several ways: P2034; at
 * COMMIT a bare DriverAdapterError with a cause; for raw SQL P2010 with that error in `meta`.
 */
export function isConflict(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, kind, originalCode, cause, meta } = error as Record<string, unknown>;
  if ([code, kind, originalCode].some((name) => CONFLICTS.has(name))) return true;
  return isConflict(cause) || isConflict((meta as Record<string, unknown> | undefined)?.driverAdapterError);
}
