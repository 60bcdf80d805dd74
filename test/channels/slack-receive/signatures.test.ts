import { describe, expect, it } from 'vitest';
import { ANNA, message, press, TEAM } from './bodies.ts';
import { ask, NOW, request, SECRET, service, signed } from './service.ts';

const MINUTE = 60_000;

describe('a request', () => {
  const good = request(message('hello'), NOW);
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': stamp, ...unsigned } = good;
  const at = (moment: Date) => request(message('hello'), moment);
  const seconds = Number(stamp);

  it.each<[string, Record<string, string>]>([
    ['without a signature', unsigned],
    ['without its moment', { ...unsigned, 'x-slack-signature': signature ?? '' }],
    ['signed with another secret', request(message('hello'), NOW, 'another secret')],
    ['with another body', { ...good, body: good.body.replace('hello', 'hullo') }],
    ['with a body changed in nothing that JSON would show', { ...good, body: `${good.body} ` }],
    ['with another moment', { ...good, 'x-slack-request-timestamp': String(seconds + 1) }],
    ['with too short a signature', { ...good, 'x-slack-signature': 'v0=abc' }],
    ['with too long a signature', { ...good, 'x-slack-signature': `${signature}00` }],
    ['with an empty signature', { ...good, 'x-slack-signature': '' }],
    ['of another version', { ...good, 'x-slack-signature': (signature ?? '').replace('v0', 'v1') }],
    ['signed twice', { ...good, 'x-slack-signature': `${signature}, ${signature}` }],
    ['with two moments', { ...good, 'x-slack-request-timestamp': `${stamp}, ${stamp}` }],
    ['with a moment that is no number', { ...good, ...signed(good.body, NOW), 'x-slack-request-timestamp': 'NaN' }],
    ['older than five minutes', at(new Date(NOW.getTime() - 5 * MINUTE - 1000))],
    ['of a time to come', at(new Date(NOW.getTime() + 5 * MINUTE + 1000))],
  ])('%s is refused without a word', async (_, sent) => {
    const { route, inbox } = service();
    expect(await ask(route, { body: '', ...sent })).toEqual({ status: 401 });
    expect(inbox.size).toBe(0);
  });

  it('of up to five minutes ago is taken in', async () => {
    const { route, inbox } = service();
    expect(await ask(route, at(new Date(NOW.getTime() - 5 * MINUTE)))).toEqual({ status: 200 });
    expect(inbox.size).toBe(1);
  });

  it('replayed within that time is the same event, and refused after it', async () => {
    const { route, inbox, later } = service();
    await ask(route, good);
    later(4 * MINUTE);
    expect(await ask(route, good)).toEqual({ status: 200 });
    later(2 * MINUTE);
    expect(await ask(route, good)).toEqual({ status: 401 });
    expect(inbox.size).toBe(1);
  });

  it('that Slack repeats, newly signed and minutes later, is the same event', async () => {
    const { post, inbox, calls, later, receiving } = service();
    for (const retry of ['1', '2', '3']) {
      await post(message('hello'), { 'x-slack-retry-num': retry, 'x-slack-retry-reason': 'http_timeout' });
      later(7 * MINUTE);
    }
    await receiving.stop();
    expect([inbox.size, calls.length]).toEqual([1, 1]);
  });

  it('is not written to the log, nor why it was refused to whoever sent it', async () => {
    const { route, lines } = service();
    await ask(route, good);
    await ask(route, { ...good, 'x-slack-signature': 'v0=abc' });
    expect(lines.join()).not.toMatch(new RegExp(`hello|${SECRET}|${stamp}`));
  });
});

describe('Slack’s own questions', () => {
  it('whether the address is ours is answered with its challenge', async () => {
    const { post } = service();
    const answer = await post({ type: 'url_verification', token: 'legacy', challenge: '3eZbrw1a' });
    expect([answer.status, JSON.parse(String(answer.body))]).toEqual([200, { challenge: '3eZbrw1a' }]);
  });

  it('whether the address is ours is not answered to anybody else', async () => {
    const { route } = service();
    const forged = request({ type: 'url_verification', challenge: '3eZbrw1a' }, NOW, 'another secret');
    expect(await ask(route, forged)).toEqual({ status: 401 });
  });

  it('whether TLS works needs no signature, and carries nothing in', async () => {
    const { route, inbox } = service();
    const type = 'application/x-www-form-urlencoded; charset=utf-8';
    const fields = new URLSearchParams({ ssl_check: '1', payload: JSON.stringify(press()), command: '/portal' });
    expect(await ask(route, { body: String(fields), 'content-type': type })).toEqual({ status: 200 });
    expect(inbox.size).toBe(0);
  });
});

describe('a signed body', () => {
  const of = (body: string, type = 'application/json') => ({ body, 'content-type': type, ...signed(body, NOW) });
  const form = 'application/x-www-form-urlencoded';

  it.each([of('{"a":'), of('[]'), of('null'), of('"text"'), of('payload=%7B', form), of('payload=1', form)])(
    'that is no object ($body) is malformed',
    async (sent) => {
      await expect(async () => ask(service().route, sent)).rejects.toMatchObject({ reason: 'http.body_malformed' });
    },
  );

  it.each<[string, object]>([
    ['of a kind nobody knows', { type: 'tea', user: { id: ANNA, team_id: TEAM } }],
    ['of nothing', {}],
    ['of an event of another kind', { type: 'event_callback', event: { type: 'reaction_added', item: {} } }],
    ['of an event that is none', { type: 'event_callback', event: null }],
    ['of an event with half of it missing', { type: 'event_callback', team_id: TEAM, event: { type: 'app_mention' } }],
    ['of an event with odd parts', { type: 'event_callback', event: { type: 'message', item: null } }],
    ['of a press of nothing', { type: 'block_actions', actions: [], user: { id: ANNA, team_id: TEAM } }],
    ['of a press of nobody', { type: 'block_actions', actions: [{ action_id: 'press:0' }] }],
    ['of a form without a view', { type: 'view_submission' }],
    ['of a message with another channel’s type', message('hello', { channel_type: 7 })],
  ])('%s is answered, taken for nothing, and ends nothing', async (_, body) => {
    const { post, inbox, receiving } = service();
    expect(await post(body)).toMatchObject({ status: 200 });
    await receiving.stop();
    expect(inbox.size).toBe(0);
  });
});
