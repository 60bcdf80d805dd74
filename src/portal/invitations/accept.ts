import type { AccountScope } from '../scope.ts';
import { requireNewcomer } from './invitee.ts';
import { aboutInvitation, move } from './move.ts';
import type { Standing } from './standing.ts';

/**
 * Makes the invitee an active contact with the roles promised, and tells the inviter. Somebody removed before comes
 * back as they are invited now. The caller holds the account's lock and has checked the token and the rights of those
 * who gave it. Throws `conflict`: `already_has_access`, `invitee_suspended`.
 */
export async function acceptInvitation(scope: AccountScope, invitation: Standing): Promise<void> {
  const { tx, now, account } = scope;
  const { email, name, roles, inviterId } = invitation;
  await requireNewcomer(scope, email);
  const { id: contactId } = await tx.contact.upsert({
    where: { accountId_email: { accountId: account.id, email } },
    create: { email, name, createdAt: now },
    update: { name, status: 'active' },
    select: { id: true },
  });
  await tx.contactRole.deleteMany({ where: { contactId } });
  await tx.contactRole.createMany({ data: roles.map((role) => ({ contactId, role })) });
  await move(scope, invitation, { to: 'accepted', action: 'invitations.accept' });
  const notice = aboutInvitation(invitation, 'invitation.accepted', 'accepted');
  await scope.notify({ ...notice, to: inviterId });
}
