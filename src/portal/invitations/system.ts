import type { Sql } from '../../lib/sql.ts';
import { inAccount } from '../account.ts';
import type { PortalServices } from '../operation.ts';
import { lockAccount } from '../people/lock.ts';
import type { AccountScope } from '../scope.ts';
import { aboutInvitation, move } from './move.ts';
import { standingOf, stateNow } from './standing.ts';

/** How long deciders are left in peace before they are reminded, once (PRODUCT.md section 6). */
const REMINDER_MS = 86_400_000;

/** An invitation of any account, as the system's role finds it. */
export interface InvitationRef {
  accountId: string;
  invitationId: string;
}

/**
 * What jobs may do with invitations: find candidates in all accounts, then change each in its own account's
 * transaction, where it is looked at again. Everything may be repeated.
 * @param system reads all accounts, changes nothing
 */
export function invitationsSystem(services: PortalServices, system: Sql) {
  const now = () => services.clock.now();
  const find = async (where: string, moment: Date): Promise<InvitationRef[]> => {
    const { rows } = await system.query<InvitationRef>(
      `SELECT "accountId", id AS "invitationId" FROM invitation WHERE ${where} ORDER BY "createdAt", id`,
      [moment],
    );
    return rows;
  };
  const inRun = (accountId: string, work: (scope: AccountScope) => Promise<void>) =>
    inAccount(services, accountId, { kind: 'system', id: 'invitations', via: 'job' }, async (scope) => {
      await lockAccount(scope);
      await work(scope);
    });

  return {
    /** Waiting and sent invitations whose seven days are over. */
    lapsing: () => find(`state IN ('waiting', 'sent') AND "expiresAt" <= $1`, now()),

    /** Ends one of them, and tells its inviter. */
    lapse: ({ accountId, invitationId }: InvitationRef) =>
      inRun(accountId, async (scope) => {
        const row = await scope.tx.invitation.findUnique({ where: { id: invitationId } });
        if (!row || row.state === stateNow(row, scope.now)) return;
        const standing = standingOf(row, scope.now);
        await move(scope, standing, { to: 'expired', action: 'invitations.lapse' });
        const notice = aboutInvitation(standing, 'invitation.expired', `${row.state}:${row.tokenVersion}`);
        await scope.notify({ ...notice, to: row.inviterId, details: { ...notice.details, was: row.state } });
      }),

    /** Waiting invitations whose deciders were asked a day ago and not reminded yet. */
    unreminded: () =>
      find(`state = 'waiting' AND "remindedAt" IS NULL AND "createdAt" <= $1`, new Date(now().getTime() - REMINDER_MS)),

    /** Reminds those who decide about one of them now, once. */
    remind: ({ accountId, invitationId }: InvitationRef) =>
      inRun(accountId, async (scope) => {
        const row = await scope.tx.invitation.findUnique({ where: { id: invitationId } });
        if (!row || row.remindedAt || stateNow(row, scope.now) !== 'waiting') return;
        await scope.tx.invitation.update({ where: { id: invitationId }, data: { remindedAt: scope.now } });
        scope.audit({ action: 'invitations.remind', object: `invitation:${row.email}`, outcome: 'done' });
        const deciders = (await scope.people()).decidersFor(row.inviterId);
        const standing = standingOf(row, scope.now);
        await scope.notify(
          ...deciders.map(({ id }) => {
            const notice = aboutInvitation(standing, 'invitation.approval_asked', `reminder:${id}`);
            return { ...notice, to: id, details: { ...notice.details, reminder: true } };
          }),
        );
      }),
  };
}
