import { CodedError } from '../lib/errors.ts';
import type { Query } from '../lib/sql.ts';
import { inAccount } from './account.ts';
import { acceptInvitation } from './invitations/accept.ts';
import { type Standing, standingOf, stillBacked } from './invitations/standing.ts';
import { tokenHash } from './invitations/token.ts';
import type { PortalServices } from './operation.ts';
import { lockAccount } from './people/lock.ts';
import type { ContactRole } from './policy.ts';
import type { AccountScope } from './scope.ts';

/** What the page of an invitation's link shows. */
export interface PublicInvitation {
  account: string;
  inviter: string;
  name: string;
  email: string;
  roles: ContactRole[];
  /** ISO 8601 in UTC, for people in `timeZone`. */
  expiresAt: string;
  timeZone: string;
}

/**
 * The door of an invitation's link (PRODUCT.md section 6): `show` changes nothing, since mail scanners open links;
 * `accept` is the press. Both throw the same `not_found` `invitation_link` for a link that is unknown, used, replaced,
 * run out, or no longer backed by those who gave it.
 * @param system reads all accounts; finds whose invitation it is
 */
export function openPublic(services: PortalServices, system: Query, token: string) {
  const hash = tokenHash(token);
  async function inInvitation<T>(work: (scope: AccountScope, standing: Standing, expiresAt: Date) => Promise<T>) {
    const { rows } = await system.query<{ accountId: string; id: string }>(
      'SELECT "accountId", id FROM invitation WHERE "tokenHash" = $1',
      [hash],
    );
    const [found] = rows;
    if (!found) throw new CodedError('not_found', 'invitation_link');
    const invitee = { kind: 'invitee', id: found.id, via: 'page' } as const;
    return inAccount(services, found.accountId, invitee, async (scope) => {
      await lockAccount(scope);
      const row = await scope.tx.invitation.findUnique({ where: { tokenHash: hash } });
      const standing = row && standingOf(row, scope.now);
      const good = standing?.state === 'sent' && stillBacked(await scope.people(), standing, true);
      if (!row?.expiresAt || !standing || !good) throw new CodedError('not_found', 'invitation_link');
      return work(scope, standing, row.expiresAt);
    });
  }
  return Object.freeze({
    show: () =>
      inInvitation(async (scope, standing, expiresAt): Promise<PublicInvitation> => {
        const inviter = (await scope.people()).byId(standing.inviterId)!.name;
        const { name, email, roles } = standing;
        const { name: account, timeZone } = scope.account;
        return { account, inviter, name, email, roles, expiresAt: expiresAt.toISOString(), timeZone };
      }),

    accept: () =>
      inInvitation(async (scope, standing) => {
        await acceptInvitation(scope, standing);
        return { account: scope.account.name };
      }),
  });
}
