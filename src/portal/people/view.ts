import { CodedError } from '../../lib/errors.ts';
import { CONTACT_ROLES, type ContactRole } from '../policy.ts';
import type { Scope } from '../scope.ts';
import { type Named, named, type People, type Person } from './directory.ts';

/** Somebody of the account as colleagues see them. */
export interface PersonView extends Named {
  /** In the policy's order. */
  roles: ContactRole[];
  status: 'active' | 'suspended';
  /** The account's primary contact. */
  isPrimary: boolean;
  /** The person asking. */
  isYou: boolean;
  /** Whether the person asking may change roles, suspend, let back in and remove people. */
  mayManage: boolean;
}

/** @param scope of whoever asks */
export const personView = (person: Person, { actor, may }: Pick<Scope, 'actor' | 'may'>): PersonView => ({
  ...named(person),
  roles: inOrder(person.roles),
  status: person.status === 'suspended' ? 'suspended' : 'active',
  isPrimary: person.isPrimary,
  isYou: person.id === actor.id,
  mayManage: may('users.manage'),
});

/** Roles in the policy's order, each once. */
export const inOrder = (roles: Iterable<ContactRole>): ContactRole[] => {
  const held = new Set(roles);
  return CONTACT_ROLES.filter((role) => held.has(role));
};

/** Somebody of the account. Throws `not_found`, also for another account's. */
export function requirePerson(people: People, id: string): Person {
  const person = people.byId(id);
  if (!person) throw new CodedError('not_found', 'not_found');
  return person;
}
