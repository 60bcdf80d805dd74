import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slackReceiving } from '../../../src/channels/slack/receive/receiving.ts';
import { createServer } from '../../../src/http/server.ts';
import { quietLog } from '../../support/log.ts';
import { command, message, press } from './bodies.ts';
import { NOW, request, SECRET, service, signed } from './service.ts';

const { receiving, inbox } = service();
const server = createServer({ log: quietLog, routes: receiving.routes });
let address = '';
beforeAll(async () => {
  address = await server.listen(0, '127.0.0.1');
});
afterAll(() => server.close(1000));

const send = ({ body, ...headers }: ReturnType<typeof request>) =>
  fetch(`${address}/slack/events`, { method: 'POST', body, headers });
const CHARSET = '; charset=utf-8';

describe('POST /slack/events', () => {
  it.each<[string, object]>([
    ['an event', message('pokaż zaległe faktury, żółw')],
    ['a press', press()],
    ['a command', command('pokaż & <opłać>')],
  ])('takes in %s, over a signature of the bytes themselves', async (_, body) => {
    const before = inbox.size;
    const sent = request(body, NOW);
    const answer = await send({ ...sent, 'content-type': `${sent['content-type']}${CHARSET}` });
    expect([answer.status, await answer.text(), inbox.size]).toEqual([200, '', before + 1]);
  });

  it('takes in the same from any number of deliveries at once', async () => {
    const before = inbox.size;
    const sent = request(message('hello', { ts: '1767225603.000100' }), NOW);
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(sent)));
    expect([new Set(answers.map(({ status }) => status)), inbox.size]).toEqual([new Set([200]), before + 1]);
  });

  it.each<[string, ReturnType<typeof request>, number]>([
    ['a forged one', request(message('hello'), NOW, 'another secret'), 401],
    ['one without a signature', { body: '{}', 'content-type': 'application/json' }, 401],
    ['one of another type', { ...request(message('hello'), NOW), 'content-type': 'text/plain' }, 415],
    ['a packed one', { ...request(message('hello'), NOW), 'content-encoding': 'gzip' }, 415],
    ['too large a one', request(message('x'.repeat(300_000)), NOW), 413],
    ['a malformed one', { body: '{', 'content-type': 'application/json', ...signed('{', NOW) }, 400],
  ])('refuses %s', async (_, sent, status) => {
    const before = inbox.size;
    const answer = await send(sent);
    expect([answer.status, inbox.size]).toEqual([status, before]);
    expect(await answer.text()).not.toContain(SECRET);
    if (status === 413) expect(answer.headers.get('connection')).toBe('close');
  });

  it('is the only way', async () => {
    expect((await fetch(`${address}/slack/events`)).status).toBe(405);
  });
});

it('is not served without a signing secret', () => {
  const nothing = async () => undefined;
  const handlers = {
    ...{ receive: async () => true, amend: nothing, withdraw: nothing, openForm: nothing, submitForm: nothing },
    ...{ homeOpened: nothing, working: nothing, ended: nothing, busy: nothing },
  };
  expect(slackReceiving({ clock: { now: () => NOW }, log: quietLog, handlers }).routes).toEqual([]);
});
