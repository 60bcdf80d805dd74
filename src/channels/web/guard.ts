import type { IncomingHttpHeaders } from 'node:http';
import type { Csrf } from '../../http/csrf.ts';
import type { HttpRequest, Route } from '../../http/exchange.ts';
import { CodedError } from '../../lib/errors.ts';
import { isLoopback } from './allowed.ts';

/** The strict same-site cookie that a token is bound to; sent nowhere but under /web. */
export const COOKIE = 'portal_page';

/**
 * A route that serves this machine's own browser on this page and nobody else (PRODUCT.md section 10): no proxy, no other
 * name for the address (DNS rebinding), no other site's page, and no POST without this page's token.
 */
export const guarded = (route: Route, csrf: Csrf): Route => ({
  ...route,
  handle(request) {
    const reason = refusal(request, csrf);
    if (reason) throw new CodedError('forbidden', reason);
    return route.handle(request);
  },
});

function refusal(request: HttpRequest, csrf: Csrf): string | undefined {
  const { headers, local, remoteAddress, method, cookies } = request;
  if (!isLoopback(remoteAddress) || !isLoopback(local.address)) return 'web.not_local';
  if (isForwarded(headers)) return 'web.forwarded';
  const host = headers.host?.toLowerCase() ?? '';
  if (!hostsOf(local).includes(host)) return 'web.host';
  if (isForeign(headers, host, method)) return 'web.origin';
  if (method === 'POST' && !csrf.valid(cookies[COOKIE], headers['x-csrf-token'])) return 'web.csrf';
  return undefined;
}

/** The names of the address that is listened on; a browser leaves out the port 80. */
function hostsOf({ address, port }: HttpRequest['local']): string[] {
  const ip = address.replace(/^::ffff:/i, '');
  const names = ['localhost', ip.includes(':') ? `[${ip}]` : ip];
  return names.flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);
}

/** A browser names the page that asks: always with a POST, and as the same site with everything a page of ours asks for. */
function isForeign(headers: IncomingHttpHeaders, host: string, method: string): boolean {
  const { origin, 'sec-fetch-site': site = 'none' } = headers;
  if (origin === undefined ? method === 'POST' : origin !== `http://${host}`) return true;
  return site !== 'same-origin' && site !== 'none';
}

const isForwarded = (headers: IncomingHttpHeaders): boolean =>
  Object.keys(headers).some((name) => FORWARDING.test(name));

const FORWARDING = /^(forwarded|via|x-forwarded(-.*)?|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-.*)$/;
