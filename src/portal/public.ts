import { CodedError, isCoded } from '../lib/errors.ts';
import type { Query } from '../lib/sql.ts';
import { inAccount } from './account.ts';
import { acceptInvitation } from './invitations/accept.ts';
import { type Standing, standingOf, stillBacked } from './invitations/standing.ts';
import { tokenHash } from './invitations/token.ts';
import type { PortalServices } from './operation.ts';
import { lockAccount } from './people/lock.ts';
import type { ContactRole } from './policy.ts';
import type { AccountScope, Via } from './scope.ts';

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
 * @param via where the token was shown to be had: on the page, or in a chat by a code sent to the same address
 */
export function openPublic(services: PortalServices, system: Query, token: string, via: Via = 'page') {
  const hash = tokenHash(token);

  async function whose() {
    const { rows } = await system.query<{ accountId: string; id: string; email: string }>(
      'SELECT "accountId", id, email FROM invitation WHERE "tokenHash" = $1',
      [hash],
    );
    const [found] = rows;
    return found && { ...found, invitee: { kind: 'invitee', id: found.id, via } as const };
  }

  async function inInvitation<T>(work: (scope: AccountScope, standing: Standing, expiresAt: Date) => Promise<T>) {
    const found = await whose();
    if (!found) throw new CodedError('not_found', 'invitation_link');
    return inAccount(services, found.accountId, found.invitee, async (scope) => {
      await lockAccount(scope);
      const row = await scope.tx.invitation.findUnique({ where: { tokenHash: hash } });
      const standing = row && standingOf(row, scope.now);
      const good = standing?.state === 'sent' && stillBacked(await scope.people(), standing, true);
      if (!row?.expiresAt || !standing || !good) throw new CodedError('not_found', 'invitation_link');
      return work(scope, standing, row.expiresAt);
    });
  }
  /** In a transaction of its own, since the refused one was rolled back. */
  async function recordRefusal(reason: string): Promise<void> {
    const found = await whose();
    if (!found) return;
    const { accountId, invitee, email } = found;
    await inAccount(services, accountId, invitee, async (scope) =>
      scope.audit({
        action: 'invitations.accept',
        object: `invitation:${email}`,
        outcome: 'refused',
        details: { reason },
      }),
    );
  }

  return Object.freeze({
    show: () =>
      inInvitation(async (scope, standing, expiresAt): Promise<PublicInvitation> => {
        const inviter = (await scope.people()).byId(standing.inviterId)!.name;
        const { name, email, roles } = standing;
        const { name: account, timeZone } = scope.account;
        return { account, inviter, name, email, roles, expiresAt: expiresAt.toISOString(), timeZone };
      }),

    async accept() {
      try {
        return await inInvitation(async (scope, standing) => {
          await acceptInvitation(scope, standing);
          return { account: scope.account.name };
        });
      } catch (error) {
        if (isCoded(error)) await recordRefusal(error.reason);
        throw error;
      }
    },
  });
}
