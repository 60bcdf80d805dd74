import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import { requireWaiting } from './decide.ts';
import { requireNewcomer } from './invitee.ts';
import { aboutInvitation, move } from './move.ts';
import { sealed } from './send.ts';
import { stillBacked } from './standing.ts';
import { readInvitations } from './view.ts';

/**
 * Approves somebody else's invitation and sends it. Throws `forbidden`: `own_request`, `not_a_decider`; `conflict`:
 * `invitation_ended`, `inviter_rights`, `already_has_access`, `invitee_suspended`.
 */
export const approve = changing({
  permission: 'invitations.decide',
  over: true,
  exclusive: true,
  input: z.strictObject({ id: z.uuid() }),
  async handle(scope, { id }) {
    const standing = await requireWaiting(scope, id);
    await requireNewcomer(scope, standing.email);
    if (!stillBacked(await scope.people(), standing, false)) {
      throw new CodedError('conflict', 'inviter_rights', { name: standing.name, email: standing.email });
    }
    const { actor, now } = scope;
    const set = { ...(await sealed(scope, standing, 0)), deciderId: actor.id, decidedAt: now };
    await move(scope, standing, { to: 'sent', action: 'invitations.approve', set });
    const notice = aboutInvitation(standing, 'invitation.decided', 'approved');
    const details = { ...notice.details, approved: true, by: actor.name };
    await scope.notify({ ...notice, to: standing.inviterId, details });
    return (await readInvitations(scope, { id }))[0]!;
  },
});
