import type { Clock } from '../lib/clock.ts';
import { isCoded } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import type { Channels } from './channel.ts';
import type { Box, OutboxStore, Outgoing } from './outbox.ts';

/** PRODUCT.md section 12: transient errors are retried for a day, later messages pass one that failed for a minute. */
const GIVE_UP_MS = 24 * 3_600_000;
const PASS_MS = 60_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15 * 60_000;

export interface SenderDeps {
  outbox: OutboxStore;
  channels: Channels;
  clock: Clock;
  log: Logger;
}

/**
 * Sends what waits for a conversation, in order, each at least once: it is marked as sent after the platform took it.
 * Returns when something of it is to be tried again, if anything is.
 */
export async function sendWaiting(deps: SenderDeps, conversation: string): Promise<Date | undefined> {
  return deps.outbox.exclusively(conversation, async (box) => {
    let again: Date | undefined;
    for (const message of await box.waiting()) {
      const next = await sendOne(deps, box, message);
      if (!next) continue;
      if (!again || next < again) again = next;
      const age = deps.clock.now().getTime() - message.createdAt.getTime();
      if (age < PASS_MS) break;
    }
    return again;
  });
}

/** Undefined when the message is done with, well or not; else when it is tried again. */
async function sendOne(deps: SenderDeps, box: Box, message: Outgoing): Promise<Date | undefined> {
  const { channels, clock, log } = deps;
  const { seq, key, channel, address, reply, locale, replaces } = message;
  const to = channels[channel];
  if (!to) {
    await box.failed(seq, 'channel_off');
    return undefined;
  }
  try {
    if (!replaces) await box.sent(seq, await to.send(address, reply, { key, locale }), clock.now());
    else if (replaces.posted) {
      await to.update(address, replaces.posted, reply, { locale });
      await box.sent(seq, replaces.posted, clock.now());
    } else await box.failed(seq, 'nothing_to_replace');
    return undefined;
  } catch (error) {
    const reason = isCoded(error) ? error.reason : 'unexpected';
    const now = clock.now();
    const old = now.getTime() - message.createdAt.getTime() > GIVE_UP_MS;
    log.warn({ err: error, seq, channel, attempts: message.attempts }, 'a message could not be sent');
    if (!isCoded(error, 'unavailable') || old) {
      await box.failed(seq, reason);
      return undefined;
    }
    const wait = Number(error.details.retryAfterMs ?? FIRST_RETRY_MS * 2 ** message.attempts);
    const next = new Date(now.getTime() + Math.min(wait, LONGEST_RETRY_MS));
    await box.later(seq, next, reason);
    return next;
  }
}
