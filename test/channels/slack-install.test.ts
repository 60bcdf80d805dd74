import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { storedInstallations } from '../../src/channels/slack/install/installations.ts';
import { installRoutes } from '../../src/channels/slack/install/routes.ts';
import { BOT_SCOPES } from '../../src/channels/slack/manifest.ts';
import { createServer } from '../../src/http/server.ts';
import { systemIds } from '../../src/lib/clock.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { sealWith } from '../../src/lib/seal.ts';
import { testDatabase } from '../support/database.ts';
import { oauthSlack } from '../support/oauth-slack.ts';
import { standingClock } from '../support/portal.ts';
import { installationStore } from '../support/slack-installs.ts';

const database = await testDatabase();
const slack = await oauthSlack();
const clock = standingClock();
const { store } = installationStore(database, clock.now);
const seal = sealWith(Buffer.alloc(32, 2), 'slack tokens', systemIds);

let lines = '';
const log = createLogger({ level: 'debug', destination: { write: (line) => (lines += line) } });
const installations = storedInstallations({ store, seal, clock, log });

const OAUTH = { clientId: '1.2', clientSecret: 'cl1ent-secret', stateSecret: 'st4te-secret' };
const PUBLIC = 'https://portal.example.com';

const server = createServer({
  log,
  routes: installRoutes({
    oauth: { ...OAUTH, publicUrl: PUBLIC },
    apiUrl: slack.apiUrl,
    installed: installations.installed,
    spend: store.spend,
    ...{ clock, ids: systemIds, log },
  }),
});
let address = '';
beforeAll(async () => {
  address = await server.listen(0, '127.0.0.1');
});
afterAll(() => server.close(1000));
beforeEach(async () => {
  await database.pools.owner.query('TRUNCATE slack_installation, slack_install_state');
  Object.assign(slack.state, { calls: [], down: false });
  lines = '';
});

const grant = (changes: Record<string, unknown> = {}) => ({
  access_token: 'xoxb-of-acme',
  token_type: 'bot',
  scope: BOT_SCOPES.join(','),
  bot_user_id: 'UBOT',
  app_id: 'A1',
  team: { id: 'T1', name: 'Acme' },
  enterprise: null,
  is_enterprise_install: false,
  authed_user: { id: 'UADMIN' },
  ...changes,
});

const open = (path: string, cookie = '') => fetch(`${address}${path}`, { redirect: 'manual', headers: { cookie } });

/** What a browser has when it has been sent to Slack. */
async function begun() {
  const answer = await open('/slack/install');
  const cookie = answer.headers.get('set-cookie') ?? '';
  return { answer, cookie, browser: cookie.split(';')[0]!, url: new URL(answer.headers.get('location') ?? '') };
}

/** Comes back from Slack; gives the outcome its address says. */
async function back(query: Record<string, string>, browser = '') {
  const answer = await open(`/slack/oauth_redirect?${new URLSearchParams(query)}`, browser);
  expect(answer.status).toBe(303);
  const location = answer.headers.get('location') ?? '';
  expect(location.startsWith(`${PUBLIC}/slack/installed/`)).toBe(true);
  return location.split('/').at(-1);
}

async function install(code: string, grants: Record<string, unknown> = grant()) {
  slack.codes.set(code, grants);
  const { browser, url } = await begun();
  return back({ code, state: url.searchParams.get('state')! }, browser);
}

const dumped = async () => JSON.stringify((await database.pools.owner.query('SELECT * FROM slack_installation')).rows);

describe('beginning an installation', () => {
  it('sends the browser to Slack with exactly the scopes of the manifest', async () => {
    const { answer, url } = await begun();
    expect(answer.status).toBe(303);
    expect(`${url.origin}${url.pathname}`).toBe(`${slack.origin}/oauth/v2/authorize`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: '1.2',
      scope: BOT_SCOPES.join(','),
      redirect_uri: `${PUBLIC}/slack/oauth_redirect`,
      state: expect.stringMatching(/^[\w-]{24}\.\w+\.[\w-]{43}$/),
    });
  });

  it('gives the browser a cookie of its own for ten minutes, readable by no script', async () => {
    const [one, other] = [await begun(), await begun()];
    expect(one.cookie).toMatch(/^slack_install=[\w-]{24}; Path=\/slack; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/);
    expect(one.browser).not.toBe(other.browser);
    expect(one.url.searchParams.get('state')).not.toBe(other.url.searchParams.get('state'));
  });
});

describe('an installation', () => {
  it('is exchanged for a token, kept encrypted, and used from then on', async () => {
    expect(await install('good')).toBe('done');
    expect(slack.state.calls).toMatchObject([
      { method: 'oauth.v2.access', form: { code: 'good', redirect_uri: `${PUBLIC}/slack/oauth_redirect` } },
      { method: 'auth.test' },
    ]);
    expect(await installations.tokenOf({ teamId: 'T1' })).toBe('xoxb-of-acme');
    expect(await dumped()).not.toContain('xoxb');
    expect(await dumped()).toContain('"botId":"BBOT"');
  });

  it('logs neither token nor code nor secret', async () => {
    await install('good-code');
    await install('bad-code', { ...grant(), token_type: 'user' });
    await back({ code: 'a-forged-code', state: 'x' });
    expect(lines).toContain('the app was installed');
    expect(lines).not.toMatch(/xoxb|good-code|bad-code|a-forged-code|cl1ent-secret|st4te-secret/);
  });

  it('of each workspace has its own token', async () => {
    await install('one');
    await install('two', grant({ team: { id: 'T2', name: 'Borsuk' }, access_token: 'xoxb-of-borsuk' }));
    expect(await installations.tokenOf({ teamId: 'T1' })).toBe('xoxb-of-acme');
    expect(await installations.tokenOf({ teamId: 'T2' })).toBe('xoxb-of-borsuk');
  });

  it('of an organisation serves its workspaces, unless they have one of their own', async () => {
    const enterprise = { id: 'E9', name: 'Holding' };
    await install('all', grant({ team: null, enterprise, is_enterprise_install: true, access_token: 'xoxb-of-all' }));
    await install('one', grant({ enterprise }));
    expect(await installations.tokenOf({ teamId: 'T5', enterpriseId: 'E9' })).toBe('xoxb-of-all');
    expect(await installations.tokenOf({ teamId: 'T1', enterpriseId: 'E9' })).toBe('xoxb-of-acme');
    await expect(installations.tokenOf({ teamId: 'T6' })).rejects.toMatchObject({ reason: 'slack.not_installed' });
  });

  it('with fewer scopes than asked for is kept, and the log says which are missing', async () => {
    expect(await install('fewer', grant({ scope: 'chat:write,commands' }))).toBe('done');
    expect(lines).toContain('"users:read.email"');
  });
});

describe('coming back from Slack', () => {
  it('without a cookie, with another browser’s, or with a state that is not ours installs nothing', async () => {
    slack.codes.set('code', grant());
    const [{ browser, url }, other] = [await begun(), await begun()];
    const state = url.searchParams.get('state')!;
    const [nonce, made, signature] = state.split('.');
    const forged = `${nonce}.${made}.${(signature![0] === 'A' ? 'B' : 'A') + signature!.slice(1)}`;
    const later = `${nonce}.${(Number.parseInt(made!, 36) + 1).toString(36)}.${signature}`;
    expect(await back({ code: 'code', state })).toBe('expired');
    expect(await back({ code: 'code', state }, other.browser)).toBe('expired');
    expect(await back({ code: 'code', state }, 'slack_install=')).toBe('expired');
    for (const wrong of ['', 'x', '..', forged, later]) {
      expect(await back({ code: 'code', state: wrong }, browser)).toBe('expired');
    }
    expect(await back({ code: 'code' }, browser)).toBe('expired');
    expect(await back({ state }, browser)).toBe('expired');
    expect(slack.state.calls).toEqual([]);
  });

  it('counts once', async () => {
    const { browser, url } = await begun();
    const state = url.searchParams.get('state')!;
    slack.codes.set('code', grant());
    expect(await back({ code: 'code', state }, browser)).toBe('done');
    slack.codes.set('another', grant({ access_token: 'xoxb-of-somebody' }));
    expect(await back({ code: 'another', state }, browser)).toBe('expired');
    expect(await installations.tokenOf({ teamId: 'T1' })).toBe('xoxb-of-acme');
  });

  it('counts for ten minutes', async () => {
    slack.codes.set('code', grant());
    const { browser, url } = await begun();
    const query = { code: 'code', state: url.searchParams.get('state')! };
    clock.move(600_001);
    expect(await back(query, browser)).toBe('expired');
    clock.move(-1);
    expect(await back(query, browser)).toBe('done');
  });

  it('takes the cookie away', async () => {
    const answer = await open('/slack/oauth_redirect?error=access_denied');
    expect(answer.headers.get('set-cookie')).toMatch(/^slack_install=; Path=\/slack; Max-Age=0;/);
  });

  it.each([
    ['somebody who cancelled', 'access_denied', 'cancelled'],
    ['an app that is not set up right', 'bad_redirect_uri', 'refused'],
    ['what is no error of Slack', '<script>', 'expired'],
  ])('with %s installs nothing', async (_, error, outcome) => {
    expect(await back({ error, state: 'x' })).toBe(outcome);
    expect(slack.state.calls).toEqual([]);
  });
});

describe('a Slack that gives no token', () => {
  it.each([
    ['refuses the code', undefined, 'refused', 'invalid_code'],
    ['gives a person’s token', grant({ token_type: 'user' }), 'refused', 'token_type'],
    ['gives a token that ends', grant({ refresh_token: 'xoxe-1', expires_in: 43_200 }), 'refused', 'rotation is on'],
    ['names no workspace', grant({ team: null }), 'refused', 'slack.grant'],
  ])('because it %s leaves nothing behind, and the log says why', async (_, grants, outcome, why) => {
    if (grants) slack.codes.set('code', grants);
    const { browser, url } = await begun();
    expect(await back({ code: 'code', state: url.searchParams.get('state')! }, browser)).toBe(outcome);
    expect(lines).toContain(why);
    expect(await dumped()).toBe('[]');
  });

  it('because it is down is asked once, and the person told to try again', async () => {
    slack.state.down = true;
    expect(await install('code')).toBe('unavailable');
    expect(slack.state.calls).toHaveLength(1);
    expect(await dumped()).toBe('[]');
  });
});

describe('the page that says how it went', () => {
  it.each([
    ['done', 200, 'The assistant is in your Slack', 'Asystent jest już w Slacku'],
    ['cancelled', 200, 'Installation cancelled', 'Instalacja anulowana'],
    ['expired', 400, 'Please begin again', 'Zacznij od nowa'],
    ['refused', 403, 'Slack did not accept', 'Slack nie przyjął'],
    ['unavailable', 503, 'Please try again', 'Spróbuj ponownie'],
  ])('speaks both languages: %s', async (outcome, status, en, pl) => {
    const english = await open(`/slack/installed/${outcome}`);
    const polish = await open(`/slack/installed/${outcome}?lang=pl`);
    expect([english.status, polish.status]).toEqual([status, status]);
    const [text, tekst] = [await english.text(), await polish.text()];
    expect(text).toContain(en);
    expect(tekst).toContain(pl);
    expect(text.includes(`href="${PUBLIC}/slack/install"`)).toBe(outcome !== 'done');
  });

  it('is none for anything else, and repeats nothing of its address', async () => {
    const answer = await open('/slack/installed/%3Cscript%3E?lang=%3Cscript%3E');
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('script');
    expect(await (await open('/slack/installed/done?lang=%3Cscript%3E&team=%3Cb%3E')).text()).not.toMatch(
      /<script|<b>/,
    );
  });
});
