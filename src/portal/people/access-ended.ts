import type { AccountScope } from '../scope.ts';

/**
 * Has the buttons taken out of everything posted to somebody whose access ends with this transaction, in every chat
 * where it does end (PRODUCT.md section 7). Until then they are dead already: each press is looked at anew.
 */
export const accessEnded = (scope: AccountScope, contactId: string): Promise<void> =>
  scope.notify({ to: contactId, kind: 'access.ended', key: `access.ended:${scope.ids.uuid()}` });
