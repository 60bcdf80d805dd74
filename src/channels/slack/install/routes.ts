import { z } from 'zod';
import { type HttpAnswer, type HttpRequest, type Route, seeOther } from '../../../http/exchange.ts';
import { page, pageLocale } from '../../../http/page.ts';
import type { Clock, Ids } from '../../../lib/clock.ts';
import { CodedError, isCoded } from '../../../lib/errors.ts';
import { html } from '../../../lib/html.ts';
import type { Logger } from '../../../lib/logger.ts';
import { BOT_SCOPES, PATHS } from '../manifest.ts';
import { exchange, type Granted, type OAuthApp, redirectUri } from './exchange.ts';
import { installState, STATE_MS } from './state.ts';
import type { InstallationStore } from './store.ts';
import { INSTALL_TEXTS, OUTCOMES, type Outcome } from './texts.ts';

export interface InstallDeps {
  oauth: OAuthApp;
  /** Ends with `/api/`. */
  apiUrl: string;
  installed(granted: Granted): Promise<void>;
  spend: InstallationStore['spend'];
  clock: Clock;
  ids: Ids;
  log: Logger;
}

const COOKIE = 'slack_install';

/**
 * Installing the app in a workspace (OAuth v2): `GET /slack/install` sends the browser to Slack, `/slack/oauth_redirect`
 * is where it comes back, `/slack/installed/:outcome` says how it went, so that neither a reload nor the browser's
 * history has the code.
 */
export function installRoutes(deps: InstallDeps): Route[] {
  return [
    { method: 'GET', path: PATHS.install, handle: (request) => sent(deps, request) },
    { method: 'GET', path: PATHS.redirect, handle: (request) => back(deps, request) },
    { method: 'GET', path: `${PATHS.installed}/:outcome`, handle: (request) => told(deps, request) },
  ];
}

function sent({ oauth, apiUrl, clock, ids }: InstallDeps, { cookies }: HttpRequest): HttpAnswer {
  const browser = cookies[COOKIE] ?? ids.token(18);
  const url = new URL('../oauth/v2/authorize', apiUrl);
  url.search = new URLSearchParams({
    client_id: oauth.clientId,
    scope: BOT_SCOPES.join(','),
    redirect_uri: redirectUri(oauth),
    state: installState(oauth.stateSecret).state(browser, ids.token(18), clock.now()),
  }).toString();
  return withCookie(seeOther(url.href), cookieOf(oauth.publicUrl, browser, STATE_MS));
}

async function back(deps: InstallDeps, request: HttpRequest): Promise<HttpAnswer> {
  const { publicUrl } = deps.oauth;
  const outcome = await finished(deps, request);
  const answer = seeOther(`${publicUrl}${PATHS.installed}/${outcome}`);
  return withCookie(answer, cookieOf(publicUrl, '', 0));
}

/** What Slack sends the browser back with. */
const broughtSchema = z.union([
  z.object({ error: z.string().regex(/^[\w.-]{1,60}$/) }),
  z.object({ code: z.string().min(1).max(500), state: z.string().max(500) }),
]);

async function finished(deps: InstallDeps, { query, cookies }: HttpRequest): Promise<Outcome> {
  const { oauth, apiUrl, clock, log } = deps;
  const { data: brought } = broughtSchema.safeParse(Object.fromEntries(query));
  if (brought && 'error' in brought) {
    log.info({ error: brought.error }, 'an installation in Slack was not agreed to');
    return brought.error === 'access_denied' ? 'cancelled' : 'refused';
  }
  const now = clock.now();
  const nonce = brought && installState(oauth.stateSecret).nonceOf(brought.state, cookies[COOKIE] ?? '', now);
  if (!nonce) return 'expired';
  try {
    if (!(await deps.spend(nonce, now, STATE_MS))) return 'expired';
    const granted = await exchange(oauth, apiUrl, brought.code);
    const missing = BOT_SCOPES.filter((scope) => !granted.scopes.includes(scope));
    if (missing.length > 0) log.warn({ installation: granted.id, missing }, 'Slack granted less than was asked for');
    await deps.installed(granted);
    return 'done';
  } catch (err) {
    log.error({ err, ...(isCoded(err) && err.details) }, 'an installation in Slack failed');
    return isCoded(err, 'forbidden') || isCoded(err, 'invalid') ? 'refused' : 'unavailable';
  }
}

const STATUS: Readonly<Record<Outcome, number>> = {
  done: 200,
  cancelled: 200,
  expired: 400,
  refused: 403,
  unavailable: 503,
};

function told({ oauth }: InstallDeps, request: HttpRequest): HttpAnswer {
  const { data: outcome } = z.enum(OUTCOMES).safeParse(request.params.outcome);
  if (!outcome) throw new CodedError('not_found', 'http.path');
  const locale = pageLocale(request);
  const { again, [outcome]: words } = INSTALL_TEXTS[locale];
  const link = outcome !== 'done' && html`<p><a href="${oauth.publicUrl}${PATHS.install}">${again}</a></p>`;
  return page(
    STATUS[outcome],
    locale,
    words.title,
    html`<p><strong>${words.text}</strong></p>${link}<p class="soft">${words.next}</p>`,
  );
}

const withCookie = (answer: HttpAnswer, cookie: string): HttpAnswer => ({
  ...answer,
  headers: { ...answer.headers, 'set-cookie': cookie },
});

/** Lax, not strict: the browser comes back from another site. An empty one that lasts no time takes it away. */
function cookieOf(publicUrl: string, value: string, ms: number): string {
  const { protocol, pathname } = new URL(publicUrl);
  const path = `${pathname.replace(/\/$/, '')}/slack`;
  const secure = protocol === 'https:' ? '; Secure' : '';
  return `${COOKIE}=${value}; Path=${path}; Max-Age=${ms / 1000}; HttpOnly; SameSite=Lax${secure}`;
}
