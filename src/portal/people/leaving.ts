import { z } from 'zod';
import { reading } from '../operation.ts';
import { CONTACT_ROLES, PERMISSIONS, POLICY } from '../policy.ts';
import { checkRoles } from './change-roles.ts';
import { holdersOf, named, peopleOf } from './directory.ts';
import { keepLastHolder } from './last-holder.ts';
import { inOrder, requirePerson } from './view.ts';

/**
 * "Who would be left?", before somebody's roles or access are taken: for each role they lose who else holds it, and what
 * nobody could do any more, as the policy's labels. Refuses what `changeRoles`, `suspend` and `remove` would refuse.
 * @param input `roles`: the ones they are to have afterwards; left out, their access ends
 */
export const leaving = reading({
  permission: 'users.manage',
  input: z.strictObject({
    contactId: z.uuid(),
    roles: z.array(z.enum(CONTACT_ROLES)).min(1).max(CONTACT_ROLES.length).optional(),
  }),
  async handle({ people: read, actor, locale }, { contactId, roles: kept }) {
    const people = await read();
    const person = requirePerson(people, contactId);
    if (kept) checkRoles(people, actor, person, kept);
    else keepLastHolder(people, person, 'access');
    const afterwards = kept
      ? { ...person, roles: new Set(kept) }
      : { ...person, status: 'suspended' as const, isPrimary: false };
    const others = people.all.filter(({ id, status }) => id !== contactId && status === 'active');
    const after = peopleOf(people.all.map((one) => (one.id === contactId ? afterwards : one)));
    const lost = person.status === 'active' ? inOrder(person.roles).filter((role) => !kept?.includes(role)) : [];
    const unheld = PERMISSIONS.filter(
      (permission) => holdersOf(people, permission).length > 0 && holdersOf(after, permission).length === 0,
    );
    return {
      lost: lost.map((role) => ({ role, left: others.filter(({ roles }) => roles.has(role)).map(named) })),
      nobodyCould: unheld.map((permission) => POLICY[permission].label[locale]),
    };
  },
});
