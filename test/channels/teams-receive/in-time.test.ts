import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HttpRequest } from '../../../src/http/exchange.ts';
import { CodedError } from '../../../src/lib/errors.ts';
import { fakeTeams } from '../../support/fake-teams.ts';
import { activities, anna, service } from './service.ts';

const { message, edit, removal, press, refresh, extension, installation } = activities;
const teams = await fakeTeams();
const NOT_TAKEN = { status: 503, body: { error: { code: 'unavailable', reason: 'teams.not_taken' } } };

/** Handlers that take their time: `arrive` lets them end, and tells whether they were given up before. */
function slow() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let abandoned: boolean | undefined;
  const wait = () => promise;
  const made = service({
    async receive(_key, _event, given) {
      await promise;
      abandoned = given();
      return true;
    },
    ...{ amend: wait, withdraw: wait, installed: wait },
    refresh: () => promise.then(() => ({})),
    search: () => promise.then(() => ({})),
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
  it('is refused where it is a message, and served should it still arrive', async () => {
    const { post, arrive, abandoned, told } = slow();
    const answer = post(message(anna, 'hello'));
    await vi.advanceTimersByTimeAsync(2500);
    expect(await answer).toEqual(NOT_TAKEN);
    arrive();
    await vi.advanceTimersByTimeAsync(0);
    expect(abandoned()).toBe(false);
    expect(await told('seen')).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['an edit', edit(anna, '17', 'hello')],
    ['a deletion', removal(anna, '17')],
    ['an installation', installation(anna, 'add')],
  ])('is to be sent again where it is %s', async (_, activity) => {
    const { post } = slow();
    const answer = post(activity);
    await vi.advanceTimersByTimeAsync(2500);
    expect(await answer).toEqual(NOT_TAKEN);
  });

  it('is not done later where it is a press, and the person is told so', async () => {
    const { post, arrive, abandoned, told } = slow();
    const answer = post(press(anna, 'p-1', {}, { locale: 'pl-PL' }));
    await vi.advanceTimersByTimeAsync(2500);
    expect(await answer).toMatchObject({
      status: 200,
      body: { value: expect.stringMatching(/nic nie zostało zrobione/) },
    });
    arrive();
    await vi.advanceTimersByTimeAsync(0);
    expect(abandoned()).toBe(true);
    expect(await told('seen')).toEqual([]);
  });

  it.each<[string, object]>([
    ['a card’s current form', refresh(anna, {}, 'manual')],
    ['a search', extension(anna, 'query', {})],
  ])('is answered all the same where it is %s', async (_, activity) => {
    const { post } = slow();
    const answer = post(activity);
    await vi.advanceTimersByTimeAsync(2500);
    expect(JSON.stringify(await answer)).toMatch(/"status":200.*nothing was done/);
  });

  it('leaves what became of it in the log', async () => {
    const { post, fail, lines } = slow();
    const answer = post(message(anna, 'hello'));
    await vi.advanceTimersByTimeAsync(2500);
    await answer;
    fail(new Error('connection lost'));
    await vi.advanceTimersByTimeAsync(0);
    expect(lines.join()).toMatch(/a request that Teams no longer waits for failed/);
  });

  it('is what happens to a token whose key does not come', async () => {
    const app = { appId: teams.appId, type: 'MultiTenant', openIdMetadataUrl: teams.openIdUrl } as const;
    const { receiving } = service({}, app);
    const { arrived, release } = teams.hold('oidc');
    const headers = { authorization: teams.authorization() };
    const [route] = receiving.routes;
    const answer = Promise.resolve(route?.handle({ headers, body: '{}' } as HttpRequest)).catch((err: unknown) => err);
    await arrived;
    await vi.advanceTimersByTimeAsync(2500);
    expect(await answer).toMatchObject({ code: 'unavailable', reason: 'teams.keys' });
    release();
  });
});

describe('what is durable', () => {
  it('just in time is taken in', async () => {
    const { post, arrive, abandoned } = slow();
    const answer = post(press(anna, 'p-1'));
    await vi.advanceTimersByTimeAsync(2499);
    arrive();
    expect((await answer).status).toBe(200);
    expect(abandoned()).toBe(false);
  });

  it('is answered without waiting for what follows', async () => {
    const never = () => new Promise<never>(() => undefined);
    const { post } = service({ seen: never, working: never, elsewhere: never, fileConsent: never });
    expect(await post(message(anna, 'hello'))).toEqual({ status: 200 });
    expect(await post(activities.consent(anna, 'decline', {}))).toEqual({ status: 200 });
  });

  it('is answered well though what follows fails, which the log tells', async () => {
    const { post, receiving, lines } = service({ working: () => Promise.reject(new Error('gone')) });
    expect(await post(message(anna, 'hello'))).toEqual({ status: 200 });
    await receiving.stop();
    expect(lines.join()).toMatch(/what follows an answer to Teams failed/);
  });
});

describe('a message that cannot be taken in', () => {
  it.each<[string, Error, number]>([
    ['for want of a database', new Error('connection refused'), 503],
    ['just now', new CodedError('unavailable', 'database'), 503],
    ['ever', new CodedError('invalid', 'event'), 400],
  ])('%s is refused so that Teams knows', async (_, error, status) => {
    const { post, told } = service({ receive: () => Promise.reject(error) });
    expect((await post(message(anna, 'hello'))).status).toBe(status);
    expect(await told('seen')).toEqual([]);
  });
});
