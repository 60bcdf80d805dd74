import { CodedError, type ErrorCode, isCoded } from '../../../lib/errors.ts';

/** A refusal of the Bot Connector. */
export interface Refusal {
  status: number;
  /** Its `error.code`, as far as it is a name. */
  name?: string;
  retryAfterMs?: number;
}

/** The person, or their administrator, has taken the app away: nothing of ours is shown there any more. */
const GONE = [
  'BotNotInConversationRoster',
  'BotDisabledByAdmin',
  'BotDisabledByUser',
  'ConversationBlockedByUser',
  'ConversationNotFound',
  'MessageWritesBlocked',
].map((name) => `teams.${name}`);

/** True for a refusal that ends the reference it was sent by. */
export const isGone = (error: unknown): error is CodedError => isCoded(error) && GONE.includes(error.reason);

/** Repeated later by Microsoft's advice (rate limits; status codes of the bots' APIs), and while our secret is renewed. */
const AGAIN = [401, 408, 412, 425, 429];

/**
 * What a refusal means for whoever wanted to send: `unavailable`, with `retryAfterMs` where Teams says when; `internal`
 * `over_limit` for a message it does not take as it is; else `teams.<its name>`, `forbidden` or `not_found`.
 * @param writes whether a message of ours was in the request
 */
export function refused({ status, name, retryAfterMs }: Refusal, operation: string, writes: boolean): CodedError {
  const reason = `teams.${name ?? `status_${status}`}`;
  const details = { operation, status, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  if (AGAIN.includes(status) || status >= 500) return new CodedError('unavailable', reason, details);
  if (writes && (status === 400 || status === 413)) {
    return new CodedError('internal', 'over_limit', { operation, status, limit: reason });
  }
  return new CodedError(CODES[status] ?? 'internal', reason, details);
}

const CODES: Readonly<Partial<Record<number, ErrorCode>>> = { 403: 'forbidden', 404: 'not_found', 410: 'not_found' };
