import type { ChatUser } from '../identity.ts';
import { askCode, type CodeWish } from './ask-code.ts';
import { proofOf } from './code.ts';
import type { IdentityDeps } from './deps.ts';
import { type Linked, linkProved } from './link.ts';
import { endCode, tryProof, type Verdict } from './prove.ts';
import { recordTry } from './record.ts';

/** What became of a one-time code: where it has linked, or why it has not. `no_account`: right, and nobody's any more. */
export type Proven =
  | { linked: readonly [Linked, ...Linked[]] }
  | { linked?: never; why: Exclude<Verdict, { right: true }>['why'] | 'no_account'; left?: number };

/** The door through which a chat user becomes somebody (PRODUCT.md section 7). */
export function openIdentity(deps: IdentityDeps) {
  const { services, system } = deps;
  return {
    /** What is kept of a one-time code: proves that this chat user had it, and is nothing without the secret. */
    proofOf: (user: ChatUser, code: string): string => proofOf(services.secretsKey, user, code),

    /** See `askCode`. */
    askCode: (user: ChatUser, email: string, wish: CodeWish) => askCode(deps, user, email, wish),

    /**
     * Tries a code's proof; the right one links the chat user wherever its e-mail is known.
     * @param key the event's: served again it counts once
     */
    async prove(user: ChatUser, proof: string, key: string, tenantName?: string): Promise<Proven> {
      const verdict = await system.transaction((tx) => tryProof(tx, user, proof, key, services.clock.now()));
      if (verdict.right) {
        const [first, ...others] = await linkProved(deps, user, { email: verdict.email, by: 'code', tenantName });
        return first ? { linked: [first, ...others] } : { why: 'no_account' };
      }
      if (verdict.why === 'none') return { why: 'none' };
      const details = { reason: `code_${verdict.why}` };
      await recordTry(deps, user, verdict.email, { action: 'links.link', outcome: 'refused', details });
      return { why: verdict.why, ...(verdict.why === 'wrong' && { left: verdict.left }) };
    },

    /** Ends a code that was written where others read along. */
    endCode: (user: ChatUser, proof: string) => endCode(system, user, proof, services.clock.now()),

    /** Links a full member by the e-mail their directory vouches for, in the accounts that trust it; where they are now. */
    linkByDirectory: (user: ChatUser, email: string, tenantName?: string): Promise<Linked[]> =>
      linkProved(deps, user, { email: email.trim().toLowerCase(), by: 'directory', tenantName }),
  };
}

export type Identity = ReturnType<typeof openIdentity>;
