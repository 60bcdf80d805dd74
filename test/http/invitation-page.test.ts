import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { csrfTokens } from '../../src/http/csrf.ts';
import { type InvitationDoor, invitationRoutes } from '../../src/http/invitation-page.ts';
import { createServer } from '../../src/http/server.ts';
import { systemIds } from '../../src/lib/clock.ts';
import { CodedError } from '../../src/lib/errors.ts';
import { createLogger } from '../../src/lib/logger.ts';

const GOOD = 'good-token';
let accepted = 0;
let lines = '';

const gone = () => Promise.reject(new CodedError('not_found', 'invitation_link'));
const door: InvitationDoor = {
  show: async () => ({
    account: 'Nowak <b>i Syn</b>',
    inviter: 'Anna Kowalska',
    name: 'Jan Nowak',
    email: 'jan@nowak.example',
    roles: ['finance', 'technical'],
    expiresAt: '2026-11-30T12:00:00.000Z',
    timeZone: 'Europe/Warsaw',
  }),
  async accept() {
    accepted += 1;
    return { account: 'Nowak' };
  },
};

const server = createServer({
  log: createLogger({ level: 'debug', destination: { write: (line) => (lines += line) } }),
  routes: invitationRoutes({
    openPublic: (token) => (token === GOOD ? door : { show: gone, accept: gone }),
    csrf: csrfTokens(systemIds.token(32), () => systemIds.token(12)),
    ids: systemIds,
  }),
});
let address = '';
beforeAll(async () => {
  address = await server.listen(0, '127.0.0.1');
});
afterAll(() => server.close(1000));
beforeEach(() => {
  accepted = 0;
});

const open = (token = GOOD, headers: Record<string, string> = {}, query = '') =>
  fetch(`${address}/invitations/${token}${query}`, { headers });

/** What a browser would send when the button of a page it has just opened is pressed. */
async function opened() {
  const answer = await open();
  const cookie = answer.headers.get('set-cookie') ?? '';
  const csrf = /name="csrf" value="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
  return { cookie, csrf };
}

const press = (cookie: string, csrf: string, token = GOOD) =>
  fetch(`${address}/invitations/${token}`, {
    method: 'POST',
    body: new URLSearchParams({ csrf }),
    headers: { cookie: cookie.split(';')[0] ?? '' },
  });

describe('opening the link of an invitation', () => {
  it('shows who invites whom to what, and changes nothing', async () => {
    const text = await (await open()).text();
    for (const part of [
      'Anna Kowalska',
      'Jan Nowak',
      'jan@nowak.example',
      'finance and technical',
      '30 Nov 2026, 13:00',
    ]) {
      expect(text).toContain(part);
    }
    expect(accepted).toBe(0);
  });

  it('shows data as text', async () => {
    expect(await (await open()).text()).toContain('Nowak &lt;b&gt;i Syn&lt;/b&gt;');
  });

  it('speaks the language the browser asks for, or the one chosen on the page', async () => {
    expect(await (await open(GOOD, { 'accept-language': 'de, pl;q=0.8, en;q=0.5' })).text()).toContain(
      'Przyjmij zaproszenie',
    );
    expect(await (await open(GOOD, { 'accept-language': 'pl' }, '?lang=en')).text()).toContain('Accept the invitation');
    expect(await (await open(GOOD, { 'accept-language': 'de' })).text()).toContain('lang="en"');
  });

  it('sends no address on, runs no script, is not indexed, and gives a cookie no other site sends', async () => {
    const { headers } = await open();
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).not.toContain('script-src');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('set-cookie')).toMatch(/; Path=\/invitations; HttpOnly; SameSite=Strict$/);
  });
});

describe('pressing the button', () => {
  it('accepts', async () => {
    const { cookie, csrf } = await opened();
    const answer = await press(cookie, csrf);
    expect([answer.status, accepted]).toEqual([200, 1]);
    expect(await answer.text()).toContain('You now have access');
  });

  it.each([
    ['no cookie', '', undefined],
    ['no token', undefined, ''],
    ["another page's token", undefined, 'bm9uY2U.AAAA'],
  ])('with %s accepts nothing and offers the button again', async (_, cookie, csrf) => {
    const page = await opened();
    const answer = await press(cookie ?? page.cookie, csrf ?? page.csrf);
    expect([answer.status, accepted]).toEqual([403, 0]);
    expect(await answer.text()).toContain('Please press the button once more');
  });
});

describe('a link that is no longer good', () => {
  it('is answered alike, whether it is opened or pressed', async () => {
    const { cookie, csrf } = await opened();
    for (const answer of [await open('used-token'), await press(cookie, csrf, 'used-token')]) {
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('This invitation is not valid');
    }
  });
});

it('the log never holds a token', async () => {
  await open();
  expect(lines).toContain('/invitations/:token');
  expect(lines).not.toContain(GOOD);
  expect(lines).not.toContain('used-token');
});
