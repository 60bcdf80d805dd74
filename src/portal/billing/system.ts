import { CodedError } from '../../lib/errors.ts';
import type { Sql } from '../../lib/sql.ts';
import type { PortalServices } from '../operation.ts';
import type { GatewayEvent } from '../ports.ts';
import { detach } from './detach.ts';
import { endSetup, takeIn } from './setup.ts';

/** A method of any account, as the system's role finds it. */
interface MethodRef {
  accountId: string;
  methodId: string;
}

/**
 * What jobs and gateway events may do with the billing profile: put on file what was added on the provider's page, and
 * have the provider take away what was removed here. Everything may be repeated.
 * @param system reads all accounts, changes nothing
 */
export function billingSystem(services: PortalServices, system: Sql) {
  return {
    /**
     * What the gateway tells of a page for adding a method, at least once. Throws for a method added under a key that
     * is not ours (yet), so that the gateway keeps telling.
     */
    async onEvent({ type, key, method }: GatewayEvent): Promise<void> {
      if (type !== 'method.added' && type !== 'method.cancelled' && type !== 'method.expired') return;
      const { rows } = await system.query<{ accountId: string }>(
        'SELECT "accountId" FROM method_setup WHERE id::text = $1',
        [key],
      );
      const [found] = rows;
      if (type !== 'method.added') {
        if (found) await endSetup(services, found.accountId, key, type === 'method.expired' ? 'expired' : 'cancelled');
        return;
      }
      if (!found || !method) throw new CodedError('not_found', 'setup_not_found', { key });
      await takeIn(services, found.accountId, key, method);
    },

    /** Methods removed here that the gateway has not taken away. */
    attached: async () =>
      (
        await system.query<MethodRef>(
          `SELECT "accountId", id AS "methodId" FROM payment_method
           WHERE "removedAt" IS NOT NULL AND "detachedAt" IS NULL ORDER BY "removedAt"`,
        )
      ).rows,

    /** Has the gateway take one of them away. */
    detach: ({ accountId, methodId }: MethodRef) => detach(services, accountId, methodId),
  };
}
