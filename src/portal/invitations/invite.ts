import { changing } from '../operation.ts';
import { holdToDailyLimit } from './daily-limit.ts';
import { endLapsed, invitee, requireFree, requireGivable, whoDecides } from './invitee.ts';
import { aboutInvitation, move } from './move.ts';
import { sealed } from './send.ts';
import { LIFE_MS, readStanding } from './standing.ts';
import { readInvitations } from './view.ts';

/**
 * Invites a colleague (PRODUCT.md section 6): by a manager, or whoever stands in for one, it is sent at once; by
 * anybody else it waits, and everybody who may decide is asked. Throws `forbidden`: `roles_not_held`, `no_decider`;
 * `conflict`: `already_has_access`, `invitee_suspended`, `open_invitation`, `invitation_limit`.
 */
export const invite = changing({
  permission: 'users.invite',
  exclusive: true,
  input: invitee,
  async handle(scope, { email, name, roles }) {
    requireGivable(scope, roles);
    await endLapsed(scope, email);
    await requireFree(scope, email);
    await holdToDailyLimit(scope);
    const deciders = await whoDecides(scope);
    const sendsAtOnce = deciders === undefined;
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
      ...(deciders ?? []).map((to) => ({
        ...aboutInvitation(standing, 'invitation.approval_asked', to.id),
        to: to.id,
      })),
    );
    return (await readInvitations(scope, { id }))[0]!;
  },
});
