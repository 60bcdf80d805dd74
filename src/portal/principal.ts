import type { Locale } from '../lib/locale.ts';

const minted: unique symbol = Symbol('minted');

/**
 * A person the product has recognised, for the account they work for now. Only identity mints one, afresh for every
 * turn; the door reads roles and status again inside each transaction, so that a principal carries no power of its own.
 */
export interface Principal {
  readonly [minted]: true;
  readonly contactId: string;
  readonly accountId: string;
  readonly locale: Locale;
  readonly timeZone: string;
}

/** For identity alone (src/portal/identity.ts): nothing else may turn a contact's id into a principal. */
export function mintPrincipal(who: Omit<Principal, typeof minted>): Principal {
  return Object.freeze({ ...who, [minted]: true as const });
}
