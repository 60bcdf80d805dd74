import { once } from 'node:events';
import type { Request, Response } from 'restify';
import { isCoded } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import { readBody } from './body.ts';
import type { HttpAnswer, HttpRequest, Route } from './exchange.ts';
import { failure, statusOf } from './failure.ts';
import { DEFAULT_HEADERS, readCookies } from './headers.ts';
import type { InFlight } from './in-flight.ts';

interface Deps {
  log: Logger;
  running: InFlight;
}

/** A route as restify's handler. It ends when the answer is out: restify answers 500 by itself to one that is not. */
export function serveRoute(route: Route, { log, running }: Deps): (req: Request, res: Response) => Promise<void> {
  return async (req, res) => {
    const started = performance.now();
    const request = new AbortController();
    const gone = once(res, 'close').then(() => request.abort());
    running.add(request);
    try {
      const answer = await answerOf(route, req, request.signal, log);
      if (running.stopping()) res.setHeader('connection', 'close');
      send(res, answer);
      await gone;
      const ms = Math.round(performance.now() - started);
      log.debug({ method: req.method, route: route.path, status: answer.status, ms }, 'answered a request');
    } finally {
      running.remove(request);
    }
  };
}

async function answerOf(route: Route, req: Request, signal: AbortSignal, log: Logger): Promise<HttpAnswer> {
  try {
    return await route.handle(await requestOf(route, req, signal));
  } catch (err) {
    if (!isCoded(err) || statusOf(err) >= 500) log.error({ err, route: route.path }, 'a request failed');
    else log.info({ route: route.path, code: err.code, reason: err.reason }, 'refused a request');
    return failure(err);
  }
}

async function requestOf(route: Route, req: Request, signal: AbortSignal): Promise<HttpRequest> {
  const { socket, headers } = req;
  return {
    method: req.method ?? '',
    params: { ...(req.params as Record<string, string>) },
    query: new URLSearchParams(req.getQuery()),
    headers,
    cookies: readCookies(headers.cookie),
    body: route.body && (await readBody(req, route.body)),
    local: { address: socket.localAddress ?? '', port: socket.localPort ?? 0 },
    remoteAddress: socket.remoteAddress ?? '',
    signal,
  };
}

/** Writes an answer as it is, past restify's formatters, but through restify: it then knows that there is one. */
export function send(res: Response, { status, headers, body = '' }: HttpAnswer): void {
  const bytes = Buffer.from(body);
  res.sendRaw(status, bytes, { ...DEFAULT_HEADERS, ...headers, 'content-length': String(bytes.byteLength) });
}
