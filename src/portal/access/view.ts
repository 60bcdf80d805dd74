import { CodedError } from '../../lib/errors.ts';
import { type Named, named } from '../people/directory.ts';
import type { ContactRole } from '../policy.ts';
import type { NoticeDraft, Scope } from '../scope.ts';

export type RoleRequestState = 'waiting' | 'approved' | 'declined' | 'withdrawn';

/** Somebody's wish for a role. Instants are ISO 8601 in UTC. */
export interface RoleRequestView {
  id: string;
  requester: Named;
  role: ContactRole;
  state: RoleRequestState;
  decidedBy: Named | null;
  decidedAt: string | null;
  reason: string | null;
  createdAt: string;
  /** Who can decide it now, while it waits. */
  deciders: Named[];
  /** Whether the person asking is one of them. */
  mayDecide: boolean;
}

const person = { select: { id: true, name: true, email: true } } as const;

/** Role requests that the actor made or may decide about, newest first. */
export async function readRequests(
  scope: Scope,
  where: { id?: string; state?: RoleRequestState },
): Promise<RoleRequestView[]> {
  const people = await scope.people();
  const rows = await scope.tx.roleRequest.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    include: { contact: person, decider: person },
  });
  const mayDecide = (requesterId: string) => people.decidersFor(requesterId).some(({ id }) => id === scope.actor.id);
  const seen = rows.filter(
    ({ contactId }) => contactId === scope.actor.id || scope.may('access.decide') || mayDecide(contactId),
  );
  return seen.map((row) => {
    const deciders = row.state === 'waiting' ? people.decidersFor(row.contactId).map(named) : [];
    return {
      ...{ id: row.id, requester: row.contact, role: row.role as ContactRole, state: row.state as RoleRequestState },
      ...{ decidedBy: row.decider, decidedAt: row.decidedAt?.toISOString() ?? null, reason: row.reason },
      ...{ createdAt: row.createdAt.toISOString(), deciders },
      mayDecide: deciders.some(({ id }) => id === scope.actor.id),
    };
  });
}

/** One request the actor may see. Throws `not_found`. */
export async function readRequest(scope: Scope, id: string): Promise<RoleRequestView> {
  const [found] = await readRequests(scope, { id });
  if (!found) throw new CodedError('not_found', 'not_found');
  return found;
}

/** A notice about a role request, without whom it is for; `step` makes it the only one of its kind for that step. */
export const aboutRequest = (
  { id, role, name }: { id: string; role: string; name: string },
  kind: string,
  step: string,
): Omit<NoticeDraft, 'to'> => ({
  kind,
  key: `${kind}:${id}:${step}`,
  about: { kind: 'role_request', id },
  details: { role, name },
});
