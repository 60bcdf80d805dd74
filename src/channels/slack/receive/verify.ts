import type { IncomingHttpHeaders } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';

const AGE_S = 5 * 60;

/**
 * Whether Slack signed this body, within five minutes of now (docs.slack.dev/authentication/verifying-requests-from-slack).
 * Bolt itself accepts any time to come, which would let a request be replayed until then.
 * @returns when Slack sent it; undefined where it did not
 */
export function signedAt(
  { headers, body }: { headers: IncomingHttpHeaders; body: string },
  signingSecret: string,
  now: Date,
): Date | undefined {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': sent } = headers;
  if (typeof signature !== 'string' || typeof sent !== 'string' || !/^\d{1,10}$/.test(sent)) return undefined;
  const seconds = Number(sent);
  if (seconds * 1000 > now.getTime() + AGE_S * 1000) return undefined;
  const signed = { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds };
  const valid = isValidSlackRequest({ signingSecret, body, headers: signed, nowMilliseconds: now.getTime() });
  return valid ? new Date(seconds * 1000) : undefined;
}
