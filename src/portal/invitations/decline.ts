import { z } from 'zod';
import { changing } from '../operation.ts';
import { requireWaiting } from './decide.ts';
import { aboutInvitation, move } from './move.ts';
import { readInvitations } from './view.ts';

/** Turns somebody else's invitation down, with the reason for the inviter. Throws as `approve` does. */
export const decline = changing({
  permission: 'invitations.decide',
  over: true,
  exclusive: true,
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(500).optional() }),
  async handle(scope, { id, reason }) {
    const standing = await requireWaiting(scope, id);
    const { actor, now } = scope;
    const set = { deciderId: actor.id, decidedAt: now, ...(reason && { reason }) };
    await move(scope, standing, { to: 'declined', action: 'invitations.decline', set });
    const notice = aboutInvitation(standing, 'invitation.decided', 'declined');
    const details = { ...notice.details, approved: false, by: actor.name, ...(reason && { reason }) };
    await scope.notify({ ...notice, to: standing.inviterId, details });
    return (await readInvitations(scope, { id }))[0]!;
  },
});
