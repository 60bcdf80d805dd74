import type { Sql } from '../../lib/sql.ts';
import { inAccount } from '../account.ts';
import type { PortalServices } from '../operation.ts';
import { lockAccount } from '../people/lock.ts';
import { aboutRequest } from './view.ts';

const REMINDER_MS = 86_400_000;

/** A role request of any account, as the system's role finds it. */
export interface RoleRequestRef {
  accountId: string;
  requestId: string;
}

/**
 * What jobs may do with role requests. Everything may be repeated.
 * @param system reads all accounts, changes nothing
 */
export function accessSystem(services: PortalServices, system: Sql) {
  return {
    /** Waiting requests whose deciders were asked a day ago and not reminded yet. */
    async unreminded(): Promise<RoleRequestRef[]> {
      const { rows } = await system.query<RoleRequestRef>(
        `SELECT "accountId", id AS "requestId" FROM role_request
         WHERE state = 'waiting' AND "remindedAt" IS NULL AND "createdAt" <= $1 ORDER BY "createdAt", id`,
        [new Date(services.clock.now().getTime() - REMINDER_MS)],
      );
      return rows;
    },

    /** Reminds those who decide about one of them now, once. */
    remind: ({ accountId, requestId }: RoleRequestRef) =>
      inAccount(services, accountId, { kind: 'system', id: 'access', via: 'job' }, async (scope) => {
        await lockAccount(scope);
        const row = await scope.tx.roleRequest.findUnique({ where: { id: requestId }, include: { contact: true } });
        if (!row || row.remindedAt || row.state !== 'waiting') return;
        await scope.tx.roleRequest.update({ where: { id: requestId }, data: { remindedAt: scope.now } });
        scope.audit({ action: 'access.remind', object: `contact:${row.contact.email}`, outcome: 'done' });
        const about = { id: requestId, role: row.role, name: row.contact.name };
        const deciders = (await scope.people()).decidersFor(row.contactId);
        await scope.notify(
          ...deciders.map(({ id }) => {
            const notice = aboutRequest(about, 'role_request.approval_asked', `reminder:${id}`);
            return { ...notice, to: id, details: { ...notice.details, reminder: true } };
          }),
        );
      }),
  };
}
