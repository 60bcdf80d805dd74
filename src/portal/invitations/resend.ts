import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import { requirePermission } from '../permit.ts';
import { holdToDailyLimit } from './daily-limit.ts';
import { refuseEnded } from './decide.ts';
import { endLapsed, requireFree } from './invitee.ts';
import { move } from './move.ts';
import { sealed } from './send.ts';
import { readStanding, stillBacked } from './standing.ts';
import { readInvitations } from './view.ts';

/**
 * Sends an invitation again, with a new link and seven new days, also after it has run out; the link before stops
 * working. One's own or, for managers, any. Throws `conflict`: `invitation_waiting`, `invitation_ended`,
 * `inviter_rights`, `already_has_access`, `invitee_suspended`, `open_invitation`, `invitation_limit`.
 */
export const resend = changing({
  permission: 'invitations.own',
  exclusive: true,
  input: z.strictObject({ id: z.uuid() }),
  async handle(scope, { id }) {
    const standing = await readStanding(scope, id);
    const { email, name, state, wasSent, tokenVersion } = standing;
    if (standing.inviterId !== scope.actor.id) await requirePermission(scope, 'invitations.decide');
    if (state === 'waiting') throw new CodedError('conflict', 'invitation_waiting', { email, name });
    if (!wasSent || (state !== 'sent' && state !== 'expired')) await refuseEnded(scope, id);
    await endLapsed(scope, email);
    await requireFree(scope, email, id);
    if (!stillBacked(await scope.people(), standing, true)) {
      throw new CodedError('conflict', 'inviter_rights', { email, name });
    }
    await holdToDailyLimit(scope);
    const set = await sealed(scope, standing, tokenVersion + 1);
    await move(scope, standing, { to: 'sent', action: 'invitations.resend', set });
    return (await readInvitations(scope, { id }))[0]!;
  },
});
