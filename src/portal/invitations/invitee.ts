import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { type Named, named } from '../people/directory.ts';
import { inOrder } from '../people/view.ts';
import { CONTACT_ROLES, type ContactRole } from '../policy.ts';
import type { AccountScope, Scope } from '../scope.ts';
import { OPEN } from './standing.ts';

/** A person's name: letters, and what joins and shortens names. No addresses, since it stands in a mail. */
const personName = z
  .string()
  .trim()
  .max(80)
  .regex(/^\p{L}[\p{L}\p{M}'’-]*\.?(?: [\p{L}][\p{L}\p{M}'’-]*\.?)*$/u);

/** Who is invited, and to what. */
export const invitee = z.strictObject({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  name: personName,
  roles: z.array(z.enum(CONTACT_ROLES)).min(1).max(CONTACT_ROLES.length).transform(inOrder),
});

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

/**
 * Whether an invitation to this address can be made or sent again: a newcomer's, and the only open one. Throws
 * `conflict`: `already_has_access`, `invitee_suspended`, `open_invitation`.
 * @param itself the invitation to be sent again
 */
export async function requireFree(scope: Scope, email: string, itself?: string): Promise<void> {
  await requireNewcomer(scope, email);
  const other = await scope.tx.invitation.findFirst({
    where: { email, state: { in: [...OPEN] }, expiresAt: { gt: scope.now }, ...(itself && { id: { not: itself } }) },
    include: { inviter: { select: { name: true } } },
  });
  if (!other) return;
  const { id, name, state, inviter } = other;
  throw new CodedError('conflict', 'open_invitation', { id, email, name, state, inviter: inviter.name });
}

/** Makes room for a new invitation where an open one has run out and the job has not come by yet. */
export async function endLapsed({ tx, now }: Scope, email: string): Promise<void> {
  const where = { email, state: { in: [...OPEN] }, expiresAt: { lte: now } };
  await tx.invitation.updateMany({ where, data: { state: 'expired' } });
}

/** Only roles one holds; whoever decides invitations gives any. Throws `forbidden` `roles_not_held`. */
export function requireGivable(scope: Scope, roles: readonly ContactRole[]): void {
  const { roles: held } = scope.actor;
  const missing = roles.filter((role) => !held.has(role));
  if (missing.length === 0 || scope.may('invitations.decide')) return;
  throw new CodedError('forbidden', 'roles_not_held', { field: 'roles', roles: missing, held: inOrder(held) });
}

/** Who has to approve what the actor invites to; undefined where nobody has to. Throws `forbidden` `no_decider`. */
export async function whoDecides(scope: Scope): Promise<Named[] | undefined> {
  if (scope.may('invitations.decide')) return undefined;
  const deciders = (await scope.people()).decidersFor(scope.actor.id);
  if (deciders.length === 0) throw new CodedError('forbidden', 'no_decider');
  return deciders.map(named);
}
