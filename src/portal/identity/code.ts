import { createHmac } from 'node:crypto';
import { CODE_LENGTH, CODE_LETTERS } from '../../lib/link-code.ts';
import type { ChatUser } from '../identity.ts';

/**
 * The one-time code of a row: derived, so that it stands nowhere and the mail's sender can make it again.
 * @param id the link_code's
 * @returns eight letters without the dash
 */
export function codeOf(secretsKey: Buffer, id: string): string {
  const digest = createHmac('sha256', secretsKey).update(`code:${id}`).digest('hex');
  const base = BigInt(CODE_LETTERS.length);
  let rest = BigInt(`0x${digest}`);
  let code = '';
  while (code.length < CODE_LENGTH) {
    code += CODE_LETTERS[Number(rest % base)];
    rest /= base;
  }
  return code;
}

/**
 * What is kept of a code, typed or sent: bound to the chat user, so that a code overheard proves nothing for another
 * (PRODUCT.md section 7). Without the key nothing can be tried against it.
 * @param code eight capitals without the dash, as `codeIn` gives them
 */
export const proofOf = (secretsKey: Buffer, { channel, tenantId, userId }: ChatUser, code: string): string =>
  createHmac('sha256', secretsKey)
    .update(`proof:${JSON.stringify([channel, tenantId, userId, code])}`)
    .digest('base64url');
