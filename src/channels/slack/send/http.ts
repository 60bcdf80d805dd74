import { CodedError } from '../../../lib/errors.ts';
import { statusError } from './errors.ts';

/** How long Slack may take to answer, in milliseconds; sending holds a connection of the database meanwhile. */
export const LIMIT_MS = 10_000;

/**
 * A POST to an address that Slack gave for one purpose; no token goes along.
 * @throws CodedError as `codedError` has them
 */
export async function postTo(url: string, what: string, content: string | Uint8Array): Promise<void> {
  const type = typeof content === 'string' ? 'application/json; charset=utf-8' : 'application/octet-stream';
  const body = typeof content === 'string' ? content : Uint8Array.from(content);
  const signal = AbortSignal.timeout(LIMIT_MS);
  let answer: Response;
  try {
    answer = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body, redirect: 'error', signal });
    await answer.body?.cancel();
  } catch (error) {
    throw new CodedError('unavailable', 'slack.unreachable', { method: what }, error);
  }
  if (!answer.ok) throw statusError(answer.status, what, answer.headers.get('retry-after'));
}
