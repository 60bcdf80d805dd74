import type { AccountScope, NoticeDraft } from '../scope.ts';
import type { InvitationState, Standing } from './standing.ts';

interface Change {
  to: InvitationState;
  /** The audited action, e.g. `invitations.approve`. */
  action: string;
  set?: {
    deciderId?: string;
    decidedAt?: Date;
    reason?: string;
    tokenHash?: string;
    tokenVersion?: number;
    expiresAt?: Date;
  };
}

/** Changes an invitation's state, with its audit record, and has every posted copy of its card refreshed. */
export async function move(scope: AccountScope, invitation: Standing, { to, action, set = {} }: Change): Promise<void> {
  const { id, email, roles, state, tokenVersion } = invitation;
  await scope.tx.invitation.update({ where: { id }, data: { state: to, ...set } });
  scope.audit({
    action,
    object: `invitation:${email}`,
    outcome: 'done',
    details: { from: state, to, roles, ...(set.reason && { reason: set.reason }) },
  });
  const step = `${to}:${set.tokenVersion ?? tokenVersion}`;
  await scope.notify({ ...aboutInvitation(invitation, 'matter.changed', step), to: invitation.inviterId });
}

/** A notice about an invitation, without whom it is for; `step` makes it the only one of its kind for that step. */
export const aboutInvitation = (
  { id, email, name }: Pick<Standing, 'id' | 'email' | 'name'>,
  kind: string,
  step: string,
): Omit<NoticeDraft, 'to'> => ({
  kind,
  key: `${kind}:${id}:${step}`,
  about: { kind: 'invitation', id },
  details: { email, name },
});
