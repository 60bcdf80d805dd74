import type { Clock } from '../lib/clock.ts';
import { type CodedError, isCoded } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import type { Channel, Channels, Posted } from './channel.ts';
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
    for (let message = await box.next('0'); message; message = await box.next(message.seq)) {
      const waits = await sendOne(deps, box, message);
      if (!waits) continue;
      if (!again || waits.until < again) again = waits.until;
      const age = deps.clock.now().getTime() - message.createdAt.getTime();
      if (waits.paced || age < PASS_MS) break;
    }
    return again;
  });
}

/** When a message is tried again; `paced` when it has not failed, the channel only holds its pace. */
interface Waits {
  until: Date;
  paced?: true;
}

/** Undefined when the message is done with, well or not. */
async function sendOne(deps: SenderDeps, box: Box, message: Outgoing): Promise<Waits | undefined> {
  const { channels, clock, log } = deps;
  const { seq, channel, attempts, nextAt, replaces, createdAt } = message;
  const to = channels[channel];
  if (!to) return over(box, seq, 'channel_off');
  if (message.superseded) return over(box, seq, 'superseded');
  if (replaces?.waitsUntil) return { until: replaces.waitsUntil };
  if (replaces && !replaces.posted) return over(box, seq, 'nothing_to_replace');
  if (nextAt > clock.now()) return { until: nextAt };
  let posted: Posted;
  try {
    posted = await post(to, message, log);
  } catch (error) {
    const reason = isCoded(error) ? error.reason : 'unexpected';
    const now = clock.now();
    const old = now.getTime() - createdAt.getTime() > GIVE_UP_MS;
    if (isPaced(error) && !old) return { until: new Date(now.getTime() + error.details.retryAfterMs), paced: true };
    log.warn({ err: error, seq, channel, attempts }, 'a message could not be sent');
    if (!isCoded(error, 'unavailable') || old) return over(box, seq, reason);
    const wait = Number(error.details.retryAfterMs ?? FIRST_RETRY_MS * 2 ** attempts);
    const next = new Date(now.getTime() + Math.min(wait, LONGEST_RETRY_MS));
    await box.later(seq, next, reason);
    return { until: next };
  }
  await box.sent(seq, posted, clock.now());
  return undefined;
}

const isPaced = (error: unknown): error is CodedError & { details: { retryAfterMs: number } } =>
  isCoded(error, 'unavailable') && error.details.paced === true && typeof error.details.retryAfterMs === 'number';

async function over(box: Box, seq: string, why: string): Promise<undefined> {
  await box.failed(seq, why);
  return undefined;
}

/** A card that the platform would refuse is our mistake; the person still gets the whole answer in words. */
async function post(to: Channel, message: Outgoing, log: Logger): Promise<Posted> {
  try {
    return await put(to, message);
  } catch (error) {
    if (!message.reply.card || !isCoded(error, 'internal', 'over_limit')) throw error;
    log.error({ err: error, seq: message.seq, ...error.details }, 'a card was over a limit; its words are sent');
    const { card: _card, ...words } = message.reply;
    return put(to, { ...message, reply: words });
  }
}

async function put(to: Channel, { key, address, reply, locale, replaces }: Outgoing): Promise<Posted> {
  if (!replaces?.posted) return to.send(address, reply, { key, locale });
  await to.update(address, replaces.posted, reply, { locale });
  return replaces.posted;
}
