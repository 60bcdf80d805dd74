import { z } from 'zod';
import { move } from '../invitations/move.ts';
import { OPEN, standingOf } from '../invitations/standing.ts';
import { endLinks } from '../links/end-links.ts';
import { changing } from '../operation.ts';
import { named } from './directory.ts';
import { keepLastHolder } from './last-holder.ts';
import { requirePerson } from './view.ts';

/**
 * Takes a person's access away for good and keeps a tombstone, so that no load brings them back. What they asked for
 * and still waits ends with it: their role requests, and their invitations not yet accepted. So do their chat links:
 * invited again, they link anew.
 */
export const remove = changing({
  permission: 'users.manage',
  exclusive: true,
  input: z.strictObject({ contactId: z.uuid() }),
  async handle(scope, { contactId }) {
    const people = await scope.people();
    const person = requirePerson(people, contactId);
    keepLastHolder(people, person, 'access');
    const { tx, now } = scope;
    const ended = { deciderId: scope.actor.id, decidedAt: now };
    await tx.contact.update({ where: { id: contactId }, data: { status: 'removed' } });
    await tx.contactRole.deleteMany({ where: { contactId } });
    await tx.roleRequest.updateMany({ where: { contactId, state: 'waiting' }, data: { state: 'withdrawn', ...ended } });
    const invitations = await tx.invitation.findMany({ where: { inviterId: contactId, state: { in: [...OPEN] } } });
    for (const invitation of invitations) {
      await move(scope, standingOf(invitation, now), { to: 'revoked', action: 'invitations.revoke', set: ended });
    }
    await endLinks(scope, person);
    scope.audit({ action: 'users.remove', object: `contact:${person.email}`, outcome: 'done' });
    return named(person);
  },
});
