import { type Named, named, type People } from '../people/directory.ts';
import { inOrder } from '../people/view.ts';
import type { ContactRole } from '../policy.ts';
import type { Scope } from '../scope.ts';
import { type InvitationState, isOpen, OPEN, type Standing, standingOf } from './standing.ts';

/** An invitation as its account's people see it. Instants are ISO 8601 in UTC. */
export interface InvitationView {
  id: string;
  email: string;
  name: string;
  roles: ContactRole[];
  state: InvitationState;
  inviter: Named;
  decidedBy: Named | null;
  decidedAt: string | null;
  reason: string | null;
  createdAt: string;
  /** When it ends by itself. */
  expiresAt: string | null;
  /** Who can decide it now, while it waits for that. */
  deciders: Named[];
  /** What the person asking may do with it now. */
  may: { decide: boolean; revoke: boolean; resend: boolean };
}

const person = { select: { id: true, name: true, email: true } } as const;

/** Invitations, newest first. @param open only those that wait or are sent */
export async function readInvitations(scope: Scope, where: { id?: string; open?: true }): Promise<InvitationView[]> {
  const open = { state: { in: [...OPEN] }, expiresAt: { gt: scope.now } };
  const rows = await scope.tx.invitation.findMany({
    where: { ...(where.id && { id: where.id }), ...(where.open && open) },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    include: { inviter: person, decider: person },
  });
  const people = await scope.people();
  return rows.map((row) => {
    const standing = standingOf(row, scope.now);
    const waiting = standing.state === 'waiting';
    return {
      ...{ id: row.id, email: row.email, name: row.name, roles: inOrder(standing.roles), state: standing.state },
      ...{ inviter: row.inviter, decidedBy: row.decider, decidedAt: row.decidedAt?.toISOString() ?? null },
      ...{
        reason: row.reason,
        createdAt: row.createdAt.toISOString(),
        expiresAt: row.expiresAt?.toISOString() ?? null,
      },
      deciders: waiting ? people.decidersFor(row.inviterId).map(named) : [],
      may: mayWith(scope, people, standing),
    };
  });
}

function mayWith(scope: Scope, people: People, standing: Standing): InvitationView['may'] {
  const ours = standing.inviterId === scope.actor.id || scope.may('invitations.decide');
  const deciders = standing.state === 'waiting' ? people.decidersFor(standing.inviterId) : [];
  return {
    decide: deciders.some(({ id }) => id === scope.actor.id),
    revoke: ours && isOpen(standing.state),
    resend: ours && standing.wasSent && (standing.state === 'sent' || standing.state === 'expired'),
  };
}
