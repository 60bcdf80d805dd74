import type { TeamsApp } from '../../../src/channels/teams/app.ts';
import type { TeamsHandlers } from '../../../src/channels/teams/receive/handlers.ts';
import { teamsReceiving } from '../../../src/channels/teams/receive/receiving.ts';
import { type Event, eventSchema } from '../../../src/conversation/event.ts';
import type { Route } from '../../../src/http/exchange.ts';
import { failure } from '../../../src/http/failure.ts';
import { createLogger } from '../../../src/lib/logger.ts';
import { fakeConnector } from '../../support/fake-teams-connector.ts';
import { teamsActivities } from '../../support/teams-activities.ts';

export const NOW = new Date('2026-01-01T00:00:05.000Z');

const SERVICE_URL = 'https://smba.trafficmanager.example/emea/';
export const activities = teamsActivities({ appId: 'app', serviceUrl: SERVICE_URL });
const { person } = fakeConnector('app');
export const anna = person('anna', { name: 'Anna Nowak' });

/** The address of somebody in their personal chat. */
export const addressOf = ({ tenantId, userId, memberId, conversationId }: typeof anna) => ({
  ...{ tenantId, userId, memberId, conversationId },
  ...{ serviceUrl: SERVICE_URL, botId: '28:app' },
});

/** Receiving with handlers that keep what they are given, as an inbox does; each may be replaced. */
export function service(handlers: Partial<TeamsHandlers> = {}, app: TeamsApp | 'anonymous' = 'anonymous') {
  const inbox = new Map<string, Event>();
  const calls: [name: string, ...args: unknown[]][] = [];
  const lines: string[] = [];
  const keep =
    (name: string) =>
    async (...args: unknown[]): Promise<void> => {
      calls.push([name, ...args]);
    };
  const answer =
    (name: string) =>
    async (...args: unknown[]): Promise<object> => {
      calls.push([name, ...args]);
      return { of: name };
    };
  const receiving = teamsReceiving({
    ...{ app, clock: { now: () => NOW } },
    log: createLogger({ level: 'debug', destination: { write: (line) => lines.push(line) } }),
    handlers: {
      async receive(key, event) {
        if (inbox.has(key)) return false;
        inbox.set(key, eventSchema.parse(event));
        return true;
      },
      ...{ amend: keep('amend'), withdraw: keep('withdraw'), installed: keep('installed'), removed: keep('removed') },
      ...{ search: answer('search'), refresh: answer('refresh'), fileConsent: keep('fileConsent') },
      ...{ seen: keep('seen'), working: keep('working'), elsewhere: keep('elsewhere') },
      ...handlers,
    },
  });
  const [route] = receiving.routes as [Route];

  /** The status and the body, as the server would send them. */
  async function post(activity: object): Promise<{ status: number; body?: unknown }> {
    const rest = { method: 'POST', params: {}, query: new URLSearchParams(), cookies: {}, headers: {} };
    const ends = { remoteAddress: '192.0.2.1', local: { address: '127.0.0.1', port: 1 } };
    const signal = new AbortController().signal;
    const { status, body } = await Promise.resolve(
      route.handle({ ...rest, ...ends, body: JSON.stringify(activity), signal }),
    ).catch(failure);
    return body ? { status, body: JSON.parse(String(body)) as unknown } : { status };
  }

  return {
    ...{ receiving, inbox, calls, lines, post },
    events: () => [...inbox.values()],
    /** What the handlers of that name were told, once nothing is under way. */
    async told(name: string): Promise<unknown[]> {
      await receiving.stop();
      return calls.flatMap(([called, first]) => (called === name ? [first] : []));
    },
  };
}
