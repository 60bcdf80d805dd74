import type { Route } from '../../../http/exchange.ts';
import type { Clock } from '../../../lib/clock.ts';
import type { Logger } from '../../../lib/logger.ts';
import type { TeamsApp } from '../app.ts';
import { authenticator } from './authenticate.ts';
import type { TeamsHandlers } from './handlers.ts';
import { intake } from './intake.ts';
import { messagesRoute } from './route.ts';

export interface TeamsReceiving {
  /** For the one server. */
  routes: Route[];
  /** Finishes what was begun after an answer. */
  stop(): Promise<void>;
}

interface Deps {
  /** `anonymous` believes everybody: for a playground on this machine alone. */
  app: TeamsApp | 'anonymous';
  handlers: TeamsHandlers;
  clock: Clock;
  log: Logger;
}

/** Everything that comes in from Teams, taken in before it is answered. */
export function teamsReceiving({ app, handlers, clock, log }: Deps): TeamsReceiving {
  const incoming = intake({ handlers, clock, log });
  const authenticate = app === 'anonymous' ? undefined : authenticator(app);
  return {
    routes: [messagesRoute({ ...(authenticate && { authenticate }), intake: incoming, log })],
    stop: () => incoming.idle(),
  };
}
