import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COOKIE } from '../../../src/channels/web/guard.ts';
import { servePage } from './serving.ts';

let page: Awaited<ReturnType<typeof servePage>>;
let cookie = '';
let token = '';
beforeAll(async () => {
  page = await servePage();
  const answer = await fetch(`${page.address}/web/session`);
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  token = ((await answer.json()) as { token: string }).token;
});
afterAll(() => page.close());

interface Sent {
  status: number | undefined;
  reason: string | undefined;
}

/** A request as anything may write it; fetch would not let a test forge Host and Origin. */
function send(method: 'GET' | 'POST', path: string, headers: Record<string, string>, body = ''): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const sent = request(`${page.address}${path}`, { method, headers }, (res) => {
      let text = '';
      res.on('data', (data) => {
        text += data;
      });
      res.on('end', () => {
        const reason = text.startsWith('{') ? JSON.parse(text).error?.reason : undefined;
        resolve({ status: res.statusCode, reason });
      });
    });
    sent.on('error', reject).end(body);
  });
}

const own = () => ({ origin: page.address, cookie, 'x-csrf-token': token, 'content-type': 'application/json' });
const say = (headers: Record<string, string>) => {
  const key = crypto.randomUUID();
  return send('POST', '/web/say', headers, JSON.stringify({ user: 'anna@acme.example', key, text: 'hello' }));
};

const PATHS = ['/', '/web/', '/web/app.js', '/web/session', '/web/people', '/web/messages?user=a', '/web/mails'];

describe('the page is refused', () => {
  it.each([
    'Forwarded',
    'X-Forwarded-For',
    'X-Forwarded-Host',
    'X-Forwarded-Proto',
    'X-Real-IP',
    'Via',
    'CF-Connecting-IP',
    'CF-Ray',
    'True-Client-IP',
  ])('through a proxy that says so by %s, everywhere', async (header) => {
    for (const path of PATHS) {
      expect(await send('GET', path, { [header]: '203.0.113.7' })).toEqual({ status: 403, reason: 'web.forwarded' });
    }
    expect(await say({ ...own(), [header]: '203.0.113.7' })).toEqual({ status: 403, reason: 'web.forwarded' });
  });

  it.each(['evil.example', 'evil.example:3978', 'localhost', '127.0.0.1:1', 'localhost.evil.example'])(
    'under the name %s, which some DNS may point here',
    async (host) => {
      for (const path of PATHS) {
        expect(await send('GET', path, { host })).toEqual({ status: 403, reason: 'web.host' });
      }
    },
  );

  it.each(['https://evil.example', 'null', 'http://localhost'])('to a page of %s', async (origin) => {
    expect(await send('GET', '/web/people', { origin })).toEqual({ status: 403, reason: 'web.origin' });
    expect(await say({ ...own(), origin })).toEqual({ status: 403, reason: 'web.origin' });
  });

  it('to a POST that does not say where it comes from', async () => {
    const { origin: _, ...headers } = own();
    expect(await say(headers)).toEqual({ status: 403, reason: 'web.origin' });
  });

  it.each(['cross-site', 'same-site'])('to a frame or an image of another site (%s)', async (site) => {
    const headers = { 'sec-fetch-site': site };
    expect(await send('GET', '/web/messages?user=a', headers)).toEqual({ status: 403, reason: 'web.origin' });
  });
});

describe('saying something', () => {
  it('is taken from the page itself', async () => {
    expect((await say(own())).status).toBe(202);
    const host = page.address.replace('http://127.0.0.1', 'localhost');
    expect((await say({ ...own(), host, origin: `http://${host}` })).status).toBe(202);
  });

  it.each<[string, () => Record<string, string>]>([
    ['without a token', () => ({ 'x-csrf-token': '' })],
    ['with a token without the cookie', () => ({ cookie: '' })],
    ["with another browser's cookie", () => ({ cookie: `${COOKIE}=somebody-else` })],
    ['with a token that is forged', () => ({ 'x-csrf-token': `${token.split('.')[0]}.AAAA` })],
  ])('is refused %s', async (_, changed) => {
    expect(await say({ ...own(), ...changed() })).toEqual({ status: 403, reason: 'web.csrf' });
  });
});

it('the cookie is for this page alone, and no script or other site gets it', async () => {
  const answer = await fetch(`${page.address}/web/session`);
  expect(answer.headers.get('set-cookie')).toMatch(/^portal_page=[\w-]{20,}; Path=\/web; HttpOnly; SameSite=Strict$/);
});

it('each page load has its own token, and the earlier ones stay good', async () => {
  const answer = await fetch(`${page.address}/web/session`, { headers: { cookie } });
  const { token: another } = (await answer.json()) as { token: string };
  expect(another).not.toBe(token);
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect((await say({ ...own(), 'x-csrf-token': another })).status).toBe(202);
  expect((await say(own())).status).toBe(202);
});

it('the page runs its own files alone and stands in no frame', async () => {
  const { headers } = await fetch(`${page.address}/web/`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get('x-frame-options')).toBe('DENY');
});
