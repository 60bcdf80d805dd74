import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { CodedError } from '../../../lib/errors.ts';
import type { TeamsApp } from '../app.ts';

/** The Bot Framework of the public cloud; the library wants every address, or takes none. */
const FRAMEWORK = {
  issuer: 'https://api.botframework.com',
  keys: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  login: 'https://login.microsoftonline.com/botframework.com',
  caller: 'urn:botframework:azure',
};

/** What a good token says of the activity it came with. */
interface Vouched {
  /** The only address that the activity may have come from, and that is ever answered. */
  serviceUrl: string;
}

/**
 * Whether the Bot Framework signed a request for this app, now.
 * @param authorization the header, `Bearer ...`
 * @returns undefined for every token that is not good, whatever is wrong with it
 * @throws CodedError `unavailable` `teams.keys` where that can't be said: the keys could not be had
 */
export type Authenticate = (authorization: string | undefined) => Promise<Vouched | undefined>;

/**
 * By the library's own check: issuer, audience, key, signature, endorsement for Teams, times with five minutes' grace.
 * What it leaves open is closed here: tokens of the emulator and of skills, tokens without an end or without a service
 * url, and its errors, which would be answered with 500 and the address of the keys.
 */
export function authenticator({
  appId,
  openIdMetadataUrl,
}: Pick<TeamsApp, 'appId' | 'openIdMetadataUrl'>): Authenticate {
  const keys = openIdMetadataUrl ?? FRAMEWORK.keys;
  const library = new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: appId,
    ToBotFromChannelTokenIssuer: FRAMEWORK.issuer,
    ToBotFromChannelOpenIdMetadataUrl: keys,
    // No token of the emulator's is good here, so nobody can have us ask for its keys.
    ToBotFromEmulatorOpenIdMetadataUrl: keys,
    ToChannelFromBotLoginUrl: FRAMEWORK.login,
    ToChannelFromBotOAuthScope: FRAMEWORK.issuer,
    OAuthUrl: FRAMEWORK.issuer,
    CallerId: FRAMEWORK.caller,
  });

  return async (authorization = '') => {
    if (!isToken(authorization)) return undefined;
    // The channel is ours to say: another one in the activity would choose another check.
    const identity = await library
      .authenticateRequest({ channelId: 'msteams' } as Parameters<typeof library.authenticateRequest>[0], authorization)
      .then(({ claimsIdentity }) => claimsIdentity, refused);
    return identity && vouched((claim) => identity.getClaimValue(claim));
  };
}

function vouched(claim: (name: string) => unknown): Vouched | undefined {
  const serviceUrl = claim('serviceurl');
  if (claim('iss') !== FRAMEWORK.issuer || typeof claim('exp') !== 'number') return undefined;
  return typeof serviceUrl === 'string' && serviceUrl !== '' ? { serviceUrl } : undefined;
}

/** Three parts of base64url of which the first two are objects: the library trips over anything else. */
function isToken(authorization: string): boolean {
  const [, header, claims] = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]*)$/.exec(authorization) ?? [];
  return isObject(header) && isObject(claims);
}

function isObject(part: string | undefined): boolean {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** What is thrown about a token: by the library of tokens by these names, by the Bot Framework's with 401. */
const ABOUT_TOKEN = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']);
const isAboutToken = (error: Error & { statusCode?: unknown }): boolean =>
  ABOUT_TOKEN.has(error.name) || error.statusCode === 401;

/** Undefined for an error that is the token's. Throws CodedError `unavailable` `teams.keys` for every other. */
function refused(error: unknown): undefined {
  if (error instanceof Error && isAboutToken(error)) return undefined;
  throw new CodedError('unavailable', 'teams.keys', {}, error);
}
