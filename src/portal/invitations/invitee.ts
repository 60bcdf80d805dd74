import { CodedError } from '../../lib/errors.ts';
import { named } from '../people/directory.ts';
import { inOrder } from '../people/view.ts';
import type { AccountScope } from '../scope.ts';

/**
 * Whether this address may be given access by an invitation. Throws `conflict`: `already_has_access`, or
 * `invitee_suspended` with the managers who can let the person back in. A removed person may be invited again.
 */
export async function requireNewcomer(scope: Pick<AccountScope, 'people'>, email: string): Promise<void> {
  const people = await scope.people();
  const known = people.all.find((person) => person.email === email);
  if (!known) return;
  const { name } = known;
  if (known.status === 'active') {
    throw new CodedError('conflict', 'already_has_access', { email, name, roles: inOrder(known.roles) });
  }
  const holders = people.managers.length > 0 ? people.managers : people.primary ? [people.primary] : [];
  throw new CodedError('conflict', 'invitee_suspended', { email, name, holders: holders.map(named) });
}
