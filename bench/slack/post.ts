import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { machineMs } from '../measure.ts';

export interface Acknowledgement {
  /** 0 where the connection broke. */
  status: number;
  ms: number;
}

/** Sends events as Slack does: signed, over connections that stay open, as many as there are at once. */
export function poster(address: string, signingSecret: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const { hostname, port } = new URL(address);

  /** @param retry how many times Slack has sent this event before */
  function post(body: string, retry: number): Promise<Acknowledgement> {
    const began = machineMs();
    const stamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', signingSecret).update(`v0:${stamp}:${body}`).digest('hex');
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': `v0=${signature}`,
      ...(retry > 0 && { 'x-slack-retry-num': retry, 'x-slack-retry-reason': 'http_error' }),
    };
    return new Promise((resolve) => {
      const done = (status: number) => resolve({ status, ms: machineMs() - began });
      request({ agent, hostname, port, method: 'POST', path: '/slack/events', headers }, (response) => {
        response.on('error', () => done(0)).on('end', () => done(response.statusCode ?? 0));
        response.resume();
      })
        .on('error', () => done(0))
        .end(body);
    });
  }

  return { post, close: () => agent.destroy() };
}

export type Poster = ReturnType<typeof poster>;
