import { CodedError } from '../../lib/errors.ts';
import { type People, standsIn } from '../people/directory.ts';
import type { ContactRole } from '../policy.ts';
import type { AccountScope } from '../scope.ts';

/** How long an invitation lasts, waiting or sent (PRODUCT.md section 6). */
export const LIFE_MS = 7 * 86_400_000;

export type InvitationState = 'waiting' | 'sent' | 'accepted' | 'declined' | 'revoked' | 'expired';
export const OPEN = ['waiting', 'sent'] as const satisfies readonly InvitationState[];
export const isOpen = (state: InvitationState): boolean => (OPEN as readonly InvitationState[]).includes(state);

/** What of an invitation its changes are decided by. */
export interface Standing {
  id: string;
  email: string;
  name: string;
  roles: ContactRole[];
  state: InvitationState;
  inviterId: string;
  deciderId: string | null;
  tokenVersion: number;
  /** It has been sent at least once. */
  wasSent: boolean;
}

interface Row extends Omit<Standing, 'roles' | 'state' | 'wasSent'> {
  roles: string[];
  state: string;
  tokenHash: string | null;
  expiresAt: Date | null;
}

/** The state now: one that has run out is expired also before the job has come by. */
export const stateNow = (
  { state, expiresAt }: { state: string; expiresAt: Date | null },
  now: Date,
): InvitationState =>
  isOpen(state as InvitationState) && expiresAt && expiresAt <= now ? 'expired' : (state as InvitationState);

/** Locks nothing: whoever changes it is `exclusive`. Throws `not_found`. */
export async function readStanding({ tx, now }: Pick<AccountScope, 'tx' | 'now'>, id: string): Promise<Standing> {
  const row = await tx.invitation.findUnique({ where: { id } });
  if (!row) throw new CodedError('not_found', 'not_found');
  return standingOf(row, now);
}

export const standingOf = ({ tokenHash, ...row }: Row, now: Date): Standing => ({
  ...{ id: row.id, email: row.email, name: row.name, inviterId: row.inviterId, deciderId: row.deciderId },
  ...{ tokenVersion: row.tokenVersion, state: stateNow(row, now), wasSent: tokenHash !== null },
  roles: row.roles as ContactRole[],
});

/**
 * Whether those who stand behind an invitation may still give what it promises: the inviter the roles, and sending it,
 * or else whoever approved it (PRODUCT.md section 6).
 * @param decided it was approved already, or needed nobody
 */
export function stillBacked(people: People, { inviterId, deciderId, roles }: Standing, decided: boolean): boolean {
  const inviter = people.byId(inviterId);
  if (inviter?.status !== 'active') return false;
  const decides = inviter.roles.has('management') || standsIn(people, inviter);
  if (!decides && !roles.every((role) => inviter.roles.has(role))) return false;
  if (!decided || (deciderId === null && decides)) return true;
  return people.decidersFor(inviterId).some(({ id }) => id === deciderId);
}
