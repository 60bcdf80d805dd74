import restify from 'restify';
import { CodedError } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import { answerErrors, refuseUnreadable } from './errors.ts';
import type { Route } from './exchange.ts';
import { inFlight } from './in-flight.ts';
import { serveRoute } from './serve.ts';

export interface HttpServer {
  /** @param port 0 takes a free one; @returns the address, e.g. `http://127.0.0.1:3978`. Throws CodedError `conflict` `port_taken`. */
  listen(port: number, host: string): Promise<string>;
  /**
   * Accepts nothing more, tells waiting requests to end, lets the others finish, and after `limitMs` cuts off what still
   * runs. Resolves when no connection is left.
   */
  close(limitMs: number): Promise<void>;
}

/** The one server of the process: restify under routes that don't know it. Errors leave it coded, never as a stack. */
export function createServer({ log, routes }: { log: Logger; routes: readonly Route[] }): HttpServer {
  const server = restify.createServer({ name: '', handleUncaughtExceptions: false });
  server.pre(refuseUnreadable);
  const running = inFlight();
  for (const route of routes) {
    const handler = serveRoute(route, { log, running });
    if (route.method === 'POST') server.post(route.path, handler);
    else {
      server.get(route.path, handler);
      server.head(route.path, handler);
    }
  }
  answerErrors(server, log);
  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        const failed = (error: NodeJS.ErrnoException) =>
          reject(error.code === 'EADDRINUSE' ? new CodedError('conflict', 'port_taken', { port }) : error);
        server.once('error', failed);
        server.listen(port, host, () => {
          server.off('error', failed);
          const { address, port: taken, family } = server.address();
          const name = String(family).endsWith('6') ? `[${address}]` : address;
          resolve(`http://${name}:${taken}`);
        });
      }),
    async close(limitMs) {
      const closed = new Promise<void>((resolve) => server.server.close(() => resolve()));
      const cut = setTimeout(() => server.server.closeAllConnections(), limitMs);
      running.stop();
      // A connection kept open for a next request gets none.
      running.none().then(() => server.server.closeIdleConnections());
      await closed;
      clearTimeout(cut);
    },
  };
}
