import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import { CONTACT_ROLES, type ContactRole } from '../policy.ts';
import type { Scope } from '../scope.ts';
import type { People, Person } from './directory.ts';
import { keepLastHolder } from './last-holder.ts';
import { inOrder, personView, requirePerson } from './view.ts';

/** Gives a person exactly these roles; the answer tells which they had, so that it can be taken back. */
export const changeRoles = changing({
  permission: 'users.manage',
  exclusive: true,
  input: z.strictObject({
    contactId: z.uuid(),
    roles: z.array(z.enum(CONTACT_ROLES)).min(1).max(CONTACT_ROLES.length),
  }),
  async handle(scope, { contactId, roles: wanted }) {
    const people = await scope.people();
    const person = requirePerson(people, contactId);
    const [before, roles] = [inOrder(person.roles), inOrder(wanted)];
    const { added, taken } = checkRoles(people, scope.actor, person, roles);
    await setRoles(scope, person.id, added, taken);
    scope.audit({
      action: 'users.changeRoles',
      object: `contact:${person.email}`,
      outcome: 'done',
      details: { before, after: roles },
    });
    return { person: personView({ ...person, roles: new Set(roles) }, scope), before };
  },
});

/**
 * What becomes of a person's roles when they are to have exactly `wanted`. Throws `conflict` with `roles_unchanged` or
 * `last_manager`, `forbidden` with `own_roles` (PRODUCT.md section 2).
 */
export function checkRoles(people: People, actor: Person, person: Person, wanted: readonly ContactRole[]) {
  const roles = inOrder(wanted);
  const added = roles.filter((role) => !person.roles.has(role));
  const taken = inOrder(person.roles).filter((role) => !roles.includes(role));
  const details = { name: person.name, email: person.email, roles };
  if (added.length + taken.length === 0) throw new CodedError('conflict', 'roles_unchanged', details);
  if (person.id === actor.id && added.length > 0) throw new CodedError('forbidden', 'own_roles', details);
  if (taken.includes('management')) keepLastHolder(people, person, 'management');
  return { added, taken };
}

/** Writes the change of one person's roles. */
export async function setRoles(
  { tx }: Pick<Scope, 'tx'>,
  contactId: string,
  added: readonly ContactRole[],
  taken: readonly ContactRole[],
): Promise<void> {
  await tx.contactRole.deleteMany({ where: { contactId, role: { in: [...taken] } } });
  await tx.contactRole.createMany({ data: added.map((role) => ({ contactId, role })) });
}
