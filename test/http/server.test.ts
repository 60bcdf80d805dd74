import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../src/http/exchange.ts';
import { createServer } from '../../src/http/server.ts';
import { CodedError } from '../../src/lib/errors.ts';
import { createLogger } from '../../src/lib/logger.ts';

let lines = '';
const log = createLogger({ level: 'debug', destination: { write: (line) => (lines += line) } });

const routes: Route[] = [
  { method: 'GET', path: '/things/:token', handle: ({ params }) => ({ status: 200, body: params.token ?? '' }) },
  { method: 'POST', path: '/json', body: 'json', handle: ({ body }) => ({ status: 200, body: JSON.stringify(body) }) },
  { method: 'POST', path: '/form', body: 'form', handle: ({ body }) => ({ status: 200, body: JSON.stringify(body) }) },
  { method: 'POST', path: '/raw', body: 'raw', handle: ({ body }) => ({ status: 200, body: String(body) }) },
  {
    method: 'GET',
    path: '/broken',
    handle: () => {
      throw new Error('the password is hunter2');
    },
  },
  {
    method: 'GET',
    path: '/coded',
    handle: () => {
      throw new CodedError('conflict', 'taken', { secret: 'of the house' });
    },
  },
];

let address = '';
const server = createServer({ log, routes });
beforeAll(async () => {
  address = await server.listen(0, '127.0.0.1');
});
afterAll(() => server.close(1000));

/** What comes back for these bytes, until the server ends the connection. */
function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(request));
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}

const get = (path: string, host = 'localhost') =>
  raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
const post = (path: string, body: string, type = 'application/json', headers: Record<string, string> = {}) =>
  fetch(address + path, { method: 'POST', body, headers: { 'content-type': type, ...headers } });

describe('an answer', () => {
  it('forbids frames, sniffing, referrers and whatever a page does not need', async () => {
    const { headers } = await fetch(`${address}/things/1`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('server')).toBeNull();
  });

  it('to HEAD has no body', async () => {
    const answer = await fetch(`${address}/things/1`, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it.each([
    ['/broken', 500, 'internal', 'unexpected'],
    ['/coded', 409, 'conflict', 'taken'],
    ['/nowhere', 404, 'not_found', 'http.path'],
    ['/json', 405, 'invalid', 'http.method'],
  ])('for %s is %i and coded, without stack, message or details', async (path, status, code, reason) => {
    const answer = await fetch(address + path);
    expect([answer.status, await answer.json()]).toEqual([status, { error: { code, reason } }]);
  });
});

describe('an address that can not be read', () => {
  it.each([
    ['http://[', 'localhost'],
    ['/things/1', '['],
    ['/things/1', 'host/things'],
    ['/things/1', 'host:99999'],
  ])('%s of host "%s" is refused and ends nothing', async (path, host) => {
    expect(await get(path, host)).toMatch(/^HTTP\/1.1 400 /);
    expect((await fetch(`${address}/things/1`)).status).toBe(200);
  });

  it.each(['//', '/%', '/things/%E0%A4%A', '/%00', '//evil.example/things/1', `/things/${'x'.repeat(500)}`])(
    '%s is not found',
    async (path) => {
      expect(await get(path)).toMatch(/^HTTP\/1.1 404 /);
    },
  );
});

describe('a body', () => {
  it('is read as JSON or as a form', async () => {
    expect(await (await post('/json', '{"a":[1]}')).json()).toEqual({ a: [1] });
    const form = await post('/form', 'a=1&b=%C5%82', 'application/x-www-form-urlencoded; charset=utf-8');
    expect(await form.json()).toEqual({ a: '1', b: 'ł' });
  });

  it.each([
    ['{"a" : [1]}\n', 'application/json; charset=utf-8'],
    ['a=1&a=%C5%82+', 'application/x-www-form-urlencoded; charset=utf-8'],
    ['{"a":', 'application/json'],
  ])('%s is untouched where a signature is to be checked', async (body, type) => {
    expect(await (await post('/raw', body, type)).text()).toBe(body);
  });

  it.each([
    ['text/plain', 1, 415],
    ['application/json', 300_000, 413],
  ])('of %s and %i bytes is refused untouched, too', async (type, size, status) => {
    const answer = await post('/raw', 'x'.repeat(size), type);
    expect([answer.status, answer.headers.get('connection')]).toEqual([
      status,
      status === 413 ? 'close' : 'keep-alive',
    ]);
  });

  it.each([
    ['{"a":', 'application/json', 400, 'http.body_malformed'],
    ['', 'application/json', 400, 'http.body_malformed'],
    ['{}', 'text/plain', 415, 'http.body_type'],
    [`"${'x'.repeat(256 * 1024)}"`, 'application/json', 413, 'http.body_too_large'],
  ])('%.20s as %s is answered with %i', async (body, type, status, reason) => {
    const answer = await post('/json', body, type);
    expect([answer.status, await answer.json()]).toEqual([status, { error: { code: 'invalid', reason } }]);
  });

  it('that says nothing of its length is cut off at the limit', async () => {
    const size = 300_000;
    const head =
      'POST /json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(await raw(`${head}${size.toString(16)}\r\n${'x'.repeat(size)}`)).toMatch(/^HTTP\/1.1 413 /);
  });

  it('that is packed is not unpacked', async () => {
    expect((await post('/json', '{}', 'application/json', { 'content-encoding': 'gzip' })).status).toBe(415);
  });
});

describe('the log', () => {
  it('names routes, never what stood in a path', async () => {
    await fetch(`${address}/things/very-secret`);
    await fetch(`${address}/nowhere/very-secret`);
    expect(lines).toContain('/things/:token');
    expect(lines).not.toContain('very-secret');
  });

  it('keeps the cause that the client is not told', () => {
    expect(lines).toContain('hunter2');
  });
});
