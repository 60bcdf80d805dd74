import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CodedError } from '../../../src/lib/errors.ts';
import { ANNA, command, message, press, shortcut, submission, TEAM } from './bodies.ts';
import { service } from './service.ts';

const BUSY = /nothing was done.*\n.*nic nie zostało zrobione/;
const values = { name: { name: { type: 'plain_text_input', value: 'Jan' } } };

/** An inbox that takes its time: `arrive` makes it durable, and tells whether it was given up before. */
function slow() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let abandoned: boolean | undefined;
  const take = async (given: () => boolean) => {
    await promise;
    abandoned = given();
  };
  const made = service({
    receive: async (_key, _event, given) => {
      await take(given);
      return true;
    },
    submitForm: async (_submission, given) => {
      await take(given);
      return undefined;
    },
  });
  return { ...made, arrive: resolve, fail: reject, abandoned: () => abandoned };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is not durable within two and a half seconds', () => {
  it('is asked for again where it is an event, and counts should it still arrive', async () => {
    const { post, arrive, abandoned, receiving, calls } = slow();
    const answer = post(message('hello'));
    await vi.advanceTimersByTimeAsync(2500);
    expect(await answer).toEqual({ status: 503 });
    arrive();
    await vi.advanceTimersByTimeAsync(0);
    expect(abandoned()).toBe(false);
    await receiving.stop();
    expect(calls).toEqual([]);
  });

  it.each<[string, object]>([
    ['a press', press()],
    ['the shortcut', shortcut({ text: 'paid?' })],
    ['the command', command('hello')],
    ['a form', submission(values)],
  ])('is not done later where it is %s', async (_, body) => {
    const { post, arrive, abandoned } = slow();
    const answer = post(body);
    await vi.advanceTimersByTimeAsync(2500);
    expect((await answer).status).toBe(200);
    arrive();
    await vi.advanceTimersByTimeAsync(0);
    expect(abandoned()).toBe(true);
  });

  it('is asked for again at once where too much is under way, while a press still has its place', async () => {
    const { post, arrive } = slow();
    const many = Array.from({ length: 400 }, (_, i) => post(message(`hello ${i}`)));
    await vi.advanceTimersByTimeAsync(0);
    expect(await post(message('one more'))).toEqual({ status: 503 });
    const pressed = post(press());
    arrive();
    expect(new Set((await Promise.all(many)).map(({ status }) => status))).toEqual(new Set([200]));
    expect(await pressed).toEqual({ status: 200 });
    const after = post(message('hello again'));
    expect(await after).toEqual({ status: 200 });
  });

  it('is waited for until then', async () => {
    const { post, arrive, abandoned } = slow();
    const answer = post(press());
    await vi.advanceTimersByTimeAsync(2499);
    arrive();
    expect(await answer).toEqual({ status: 200 });
    expect(abandoned()).toBe(false);
  });

  it('and fails after that is logged', async () => {
    const { post, fail, lines } = slow();
    const answer = post(message('hello'));
    await vi.advanceTimersByTimeAsync(2500);
    await answer;
    fail(new Error('connection lost'));
    await vi.advanceTimersByTimeAsync(0);
    expect(lines.join()).toContain('connection lost');
  });
});

describe('that nothing was done', () => {
  const broken = () => Promise.reject(new CodedError('unavailable', 'database'));
  const busy = () => service({ receive: broken, submitForm: broken });

  it('stands under a command', async () => {
    const answer = await busy().post(command('hello'));
    expect(answer.headers?.['content-type']).toContain('application/json');
    expect(JSON.parse(String(answer.body))).toEqual({ response_type: 'ephemeral', text: expect.stringMatching(BUSY) });
  });

  it('stands in a form, which keeps what was filled in', async () => {
    const answer = await busy().post(submission(values));
    expect(JSON.parse(String(answer.body))).toEqual({
      response_action: 'errors',
      errors: { name: expect.stringMatching(BUSY) },
    });
  });

  it.each<[string, object, object]>([
    ['a press in direct messages', press(), {}],
    ['a press in a channel', press({}, { channel: { id: 'C0SALES' } }), { channelId: 'C0SALES' }],
    [
      'a press in a thread',
      press({}, { channel: { id: 'C0SALES' }, container: { thread_ts: '1767225500.000900' } }),
      { channelId: 'C0SALES', threadTs: '1767225500.000900' },
    ],
    ['the shortcut', shortcut({ text: 'paid?' }), { channelId: 'C0SALES' }],
    ['a form without fields', submission({}), {}],
  ])('is told to whoever did %s', async (_, body, place) => {
    const { post, told, receiving } = busy();
    expect(await post(body)).toEqual({ status: 200 });
    await receiving.stop();
    expect(told()).toMatchObject([
      { address: { teamId: TEAM, userId: ANNA, ...place }, text: expect.stringMatching(BUSY) },
    ]);
  });

  it('is told at no address but Slack’s', async () => {
    const { post, told, receiving } = busy();
    await post(press({}, { response_url: 'https://evil.example/' }));
    await receiving.stop();
    expect(told()[0]).not.toHaveProperty('responseUrl');
  });

  it('is what a second try of a form can still change', async () => {
    const keys: string[] = [];
    const { post } = service({
      async submitForm({ key }) {
        keys.push(key);
        if (keys.length === 1) throw new CodedError('unavailable', 'database');
        return undefined;
      },
    });
    await post(submission(values));
    await post(submission(values, { trigger_id: '13.14.mno' }));
    expect(new Set(keys).size).toBe(2);
  });
});

describe('an event', () => {
  it.each([new CodedError('unavailable', 'database'), new Error('connection lost')])(
    'that could not be taken in (%s) is asked for again',
    async (error) => {
      const { post, lines } = service({ receive: () => Promise.reject(error) });
      expect(await post(message('secret words'))).toEqual({ status: 503 });
      expect(lines.join()).toContain(error.message);
      expect(lines.join()).not.toContain('secret words');
    },
  );

  it('that nobody could ever take in is not asked for again', async () => {
    const { post } = service({ receive: () => Promise.reject(new CodedError('invalid', 'event')) });
    expect(await post(message('hello'))).toEqual({ status: 200 });
  });

  it('is answered before anything but its insert is waited for', async () => {
    const never = () => new Promise<never>(() => undefined);
    const { post } = service({ working: never, homeOpened: never, openForm: never });
    expect(await post(message('hello'))).toEqual({ status: 200 });
    expect(await post(press({ action_id: 'form:0' }))).toEqual({ status: 200 });
  });

  it('whose status could not be shown is still taken in', async () => {
    const { post, inbox, lines, receiving } = service({ working: () => Promise.reject(new Error('no such thread')) });
    expect(await post(message('hello'))).toEqual({ status: 200 });
    await receiving.stop();
    expect([inbox.size, lines.join().includes('no such thread')]).toEqual([1, true]);
  });
});
