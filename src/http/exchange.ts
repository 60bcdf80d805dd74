import type { IncomingHttpHeaders } from 'node:http';
import { isLocale, type Locale } from '../lib/locale.ts';

/** A request in no framework's words. */
export interface HttpRequest {
  method: string;
  /** Decoded parts of the path, by the names in the route's pattern. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  cookies: Readonly<Record<string, string>>;
  /** Read only where the route says how: parsed JSON, a form's decoded fields, or the untouched text of either. */
  body: unknown;
  /** The socket's own ends, which no header can forge. */
  local: { address: string; port: number };
  remoteAddress: string;
  /** Aborted when the client has gone or the service stops: whoever waits for something, stops waiting. */
  signal: AbortSignal;
}

export interface HttpAnswer {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
}

export interface Route {
  method: 'GET' | 'POST';
  /** In restify's spelling, `/people/:id`. It is what the log names: a path itself may hold a secret. */
  path: string;
  /** What a body must be; without it none is read. */
  body?: 'json' | 'form' | 'raw';
  /** @throws CodedError, which is answered by its code; anything else is answered as `internal` and logged */
  handle(request: HttpRequest): Promise<HttpAnswer> | HttpAnswer;
}

/** An answer of JSON, by default 200. */
export function json(value: unknown, status = 200): HttpAnswer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}

/** Sends the browser elsewhere with a GET. */
export function seeOther(location: string): HttpAnswer {
  return { status: 303, headers: { location } };
}

/** A file to be kept, never shown: `name` is what the browser offers to call it. */
export function download({ name, type, bytes }: { name: string; type: string; bytes: Uint8Array }): HttpAnswer {
  const plain = name.replace(/[^\w. -]/g, '_');
  const headers = {
    'content-type': type,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
  };
  return { status: 200, headers, body: bytes };
}

/** The language a browser asks for: the first of ours that it names, in its order; English where it names none. */
export function requestLocale(headers: IncomingHttpHeaders): Locale {
  const wanted = (headers['accept-language'] ?? '').split(',').map((part) => {
    const [tag = '', quality] = part.trim().split(/;\s*q=/);
    return { language: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 };
  });
  const best = wanted.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  return best.map(({ language }) => language).find(isLocale) ?? 'en';
}
