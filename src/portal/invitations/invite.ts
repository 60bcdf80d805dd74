import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import { inOrder } from '../people/view.ts';
import { CONTACT_ROLES, type ContactRole } from '../policy.ts';
import type { Scope } from '../scope.ts';
import { holdToDailyLimit } from './daily-limit.ts';
import { requireNewcomer } from './invitee.ts';
import { aboutInvitation, move } from './move.ts';
import { sealed } from './send.ts';
import { LIFE_MS, OPEN, readStanding } from './standing.ts';
import { readInvitations } from './view.ts';

/** A person's name: letters, and what joins and shortens names. No addresses, since it stands in a mail. */
const personName = z
  .string()
  .trim()
  .max(80)
  .regex(/^\p{L}[\p{L}\p{M}'’-]*\.?(?: [\p{L}][\p{L}\p{M}'’-]*\.?)*$/u);

const input = z.strictObject({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  name: personName,
  roles: z.array(z.enum(CONTACT_ROLES)).min(1).transform(inOrder),
});

/**
 * Invites a colleague (PRODUCT.md section 6): by a manager, or whoever stands in for one, it is sent at once; by
 * anybody else it waits, and everybody who may decide is asked. Throws `forbidden`: `roles_not_held`, `no_decider`;
 * `conflict`: `already_has_access`, `invitee_suspended`, `open_invitation`, `invitation_limit`.
 */
export const invite = changing({
  permission: 'users.invite',
  exclusive: true,
  input,
  async handle(scope, { email, name, roles }) {
    const sendsAtOnce = scope.may('invitations.decide');
    if (!sendsAtOnce) requireHeld(scope, roles);
    await requireNewcomer(scope, email);
    await requireNoOther(scope, email);
    await holdToDailyLimit(scope);
    const deciders = sendsAtOnce ? [] : (await scope.people()).decidersFor(scope.actor.id);
    if (!sendsAtOnce && deciders.length === 0) throw new CodedError('forbidden', 'no_decider', { email, name });
    const id = scope.ids.uuid();
    const { tx, now, actor } = scope;
    const expiresAt = new Date(now.getTime() + LIFE_MS);
    await tx.invitation.create({
      data: { id, email, name, roles, state: 'waiting', inviterId: actor.id, createdAt: now, expiresAt },
    });
    const standing = await readStanding(scope, id);
    const set = sendsAtOnce ? await sealed(scope, standing, 0) : {};
    await move(scope, standing, { to: sendsAtOnce ? 'sent' : 'waiting', action: 'invitations.invite', set });
    await scope.notify(
      ...deciders.map((to) => ({ ...aboutInvitation(standing, 'invitation.approval_asked', to.id), to: to.id })),
    );
    return (await readInvitations(scope, { id }))[0]!;
  },
});

function requireHeld({ actor }: Scope, roles: readonly ContactRole[]): void {
  const missing = roles.filter((role) => !actor.roles.has(role));
  if (missing.length > 0) {
    throw new CodedError('forbidden', 'roles_not_held', { roles: missing, held: inOrder(actor.roles) });
  }
}

/** One open invitation an address; one that has run out makes room. Throws `conflict` `open_invitation`. */
export async function requireNoOther({ tx, now }: Scope, email: string, than?: string): Promise<void> {
  const rest = { email, state: { in: [...OPEN] }, ...(than && { id: { not: than } }) };
  await tx.invitation.updateMany({ where: { ...rest, expiresAt: { lte: now } }, data: { state: 'expired' } });
  const other = await tx.invitation.findFirst({ where: rest, include: { inviter: { select: { name: true } } } });
  if (!other) return;
  const { id, name, state, inviter } = other;
  throw new CodedError('conflict', 'open_invitation', { id, email, name, state, inviter: inviter.name });
}
