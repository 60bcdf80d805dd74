import { createHmac } from 'node:crypto';

/** The headers that Slack puts on an event: signed, and how many times it was sent before. */
export const signed = (signingSecret: string) => (body: string, retry: number) => {
  const stamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${stamp}:${body}`).digest('hex');
  return {
    ...{ 'x-slack-request-timestamp': stamp, 'x-slack-signature': `v0=${signature}` },
    ...(retry > 0 && { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_error' }),
  };
};
