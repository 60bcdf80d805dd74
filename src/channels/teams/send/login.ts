import { z } from 'zod';
import type { Clock } from '../../../lib/clock.ts';
import { CodedError } from '../../../lib/errors.ts';
import type { TeamsApp } from '../app.ts';
import { request } from './http.ts';

/** The app's token for the Bot Connector. Throws CodedError `unavailable`: a refused secret is repaired by its owner. */
export interface AppTokens {
  get(): Promise<string>;
  /** The connector refused this one; the next `get` asks for another. */
  drop(token: string): void;
}

const LOGIN = 'https://login.microsoftonline.com';
/** Where a registration for many tenants asks. */
const ANY_TENANT = 'botframework.com';
const RESOURCE = 'https://api.botframework.com';
/** A token is renewed this long before its end, so that it does not end on its way. */
const EARLY_MS = 5 * 60_000;

interface Granted {
  token: string;
  until: number;
}

const granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** Kept until shortly before its end, and asked for once, however many wait for it. */
export function appTokens(app: TeamsApp, clock: Clock): AppTokens {
  const ask = app.password === undefined ? byIdentity(app, clock) : bySecret(app, app.password, clock);
  let held: Granted | undefined;
  let asking: Promise<string> | undefined;

  async function anew(): Promise<string> {
    try {
      held = await ask();
      return held.token;
    } finally {
      asking = undefined;
    }
  }

  return {
    async get() {
      if (held && held.until > clock.now().getTime()) return held.token;
      asking ??= anew();
      return asking;
    },
    drop(token) {
      if (held?.token === token) held = undefined;
    },
  };
}

/** The OAuth 2.0 client credentials (learn.microsoft.com/azure/bot-service/rest-api: authentication). */
function bySecret(app: TeamsApp, password: string, clock: Clock): () => Promise<Granted> {
  const { appId, type, tenantId, loginUrl } = app;
  const home = (type === 'SingleTenant' && tenantId) || ANY_TENANT;
  const url = new URL(`${loginUrl ?? `${LOGIN}/${home}`}/oauth2/v2.0/token`);
  const form = {
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: password,
    scope: `${RESOURCE}/.default`,
  };
  return async () => {
    const { ok, status, name, body } = await request(url, { method: 'POST', body: new URLSearchParams(form) });
    if (!ok) throw new CodedError('unavailable', `teams.login_${name ?? status}`, { status });
    const read = granted.safeParse(body);
    if (!read.success) throw new CodedError('unavailable', 'teams.login_unreadable', { status });
    const lifeMs = read.data.expires_in * 1000;
    return { token: read.data.access_token, until: clock.now().getTime() + Math.max(lifeMs - EARLY_MS, lifeMs / 2) };
  };
}

/** A managed identity has no secret: the machine it runs on is asked. The library knows the kinds of machines. */
function byIdentity({ appId }: TeamsApp, clock: Clock): () => Promise<Granted> {
  return async () => {
    // Loaded where it is needed: it takes its time.
    const { JwtTokenProviderFactory, ManagedIdentityAppCredentials } = await import('botframework-connector');
    const credentials = new ManagedIdentityAppCredentials(appId, RESOURCE, new JwtTokenProviderFactory());
    try {
      return { token: await credentials.getToken(true), until: clock.now().getTime() + EARLY_MS };
    } catch (error) {
      throw new CodedError('unavailable', 'teams.login_identity', {}, error);
    }
  };
}
