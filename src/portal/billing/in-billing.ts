import { inAccount } from '../account.ts';
import type { PortalServices } from '../operation.ts';
import type { AccountScope } from '../scope.ts';

/** One short transaction of an account for what follows a person's deed, in the system's name. */
export const inBilling = <T>(services: PortalServices, accountId: string, work: (scope: AccountScope) => Promise<T>) =>
  inAccount(services, accountId, { kind: 'system', id: 'billing', via: 'job' }, work);
