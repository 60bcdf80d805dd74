import { webApi } from '@slack/bolt';
import { z } from 'zod';
import { CodedError } from '../../../lib/errors.ts';
import { PATHS } from '../manifest.ts';
import type { Installation } from './store.ts';

/** What Slack granted; `token` is the bot's as Slack gave it. */
export type Granted = Omit<Installation, 'installedAt'>;

/** The app that workspaces install. */
export interface OAuthApp {
  /** These two as the app's Basic Information page has them. */
  clientId: string;
  clientSecret: string;
  /** Our own: signs what a browser carries to Slack and back. */
  stateSecret: string;
  /** Where Slack sends the browser back to, without a slash at its end. */
  publicUrl: string;
}

const id = z.string().min(1).max(100);
const named = z.object({ id, name: z.string().max(500).nullish() });

const grantedSchema = z.object({
  token_type: z.literal('bot'),
  access_token: z.string().min(1),
  // Tokens that end are nothing we asked for, and nothing we could keep.
  refresh_token: z.null('token rotation is on: make the app from the manifest').optional(),
  bot_user_id: id,
  scope: z.string().transform((scopes) => scopes.split(',').filter(Boolean)),
  authed_user: z.object({ id }),
  is_enterprise_install: z.boolean().nullish(),
  team: named.nullish(),
  enterprise: named.nullish(),
});

const LIMIT_MS = 10_000;

/**
 * Gives Slack the code that came back with the browser, and asks the token it gives who it is.
 * @param apiUrl ends with `/api/`
 * @throws CodedError `unavailable` `slack.unreachable`; `forbidden` `slack.code_refused` with Slack's word for it;
 *   `invalid` `slack.grant` for an answer that is no bot's installation
 */
export async function exchange(app: OAuthApp, apiUrl: string, code: string): Promise<Granted> {
  const answer = await asked(() =>
    slack(apiUrl).oauth.v2.access({
      ...{ client_id: app.clientId, client_secret: app.clientSecret },
      ...{ code, redirect_uri: redirectUri(app) },
    }),
  );
  const granted = parsed(grantedSchema, answer);
  const { team, enterprise, is_enterprise_install, access_token: token } = granted;
  const owner = parsed(named, is_enterprise_install ? enterprise : team);
  const self = await asked(() => slack(apiUrl, token).auth.test());
  return {
    id: owner.id,
    name: owner.name ?? owner.id,
    ...(enterprise && { enterpriseId: enterprise.id }),
    botUserId: granted.bot_user_id,
    ...(self.bot_id && { botId: self.bot_id }),
    scopes: granted.scope,
    token,
    installedBy: granted.authed_user.id,
  };
}

/** The same when the browser is sent to Slack and when the code is given: Slack compares. */
export const redirectUri = ({ publicUrl }: OAuthApp): string => `${publicUrl}${PATHS.redirect}`;

/** Once, and within a browser's patience: whoever waits can begin again. */
const slack = (apiUrl: string, token?: string) =>
  new webApi.WebClient(token, {
    ...{ slackApiUrl: apiUrl, allowAbsoluteUrls: false },
    ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: LIMIT_MS },
    logLevel: webApi.LogLevel.ERROR,
  });

async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError)) {
      throw new CodedError('unavailable', 'slack.unreachable', {}, error);
    }
    throw new CodedError('forbidden', 'slack.code_refused', { error: error.data.error }, error);
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const { data, error } = schema.safeParse(value);
  if (error) {
    const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new CodedError('invalid', 'slack.grant', { problems });
  }
  return data;
}
