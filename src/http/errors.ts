import type { Next, Request, Response, Server } from 'restify';
import { CodedError } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import { failure } from './failure.ts';
import { send } from './serve.ts';

/** What restify refuses before a route is reached, in our words: its own repeat the path. */
export function answerErrors(server: Server, log: Logger): void {
  server.on('restifyError', (_req: Request, res: Response, err: { statusCode?: number }, done: () => void) => {
    if (!res.headersSent) send(res, failure(coded(err)));
    if ((err.statusCode ?? 500) >= 500) log.error({ err }, 'a request failed outside its route');
    done();
  });
}

function coded(err: { statusCode?: number }): unknown {
  if (err.statusCode === 404) return new CodedError('not_found', 'http.path');
  if (err.statusCode === 405) return new CodedError('invalid', 'http.method');
  return (err.statusCode ?? 500) < 500 ? new CodedError('invalid', 'http.request') : err;
}

/** What restify joins to one address and parses: where that fails it throws outside of everything and ends the process. */
export function refuseUnreadable(req: Request, _res: Response, next: Next): void {
  const host = req.headers.host ?? 'localhost';
  const path = req.url ?? '';
  const address = path.startsWith('/') ? `http://${host}${path}` : path;
  const readable = /^[\w.:[\]-]+$/.test(host) && URL.canParse(address, `http://${host}`);
  next(readable ? undefined : UNREADABLE);
}

const UNREADABLE = Object.assign(new Error('unreadable address'), { statusCode: 400 });
