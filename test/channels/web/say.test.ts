import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePage } from './serving.ts';

const USER = 'anna@acme.example';
let page: Awaited<ReturnType<typeof servePage>>;
let headers: Record<string, string>;
beforeAll(async () => {
  page = await servePage();
  const answer = await fetch(`${page.address}/web/session`);
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const { token } = (await answer.json()) as { token: string };
  headers = { 'content-type': 'application/json', origin: page.address, cookie, 'x-csrf-token': token };
});
afterAll(() => page.close());

const post = (body: string) => fetch(`${page.address}/web/say`, { method: 'POST', body, headers });
async function say(what: Record<string, unknown>) {
  const key = crypto.randomUUID();
  const answer = await post(JSON.stringify({ user: USER, key, ...what }));
  return { status: answer.status, body: await answer.json(), event: page.view.received.get(`web:${USER}:${key}`) };
}
const refused = (status: number, reason: string) => ({
  status,
  body: { error: { code: status === 404 ? 'not_found' : 'invalid', reason } },
});

describe('a text', () => {
  it('comes in as the person on the page, at the time of the server', async () => {
    const before = Date.now();
    const { status, body, event } = await say({ text: 'pokaż zaległe faktury' });
    expect([status, body]).toEqual([202, { accepted: true }]);
    expect(event).toMatchObject({
      conversation: `web:demo:${USER}`,
      user: { channel: 'web', tenantId: 'demo', userId: USER },
      content: { type: 'text', text: 'pokaż zaległe faktury' },
      shared: false,
    });
    expect(Date.parse(event?.at ?? '')).toBeGreaterThanOrEqual(before);
  });

  it('sent again with the same key is the same event', async () => {
    const body = JSON.stringify({ user: USER, key: crypto.randomUUID(), text: 'pay 123' });
    expect(await (await post(body)).json()).toEqual({ accepted: true });
    expect(await (await post(body)).json()).toEqual({ accepted: false });
  });

  it('of 100,000 characters is taken as too long, not kept', async () => {
    const { status, event } = await say({ text: 'ż'.repeat(100_000) });
    expect([status, event?.content]).toEqual([202, { type: 'too_long' }]);
  });

  it('loses its control characters', async () => {
    const { event } = await say({ text: 'pay\u0000 \u202e123\u0007' });
    expect(event?.content).toEqual({ type: 'text', text: 'pay 123' });
  });
});

describe('a press', () => {
  it('comes in with what stands in the fields beside it', async () => {
    const { event } = await say({ press: 'abc', values: { email: ' jan@x.example\u0000' } });
    expect(event?.content).toEqual({ type: 'press', press: 'abc', values: { email: 'jan@x.example' } });
  });

  it.each<Record<string, unknown>>([
    { press: 'x'.repeat(65) },
    { press: 'abc', values: { note: 'x'.repeat(4001) } },
    { press: 'abc', values: { nested: {} } },
  ])('that no button of ours makes is refused: %.60o', async (what) => {
    expect(await say(what)).toMatchObject(refused(400, 'web.say'));
  });
});

describe('what is not a message', () => {
  it.each(['{"user":', '', 'text=hello'])('is refused as broken JSON: %s', async (body) => {
    const answer = await post(body);
    expect({ status: answer.status, body: await answer.json() }).toEqual(refused(400, 'http.body_malformed'));
  });

  it.each(['[]', 'null', '"hello"', '{}', JSON.stringify({ user: USER, key: 'not-a-uuid', text: 'hello' })])(
    'is refused as no message: %s',
    async (body) => {
      const answer = await post(body);
      expect({ status: answer.status, body: await answer.json() }).toEqual(refused(400, 'web.say'));
    },
  );

  it('is refused as too large before it is read to its end', async () => {
    const answer = await post(JSON.stringify({ text: 'x'.repeat(300_000) }));
    expect({ status: answer.status, body: await answer.json() }).toEqual(refused(413, 'http.body_too_large'));
  });
});

it('nobody can be made up', async () => {
  expect(await say({ user: 'mallory@evil.example', text: 'hello' })).toMatchObject(refused(404, 'web.person'));
});
