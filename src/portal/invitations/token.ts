import { createHash, createHmac } from 'node:crypto';

/**
 * The secret in an invitation's link: derived, so that it stands nowhere and the mail's sender can make it again.
 * @param version counts resendings; each ends the token before it
 * @returns 32 bytes, base64url
 */
export const invitationToken = (secretsKey: Buffer, id: string, version: number): string =>
  createHmac('sha256', secretsKey).update(`invitation:${id}:${version}`).digest('base64url');

/** What is stored of a token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
