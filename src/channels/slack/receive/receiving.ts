import type { App, Receiver } from '@slack/bolt';
import type { Route } from '../../../http/exchange.ts';
import type { Clock } from '../../../lib/clock.ts';
import type { Logger } from '../../../lib/logger.ts';
import { answerable } from '../answerable.ts';
import type { SlackHandlers } from './handlers.ts';
import { intake } from './intake.ts';
import { listeningApp } from './listeners.ts';
import { eventsRoute } from './route.ts';
import { socketMode } from './socket.ts';

export interface SlackReceiving {
  /** For the one server; none without a signing secret. */
  routes: Route[];
  /** Connects where there is an app token. Throws CodedError `forbidden` `slack.app_token` where Slack refuses it. */
  start(): Promise<void>;
  /** Takes nothing more in over the socket, and finishes what was begun. */
  stop(): Promise<void>;
}

interface Deps {
  /** With it Slack may call `POST /slack/events`. */
  signingSecret?: string;
  /** With it the service calls Slack (Socket Mode). */
  appToken?: string;
  /** Another host for Slack's API, e.g. `http://127.0.0.1:4000/api`; Slack's own by default. */
  apiUrl?: string;
  clock: Clock;
  log: Logger;
  handlers: SlackHandlers;
}

/** Everything that comes in from Slack, through Bolt, with a receiver of our own that answers when it is durable. */
export function slackReceiving({ signingSecret, appToken, apiUrl, clock, log, handlers }: Deps): SlackReceiving {
  const isAnswerable = answerable(apiUrl);
  let bolt: App | undefined;
  const incoming = intake({
    ...{ handlers, isAnswerable, log },
    process: async (event) => bolt?.processEvent(event),
  });
  const socket = appToken
    ? socketMode({ appToken, ...(apiUrl && { apiUrl }), intake: incoming, clock, log })
    : undefined;
  const receiver: Receiver = {
    init(app) {
      bolt = app;
    },
    start: async () => socket?.start(),
    async stop() {
      await socket?.stop();
      await incoming.idle();
    },
  };
  const app = listeningApp({ handlers, receiver, isAnswerable, ...(apiUrl && { apiUrl }), log });
  return {
    routes: signingSecret ? [eventsRoute({ signingSecret, intake: incoming, clock, log })] : [],
    start: async () => void (await app.start()),
    stop: async () => void (await app.stop()),
  };
}
