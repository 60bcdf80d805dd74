import { createSign, generateKeyPairSync } from 'node:crypto';

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
/** One for the process: making a pair takes its time. */
const OWN = keyPair();
let foreign: ReturnType<typeof keyPair> | undefined;

const KEY_ID = 'teams-key-1';
export const ISSUER = 'https://api.botframework.com';

export interface TokenOptions {
  /** Claims in place of, or beside, the right ones; undefined leaves one out. */
  claims?: Readonly<Record<string, unknown>>;
  header?: Readonly<Record<string, unknown>>;
  /** Signed by a key that nobody published, under the name of the one that is. */
  foreignKey?: boolean;
}

/** What the Bot Framework publishes of its keys. */
export const jwks = () => ({
  keys: [
    { ...OWN.publicKey.export({ format: 'jwk' }), use: 'sig', kid: KEY_ID, alg: 'RS256', endorsements: ['msteams'] },
  ],
});

/** A token as the Bot Framework puts it on an activity: for this app, from this service url, good for an hour. */
export function signToken(
  appId: string,
  serviceUrl: string,
  { claims, header, foreignKey }: TokenOptions = {},
): string {
  const now = Math.floor(Date.now() / 1000);
  const own = { serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600, iss: ISSUER, aud: appId };
  const signed = [
    { alg: 'RS256', kid: KEY_ID, typ: 'JWT', ...header },
    { ...own, ...claims },
  ]
    .map(encode)
    .join('.');
  if (header?.alg === 'none') return `${signed}.`;
  if (foreignKey) foreign ??= keyPair();
  const { privateKey } = foreignKey && foreign ? foreign : OWN;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
