import { setTimeout as pause } from 'node:timers/promises';
import { isCoded } from '../../../lib/errors.ts';
import type { TeamsConnector } from './connector.ts';

/** How often it is tried again, after how many milliseconds where Teams does not say, and for how long at most. */
const TRIES = 5;
const FIRST_RETRY_MS = 500;
const LONGEST_MS = 10_000;

/**
 * A connector for what is said beside the outbox, and so repeated by nobody else: what Teams can't take just now is sent
 * again while it makes sense to wait. What got no answer is not: it may stand there already.
 */
export function patient(connector: TeamsConnector): TeamsConnector {
  return {
    ...connector,
    send: (chat, said) => again(() => connector.send(chat, said)),
    remove: (chat, activityId) => again(() => connector.remove(chat, activityId)),
  };
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES || !isCoded(error, 'unavailable') || error.reason === 'teams.unreachable') throw error;
      const ms = Number(error.details.retryAfterMs ?? FIRST_RETRY_MS * 2 ** (tries - 1));
      if (ms > LONGEST_MS) throw error;
      await pause(ms);
    }
  }
}
