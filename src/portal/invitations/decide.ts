import { CodedError } from '../../lib/errors.ts';
import type { Scope } from '../scope.ts';
import { readStanding, type Standing } from './standing.ts';
import { readInvitations } from './view.ts';

/** An invitation the actor may decide about and that still waits. Throws `forbidden` or `conflict` `invitation_ended`. */
export async function requireWaiting(scope: Scope, id: string): Promise<Standing> {
  const standing = await readStanding(scope, id);
  await scope.requireOver(standing.inviterId);
  if (standing.state !== 'waiting') await refuseEnded(scope, id);
  return standing;
}

/** Throws `conflict` `invitation_ended` with what became of it, by whom and when. */
export async function refuseEnded(scope: Scope, id: string): Promise<never> {
  const { email, name, state, decidedBy, decidedAt } = (await readInvitations(scope, { id }))[0]!;
  const own = decidedBy?.id === scope.actor.id;
  throw new CodedError('conflict', 'invitation_ended', { email, name, state, by: decidedBy?.name, at: decidedAt, own });
}
