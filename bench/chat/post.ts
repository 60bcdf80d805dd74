import { Agent, request } from 'node:http';
import { machineMs } from '../measure.ts';

export interface Acknowledgement {
  /** 0 where the connection broke. */
  status: number;
  ms: number;
}

/** Sends events as a chat platform does: over connections that stay open, as many as there are at once. */
export function poster(
  address: string,
  path: string,
  headersOf: (body: string, retry: number) => Readonly<Record<string, string>>,
) {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const { hostname, port } = new URL(address);

  function post(body: string, retry: number): Promise<Acknowledgement> {
    const began = machineMs();
    const headers = {
      ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      ...headersOf(body, retry),
    };
    return new Promise((resolve) => {
      const done = (status: number) => resolve({ status, ms: machineMs() - began });
      request({ agent, hostname, port, method: 'POST', path, headers }, (response) => {
        response.on('error', () => done(0)).on('end', () => done(response.statusCode ?? 0));
        response.resume();
      })
        .on('error', () => done(0))
        .end(body);
    });
  }

  return { post, close: () => agent.destroy() };
}
