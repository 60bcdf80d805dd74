import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Tokens that only a page of ours can have: signed with `secret`, for one browser (the value of its strict same-site
 * cookie). Another site can make the browser send the cookie at most, never read a token.
 */
export interface Csrf {
  token(browser: string): string;
  valid(browser: string | undefined, token: unknown): boolean;
}

/**
 * @param secret at least 32 bytes; the same for all replicas where they serve the same page
 * @param newNonce a random text, so that each page load has a token of its own
 */
export function csrfTokens(secret: string | Buffer, newNonce: () => string): Csrf {
  const sign = (browser: string, nonce: string) =>
    createHmac('sha256', secret).update(`csrf.${browser}.${nonce}`).digest();
  return {
    token(browser) {
      const nonce = newNonce();
      return `${nonce}.${sign(browser, nonce).toString('base64url')}`;
    },
    valid(browser, token) {
      if (!browser || typeof token !== 'string') return false;
      const [nonce = '', signature = ''] = token.split('.');
      const [given, right] = [Buffer.from(signature, 'base64url'), sign(browser, nonce)];
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}

/** A cookie that no script reads and no other site's request carries. `path` limits where it is sent. */
export const strictCookie = (name: string, value: string, path: string): string =>
  `${name}=${value}; Path=${path}; HttpOnly; SameSite=Strict`;
