import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Ids } from './clock.ts';
import { CodedError } from './errors.ts';

/** Keeps secrets in the database without the database being able to read them (AES-256-GCM). */
export interface Seal {
  /** @param about what the secret belongs to, e.g. a row's id: it opens for that alone */
  seal(secret: string, about: string): string;
  /** @throws CodedError `internal`, `seal_broken`: another key, another `about`, or a changed text */
  open(sealed: string, about: string): string;
}

const CIPHER = 'aes-256-gcm';
const VERSION = 'v1';
/** In bytes. GCM's own lengths. */
const [KEY, NONCE, TAG] = [32, 12, 16];

/**
 * @param key SECRETS_KEY; the key used is derived from it
 * @param purpose a label, so that no two uses of SECRETS_KEY share a key
 */
export function sealWith(key: Buffer, purpose: string, ids: Ids): Seal {
  const derived = Buffer.from(hkdfSync('sha256', key, '', `portal ${purpose}`, KEY));
  const bound = (about: string) => Buffer.from(JSON.stringify([VERSION, purpose, about]));
  return {
    seal(secret, about) {
      const nonce = Buffer.from(ids.token(NONCE), 'base64url');
      const cipher = createCipheriv(CIPHER, derived, nonce, { authTagLength: TAG }).setAAD(bound(about));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [VERSION, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
    },
    open(sealed, about) {
      const [version, nonce = '', body = ''] = sealed.split('.');
      const bytes = Buffer.from(body, 'base64url');
      try {
        if (version !== VERSION) throw new Error('of no version we know');
        const decipher = createDecipheriv(CIPHER, derived, Buffer.from(nonce, 'base64url'), { authTagLength: TAG });
        decipher.setAAD(bound(about)).setAuthTag(bytes.subarray(-TAG));
        return decipher.update(bytes.subarray(0, -TAG), undefined, 'utf8') + decipher.final('utf8');
      } catch (error) {
        const hint = 'sealed with another SECRETS_KEY, changed, or moved from another row';
        throw new CodedError('internal', 'seal_broken', { purpose, about, hint }, error);
      }
    },
  };
}
