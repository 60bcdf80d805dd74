import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createServer } from '../../../src/http/server.ts';
import { createLogger } from '../../../src/lib/logger.ts';
import { fakeTeams } from '../../support/fake-teams.ts';
import type { TokenOptions } from '../../support/fake-teams-tokens.ts';
import { quietLog } from '../../support/log.ts';
import { teamsActivities } from '../../support/teams-activities.ts';
import { service } from './service.ts';

const teams = await fakeTeams();
const activities = teamsActivities(teams);
const anna = teams.person('anna');
const app = { appId: teams.appId, type: 'MultiTenant', openIdMetadataUrl: teams.openIdUrl } as const;
const { receiving, inbox, lines } = service({}, app);
const server = createServer({ log: quietLog, routes: receiving.routes });
let address = '';
beforeAll(async () => {
  address = `${await server.listen(0, '127.0.0.1')}/api/messages`;
});
afterAll(() => server.close(1000));
beforeEach(() => {
  // The library writes of its own accord what it thinks of a token.
  vi.spyOn(console, 'error').mockReturnValue(undefined);
});

const HOUR = 3600;
const now = Math.floor(Date.now() / 1000);
const emulator = { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0' };

/** The status, what is said, and whether anything was taken in. */
async function sent(headers: Record<string, string>, body: string | object = activities.message(anna, 'hello')) {
  const before = inbox.size;
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  const answer = await fetch(address, { ...init, body: typeof body === 'string' ? body : JSON.stringify(body) });
  return { status: answer.status, said: await answer.text(), taken: inbox.size - before, headers: answer.headers };
}

const signed = (options?: TokenOptions) => ({ authorization: teams.authorization(options) });

describe('an activity', () => {
  it('signed by Teams for this app is taken in', async () => {
    expect(await sent(signed())).toMatchObject({ status: 200, said: '', taken: 1 });
  });

  it('is believed up to five minutes after its token ended', async () => {
    expect((await sent(signed({ claims: { exp: now - 200 } }))).status).toBe(200);
  });

  it.each<[string, Record<string, string>]>([
    ['without a token', {}],
    ['with an empty token', { authorization: '' }],
    ['with garbage for a token', { authorization: 'Bearer garbage' }],
    ['with three parts of garbage', { authorization: 'Bearer a.b.c' }],
    ['with parts that are JSON but no objects', { authorization: 'Bearer bnVsbA.bnVsbA.bnVsbA' }],
    ['with a token of another scheme', { authorization: teams.authorization().replace('Bearer', 'Basic') }],
    ['with two tokens', { authorization: `${teams.authorization()}, ${teams.authorization()}` }],
    ['with an expired token', signed({ claims: { nbf: now - 2 * HOUR, exp: now - HOUR } })],
    ['with a token that never ends', signed({ claims: { exp: undefined } })],
    ['with a token that ends in words', signed({ claims: { exp: 'tomorrow' } })],
    ['with a token for later', signed({ claims: { nbf: now + HOUR, exp: now + 2 * HOUR } })],
    ['for another app', signed({ claims: { aud: 'another-app' } })],
    ['for several apps', signed({ claims: { aud: [teams.appId, 'another-app'] } })],
    ['for no app', signed({ claims: { aud: undefined } })],
    ['of another issuer', signed({ claims: { iss: 'https://issuer.example' } })],
    ['of no issuer', signed({ claims: { iss: undefined } })],
    ['of the emulator', signed({ claims: { ...emulator, appid: teams.appId } })],
    ['of another bot', signed({ claims: { ...emulator, appid: 'another-app' } })],
    ['with an unknown key', signed({ header: { kid: 'another-key' } })],
    ['with no key', signed({ header: { kid: undefined } })],
    ['signed by another key under the name of the right one', signed({ foreignKey: true })],
    ['with a signature of another token', { authorization: mixed() }],
    ['with `alg: none`', signed({ header: { alg: 'none' } })],
    ['with a secret’s algorithm', signed({ header: { alg: 'HS256' } })],
    ['with an algorithm that is none', signed({ header: { alg: {} } })],
    ['without a service url in its token', signed({ claims: { serviceurl: undefined } })],
    ['from another service url than its token’s', signed({ claims: { serviceurl: 'https://smba.example/' } })],
  ])('%s is refused without a word', async (_, headers) => {
    const answer = await sent(headers);
    expect(answer).toMatchObject({ status: 401, said: '', taken: 0 });
    expect([...answer.headers].join()).not.toContain('127.0.0.1');
  });

  it('that names another channel gains nothing by it', async () => {
    const emulated = { ...activities.message(anna, 'hello'), channelId: 'AseChannel' };
    expect(await sent(signed({ claims: { ...emulator, appid: teams.appId } }), emulated)).toMatchObject({
      status: 401,
    });
    expect(await sent(signed(), emulated)).toMatchObject({ status: 400, taken: 0 });
    expect(await sent(signed(), { ...emulated, channelId: 'webchat' })).toMatchObject({ status: 400, taken: 0 });
  });

  it('is not read before its token is known to be good', async () => {
    expect((await sent({}, '{')).status).toBe(401);
    expect((await sent(signed(), '{')).status).toBe(400);
  });

  it.each<[string, string | object]>([
    ['without a type', { ...activities.message(anna, 'hello'), type: undefined }],
    ['that is no object', '[]'],
    ['that is nothing', 'null'],
    ['from nowhere', { ...activities.message(anna, 'hello'), serviceUrl: undefined }],
  ])('%s is malformed', async (_, body) => {
    expect(await sent(signed(), body)).toMatchObject({ status: 400, taken: 0 });
  });

  it('too large or not JSON is refused, whoever sent it', async () => {
    const large = await sent(signed(), activities.message(anna, 'x'.repeat(300_000)));
    expect([large.status, large.headers.get('connection')]).toEqual([413, 'close']);
    expect((await sent({ ...signed(), 'content-type': 'text/plain' })).status).toBe(415);
    expect((await sent({ ...signed(), 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it('comes in by POST alone', async () => {
    expect((await fetch(address)).status).toBe(405);
  });

  it('sent many times at once is one', async () => {
    const before = inbox.size;
    const activity = activities.message(anna, 'once');
    const answers = await Promise.all(Array.from({ length: 20 }, () => teams.post(address, activity)));
    expect([new Set(answers.map(({ status }) => status)), inbox.size]).toEqual([new Set([200]), before + 1]);
  });

  it('leaves neither its text nor its token in the log', async () => {
    const headers = signed();
    await sent(headers, activities.message(anna, 'a secret wish'));
    await sent(signed({ foreignKey: true }), activities.message(anna, 'a secret wish'));
    expect(lines.join()).not.toMatch(/secret wish|Bearer/);
    expect(lines.join()).not.toContain(headers.authorization);
  });
});

describe('where the keys can’t be had', () => {
  const cold = () => {
    const { receiving } = service({}, { ...app, openIdMetadataUrl: `${teams.openIdUrl}?${crypto.randomUUID()}` });
    return createServer({ log: createLogger({ level: 'silent' }), routes: receiving.routes });
  };

  it.each<[string, () => void]>([
    ['refused', () => teams.status('oidc', 500)],
    ['cut off', () => teams.cut('oidc')],
    ['refused behind their address', () => teams.status('keys', 503)],
  ])('an activity is to be sent again, and taken in then: %s', async (_, fault) => {
    const server = cold();
    const url = `${await server.listen(0, '127.0.0.1')}/api/messages`;
    fault();
    const refused = await teams.post(url, activities.message(anna, 'hello'));
    expect([refused.status, await refused.text()]).toEqual([
      503,
      '{"error":{"code":"unavailable","reason":"teams.keys"}}',
    ]);
    expect((await teams.post(url, activities.message(anna, 'hello'))).status).toBe(200);
    await server.close(1000);
  });
});

/** A good token's claims under another good token's signature. */
function mixed(): string {
  const [header, , signature] = teams.authorization({ claims: { exp: now + 100 } }).split('.');
  return [header, teams.authorization().split('.')[1], signature].join('.');
}
