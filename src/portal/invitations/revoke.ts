import { z } from 'zod';
import { changing } from '../operation.ts';
import { requirePermission } from '../permit.ts';
import { refuseEnded } from './decide.ts';
import { move } from './move.ts';
import { isOpen, readStanding } from './standing.ts';
import { readInvitations } from './view.ts';

/** Takes an open invitation back, one's own or, for managers, any; its link stops working. Throws `invitation_ended`. */
export const revoke = changing({
  permission: 'invitations.own',
  exclusive: true,
  input: z.strictObject({ id: z.uuid() }),
  async handle(scope, { id }) {
    const standing = await readStanding(scope, id);
    const { actor, now } = scope;
    if (standing.inviterId !== actor.id) await requirePermission(scope, 'invitations.decide');
    if (!isOpen(standing.state)) await refuseEnded(scope, id);
    const set = { deciderId: actor.id, decidedAt: now };
    await move(scope, standing, { to: 'revoked', action: 'invitations.revoke', set });
    return (await readInvitations(scope, { id }))[0]!;
  },
});
