import { reading } from '../operation.ts';
import { CONTACT_ROLES, type ContactRole } from '../policy.ts';
import { invitee, requireFree, requireGivable, whoDecides } from './invitee.ts';

/** Whether what is known so far could be invited; throws as `invite` would, `invalid` with the field. */
export const check = reading({
  permission: 'users.invite',
  input: invitee.partial(),
  async handle(scope, { email, roles }) {
    const deciders = await whoDecides(scope);
    if (email) await requireFree(scope, email);
    if (roles) requireGivable(scope, roles);
    const mayGive: ContactRole[] = deciders
      ? CONTACT_ROLES.filter((role) => scope.actor.roles.has(role))
      : [...CONTACT_ROLES];
    return { mayGive, ...(deciders && { deciders }) };
  },
});
