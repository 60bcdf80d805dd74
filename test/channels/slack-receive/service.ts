import { createHmac } from 'node:crypto';
import type { Busy, SlackHandlers } from '../../../src/channels/slack/receive/handlers.ts';
import { slackReceiving } from '../../../src/channels/slack/receive/receiving.ts';
import type { Event } from '../../../src/conversation/event.ts';
import type { HttpAnswer, Route } from '../../../src/http/exchange.ts';
import { createLogger } from '../../../src/lib/logger.ts';

export const SECRET = 'a secret of signatures';
/** Five seconds after the messages of bodies.ts. */
export const NOW = new Date('2026-01-01T00:00:05.000Z');

/** Receiving with handlers that keep what they are given, as an inbox does; each may be replaced. */
export function service(handlers: Partial<SlackHandlers> = {}, options: { appToken?: string; apiUrl?: string } = {}) {
  const inbox = new Map<string, Event>();
  const calls: [name: string, ...args: unknown[]][] = [];
  const lines: string[] = [];
  let now = NOW;
  const keep =
    (name: string) =>
    async (...args: unknown[]): Promise<undefined> => {
      calls.push([name, ...args]);
    };
  const receiving = slackReceiving({
    ...{ signingSecret: SECRET, ...options, clock: { now: () => now } },
    log: createLogger({ level: 'debug', destination: { write: (line) => lines.push(line) } }),
    handlers: {
      async receive(key, event) {
        if (inbox.has(key)) return false;
        inbox.set(key, event);
        return true;
      },
      ...{
        amend: keep('amend'),
        withdraw: keep('withdraw'),
        openForm: keep('openForm'),
        submitForm: keep('submitForm'),
      },
      ...{ homeOpened: keep('homeOpened'), working: keep('working'), busy: keep('busy') },
      ended: keep('ended'),
      ...handlers,
    },
  });
  const [route] = receiving.routes as [Route];
  return {
    ...{ receiving, route, inbox, calls, lines },
    events: () => [...inbox.values()],
    told: () => calls.flatMap(([name, said]) => (name === 'busy' ? [said as Busy] : [])),
    later(ms: number) {
      now = new Date(now.getTime() + ms);
    },
    /** A request as Slack sends it now: JSON for events, a form for everything else. */
    async post(body: object, headers: Record<string, string> = {}): Promise<HttpAnswer> {
      return ask(route, { ...request(body, now), ...headers });
    },
  };
}

interface Sent {
  body: string;
  [header: string]: string;
}

/** A signed request: its body, and its headers. */
export function request(body: object, at: Date, secret: string = SECRET): Sent {
  const isEvent = 'event' in body || 'challenge' in body;
  const fields = 'command' in body ? (body as Record<string, string>) : { payload: JSON.stringify(body) };
  const text = isEvent ? JSON.stringify(body) : new URLSearchParams(fields).toString();
  return {
    body: text,
    'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
    ...signed(text, at, secret),
  };
}

export function signed(body: string, at: Date, secret: string = SECRET): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  const hash = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${hash}` };
}

/** The route's answer to a request that the server has read. */
export async function ask(route: Route, { body, ...headers }: Sent): Promise<HttpAnswer> {
  const local = { address: '127.0.0.1', port: 1 };
  const rest = { method: 'POST', params: {}, query: new URLSearchParams(), cookies: {}, remoteAddress: '192.0.2.1' };
  return route.handle({ ...rest, local, headers, body, signal: new AbortController().signal });
}
